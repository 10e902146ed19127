// « Faire une clé d'accès »: asks the house what to make, the device to make it, and gives the house what it needs to know it again.

import { bytesOf, knowsPasskeys, sayCredential, textOf } from "./credentials";

/** An answer of the house that is a sentence for the person. */
class Sentence extends Error {}

async function ask(path: string, fields: [string, string][]): Promise<Response> {
  const answer = await fetch(path, { method: "POST", body: new URLSearchParams(fields) });
  if (answer.status === 422) throw new Sentence(await answer.text());
  if (!answer.ok || answer.redirected) throw new Error(path);
  return answer;
}

async function make(device: string): Promise<void> {
  const { options, state } = await (await ask("/mes-acces/cle", [["appareil", device]])).json();
  options.challenge = bytesOf(options.challenge);
  options.user.id = bytesOf(options.user.id);
  for (const known of options.excludeCredentials || []) known.id = bytesOf(known.id);
  const credential = await navigator.credentials.create({ publicKey: options }) as PublicKeyCredential;
  const made = credential.response as AuthenticatorAttestationResponse;
  await ask("/mes-acces/cle/garder", [["etat", state], ["cle", sayCredential(credential, {
    attestationObject: textOf(made.attestationObject),
    clientDataJSON: textOf(made.clientDataJSON),
    // Unknown to Safari before 16.
    transports: "getTransports" in made ? made.getTransports() : [],
  })]]);
}

export function makePasskey(offer: HTMLElement): void {
  const form = offer.querySelector("form");
  if (!knowsPasskeys() || !form) return;
  const said = form.querySelector("[role=status]") as HTMLElement;
  form.addEventListener("submit", async event => {
    event.preventDefault();
    said.textContent = "";
    try {
      await make((form.elements.namedItem("appareil") as HTMLInputElement).value);
      // The page that lists passkeys shows the new one; a page that shows a new card stays, for the card may not be noted yet.
      if (location.pathname === "/mes-acces" && !document.querySelector(".sign-in-card")) location.assign("/mes-acces?fait=cle");
      else {
        said.textContent = form.dataset.saidDone || "";
        form.classList.add("done");
      }
    } catch (failure) {
      said.textContent = failure instanceof Sentence ? failure.message : form.dataset.saidFailed || "";
    }
  });
  offer.hidden = false;
}
