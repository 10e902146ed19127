// The page of a circle takes what the server shows: part by part, at the place where somebody reads, with the focus where it was.

import { bringTo } from "./parts";

const underTheHeader = 70;
// Buttons that have just taken the place of others wait for the eyes: a thumb that came for those before must not press them.
const aLook = 1000;

const buttonsOf = (part: HTMLElement): string =>
  [...part.querySelectorAll("button")].map(b => `${b.name}=${b.value} ${b.textContent}`).join("\n");

function bringWithCare(part: HTMLElement, fresh: HTMLElement): void {
  const before = buttonsOf(part);
  // What the server shows does not know of it: an answer right after another must not end it.
  const waits = part.classList.contains("just-now");
  bringTo(part, fresh);
  const isNew = buttonsOf(part) !== before;
  if (waits || isNew) part.classList.add("just-now");
  if (isNew) setTimeout(() => part.classList.remove("just-now"), aLook);
}

const partsOf = (root: ParentNode): HTMLElement[] => [...root.querySelectorAll<HTMLElement>("[data-live]")];

/** What stands first in sight: it must not move under the eyes. */
function firstInSight(circle: HTMLElement): [Element, number] | undefined {
  if (!window.pageYOffset) return undefined;
  const seen = [...circle.querySelectorAll("[data-live] > *")].find(e => e.getBoundingClientRect().bottom > underTheHeader);
  return seen && [seen, seen.getBoundingClientRect().top];
}

/** Who reads by keyboard or by ear finds the head of the part again when what they had in hand is gone. */
function refocus(held: Element | null, part: Element | null): void {
  const head = part && part.querySelector<HTMLElement>("h2");
  if (!held || !head || document.contains(held)) return;
  head.tabIndex = -1;
  head.focus({ preventScroll: true });
}

export function takeParts(circle: HTMLElement, now: HTMLElement): void {
  const held = document.activeElement;
  const part = held && held.closest("[data-live]");
  const seen = firstInSight(circle);
  const old = partsOf(circle);
  for (const fresh of partsOf(now)) {
    const same = old.find(p => p.dataset.live === fresh.dataset.live);
    if (same) bringWithCare(same, fresh);
  }
  refocus(held, part);
  if (seen && document.contains(seen[0])) window.scrollBy(0, seen[0].getBoundingClientRect().top - seen[1]);
}
