// Somebody waits to be let in: the page asks for them, and opens when somebody said « entrez ». Marked as its own asking, not theirs.

import { ask } from "./ask";

export function waitAtThreshold(page: HTMLElement): void {
  const asked = `${location.pathname}${location.search ? `${location.search}&` : "?"}auto=1`;
  const look = () => {
    if (document.hidden) return;
    ask(asked).then(({ address, page: now }) => {
      const same = now.querySelector<HTMLElement>("[data-refresh]");
      if (address.pathname !== location.pathname || !same || same.dataset.state !== page.dataset.state) location.replace(`${address.pathname}?auto=1`);
    }, () => undefined);
  };
  setInterval(look, Number(page.dataset.refresh) * 1000);
  document.addEventListener("visibilitychange", look);
}
