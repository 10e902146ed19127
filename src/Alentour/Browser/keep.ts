// « Garder ces groupes ici »: one button that keeps the result of this search on the device, and forgets it.

import { cameFrom, forgetGroups, groupsPath, keepGroups } from "./kept";
import { askForExitWorker } from "./workers";

export function offerToKeep(button: HTMLButtonElement): void {
  if (!("caches" in self) || !("serviceWorker" in navigator)) return;
  const { keepUrl = "", wordKeep = "", wordForget = "", saidKept = "", saidForgotten = "", saidFailed = "" } = button.dataset;
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  said.className = "small";
  button.after(said);
  let isKept = false;

  const show = (kept: boolean) => {
    isKept = kept;
    button.textContent = kept ? wordForget : wordKeep;
  };
  button.addEventListener("click", async () => {
    try {
      if (isKept) await forgetGroups();
      else {
        await keepGroups(keepUrl);
        askForExitWorker();
      }
      show(!isKept);
      said.textContent = isKept ? saidKept : saidForgotten;
    } catch {
      said.textContent = saidFailed;
    }
  });
  const offer = (copy?: Response) => {
    show(!!copy && copy.headers.get(cameFrom) === keepUrl);
    button.hidden = false;
  };
  caches.match(groupsPath).then(offer, () => undefined);
}
