// Proposes words of the list while somebody types those of a card or slip. Fetched when such a field is first used; the list too.
// Nothing typed leaves the device: all of it is compared here.

import { suggestIn } from "./suggest";

const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("[data-words]");
if (fields[0]) {
  fetch(fields[0].dataset.words || "")
    .then(answer => answer.ok ? answer.text() : Promise.reject(answer))
    // Without the list everything works as it does without script.
    .then(list => fields.forEach(field => suggestIn(field, list.split("\n").filter(word => word))), () => undefined);
}
