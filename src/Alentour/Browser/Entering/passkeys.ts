// « Entrer avec ma clé d'accès »: asks the house for a challenge, the device for an answer, and sends it with the form of the page.

import { bytesOf, knowsPasskeys, sayCredential, textOf } from "./credentials";

export function enterByPasskey(button: HTMLButtonElement): void {
  const door = button.closest<HTMLElement>(".passkey-door");
  const form = button.form;
  if (!knowsPasskeys() || !door || !form) return;
  const said = door.querySelector("[role=status]") as HTMLElement;
  const put = (name: string, value: string) => { (form.elements.namedItem(name) as HTMLInputElement).value = value; };

  button.addEventListener("click", async () => {
    said.textContent = "";
    try {
      const { options, state } = await (await fetch("/entrer/cle", { method: "POST" })).json();
      options.challenge = bytesOf(options.challenge);
      const credential = await navigator.credentials.get({ publicKey: options }) as PublicKeyCredential;
      const answer = credential.response as AuthenticatorAssertionResponse;
      put("cle", sayCredential(credential, {
        authenticatorData: textOf(answer.authenticatorData),
        clientDataJSON: textOf(answer.clientDataJSON),
        signature: textOf(answer.signature),
        userHandle: textOf(answer.userHandle),
      }));
      put("etat", state);
      // Words that stand there already have no reason to travel.
      put("mots", "");
      form.submit();
    } catch {
      said.textContent = button.dataset.saidFailed || "";
    }
  });
  button.hidden = door.hidden = false;
}
