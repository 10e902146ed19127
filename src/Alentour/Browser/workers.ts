// The one worker of the house, under three scopes: /aide and /cercles/ always (on every device, so that neither says where anybody was),
// /quitter once something is kept.

const address = "/built/worker.js";
const exitScope = "/quitter";

/** The finder asks for the worker of the exit so, because the policy can be made only once. */
export const askForExitWorker = () => document.dispatchEvent(new Event("kept"));

export function listenForWorkers(): void {
  if (!("serviceWorker" in navigator)) return;
  const trusted = window.trustedTypes
    ? window.trustedTypes.createPolicy("alentour-worker", { createScriptURL: asked => (asked === address ? asked : "") }).createScriptURL(address)
    : address;
  const register = (scope: string) => navigator.serviceWorker.register(trusted, { scope });
  const quietly = () => undefined;

  document.addEventListener("kept", () => void register(exitScope).catch(quietly));
  addEventListener("load", () => {
    register("/aide").then(({ active }) => {
      // Already there: it looks whether its copy is of today and in this language.
      if (active) active.postMessage(document.documentElement.lang);
    }, quietly);
    register("/cercles/").catch(quietly);
  });
}
