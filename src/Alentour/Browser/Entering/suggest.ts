// Words under a field, as plain buttons: a tap or Enter puts the word in; the arrow down leads to them, Escape back. While the field keeps
// the focus a small voice says which words are possible.

const fewestLetters = 2;
const lettersThatCount = 4;
const most = 12;

type Field = HTMLInputElement | HTMLTextAreaElement;

/** As the house compares: without accents, in small letters (PlainLetters.cs). */
const plain = (text: string): string => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae");

/** The word that stands just before the caret, and where it begins. */
function beginning(field: Field): [string, number] {
  const before = field.value.slice(0, field.selectionEnd || 0);
  const [word = ""] = /[^\s,;.\-]*$/.exec(before) || [];
  return [word, before.length - word.length];
}

export function suggestIn(field: Field, words: string[]): void {
  const known: [string, string][] = words.map(word => [plain(word), word]);
  const [place, list, said] = [document.createElement("div"), document.createElement("ul"), document.createElement("p")];
  // Its height is there from the first letter on, so that nothing below jumps at each one.
  place.className = "word-choices";
  said.className = "small";
  said.setAttribute("role", "status");
  place.append(list, said);
  field.after(place);

  const put = (word: string) => {
    const [typed, at] = beginning(field);
    const after = field.value.slice(at + typed.length).replace(/^[^\s,;.\-]+/, "");
    field.value = `${field.value.slice(0, at)}${word} ${after.replace(/^\s+/, "")}`;
    field.focus();
    field.setSelectionRange(at + word.length + 1, at + word.length + 1);
    show();
  };
  const choice = (word: string) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button small";
    button.lang = "fr";
    button.translate = false;
    button.textContent = word;
    // The field keeps the focus, and an old phone its keyboard.
    button.addEventListener("mousedown", event => event.preventDefault());
    button.addEventListener("click", () => put(word));
    const item = document.createElement("li");
    item.append(button);
    return item;
  };
  const show = () => {
    const letters = plain(beginning(field)[0]);
    const asked = letters.slice(0, lettersThatCount);
    const found = letters.length < fewestLetters ? [] : known.filter(([bare]) => bare.startsWith(asked));
    const shown = found.length > most || (found.length === 1 && found[0]![0] === letters) ? [] : found;
    list.textContent = "";
    shown.forEach(([, word]) => list.append(choice(word)));
    said.textContent = shown.length ? `${field.dataset.saidWords} ${shown.map(([, word]) => word).join(", ")}`
      : letters.length >= lettersThatCount && !found.length ? field.dataset.saidNone || "" : "";
    said.classList.toggle("visually-hidden", shown.length > 0);
  };

  field.addEventListener("input", show);
  field.addEventListener("keydown", event => {
    const first = list.querySelector("button");
    if ((event as KeyboardEvent).key !== "ArrowDown" || !first) return;
    event.preventDefault();
    first.focus();
  });
  list.addEventListener("keydown", event => {
    const buttons = [...list.querySelectorAll("button")];
    const step = ["ArrowRight", "ArrowDown"].includes(event.key) ? 1 : ["ArrowLeft", "ArrowUp"].includes(event.key) ? -1 : 0;
    if (event.key === "Escape") field.focus();
    else if (step) (buttons[buttons.indexOf(event.target as HTMLButtonElement) + step] || field).focus();
    else return;
    event.preventDefault();
  });
  show();
}
