// « Quitter vite »: the link alone already leaves. With script the page vanishes at once, takes its place in the history
// back, forgets what was kept, and Shift pressed three times does the same (GOV.UK exit-this-page, rewritten small).

import { forgetGroups } from "./kept";

const pressesToLeave = 3;
const pressesWithin = 5000;
const longestForgetting = 200;

export function listenForExit(): void {
  const page = document.documentElement;
  const link = document.querySelector<HTMLAnchorElement>("a[data-exit]");
  if (!link) return;
  const announced = document.createElement("p");
  announced.setAttribute("role", "status");
  announced.className = "visually-hidden";
  document.body.append(announced);
  const words = (link.dataset.exitPresses || "").split("|");
  let presses = 0;
  let firstPress = 0;
  const title = document.title;

  const leave = () => {
    page.classList.add("leaving");
    document.title = "…";
    // Without network the weather cannot come, and the browser's error page would name this site: an empty page takes its place.
    // Once: a second replacing, begun while the first still travels, would call off a way back that was pressed meanwhile.
    let gone = false;
    const go = () => {
      if (gone) return;
      gone = true;
      location.replace(navigator.onLine ? link.href : "about:blank");
    };
    setTimeout(go, longestForgetting);
    // Without caches (an address that is not secure, an old browser) nothing was kept.
    if ("caches" in self) forgetGroups().then(go, go);
    else go();
  };

  document.addEventListener("click", event => {
    if (!(event.target as Element).closest("a[data-exit]")) return;
    event.preventDefault();
    leave();
  });
  document.addEventListener("keydown", event => {
    if (event.repeat) return;
    if (event.key !== "Shift") {
      presses = 0;
      return;
    }
    const now = Date.now();
    if (!presses || now - firstPress > pressesWithin) {
      presses = 0;
      firstPress = now;
    }
    presses++;
    announced.textContent = words[presses - 1] || "";
    if (presses === pressesToLeave) leave();
  });
  // Somebody who comes back by the browser's arrow finds the page again, not an empty screen.
  window.addEventListener("pageshow", event => {
    if (!event.persisted) return;
    page.classList.remove("leaving");
    document.title = title;
    announced.textContent = "";
    presses = 0;
  });
}
