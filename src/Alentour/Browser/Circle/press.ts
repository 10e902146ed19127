// Presses of the page go without leaving it. Nothing is kept for later: what does not go now is said, and the person presses again or not.

/** Sends a press; calls done with whether it was accepted, before the page changes. */
export type Send = (fields: URLSearchParams, done: (accepted: boolean) => void) => void;

/** What was sent goes from its fields; what was typed since then stays, and goes under a key of its own. */
function answered(form: HTMLFormElement, sent: URLSearchParams): void {
  const key = form.elements.namedItem("cle");
  if (key instanceof HTMLInputElement) key.dataset.used = "yes";
  const typedSince = [...form.elements].some(e => (e instanceof HTMLInputElement || e instanceof HTMLTextAreaElement) && e.name !== "cle" && sent.has(e.name) && e.value !== sent.get(e.name) && e.type !== "radio");
  if (!typedSince) form.reset();
}

export function listenForPresses(circle: HTMLElement, send: Send): void {
  const sending = new Set<HTMLFormElement>();
  // Safari before 15.4 does not say which button sent a form. Enter in a field presses the first one, as a click.
  let pressed: HTMLButtonElement | null = null;
  circle.addEventListener("click", event => { pressed = (event.target as Element).closest("button"); });

  circle.addEventListener("submit", event => {
    const form = event.target as HTMLFormElement;
    event.preventDefault();
    if (sending.has(form)) return;
    const fields = new URLSearchParams();
    new FormData(form).forEach((value, name) => fields.append(name, String(value)));
    if (pressed && pressed.form === form && pressed.name) fields.append(pressed.name, pressed.value);
    sending.add(form);
    send(fields, accepted => {
      sending.delete(form);
      if (accepted) answered(form, fields);
    });
  });
}
