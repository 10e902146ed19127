// Brings a part of the page to what the server now says, by changing only what differs: focus, open folds and what somebody types stay.

type Field = HTMLInputElement | HTMLTextAreaElement;

const isField = (node: Node): node is Field => node instanceof HTMLTextAreaElement || (node instanceof HTMLInputElement && node.type === "text");

/** Words that somebody typed or is about to type. */
const holdsWords = (node: Node): boolean =>
  node instanceof Element && [node, ...node.querySelectorAll("input, textarea")].some(e => isField(e) && (e.value !== e.defaultValue || e === document.activeElement));

/** A field that is only in hand has nothing in it yet. */
const isTyped = (form: HTMLFormElement): boolean => [...form.elements].some(e => isField(e) && e.value !== e.defaultValue);

/** What makes two nodes the same thing at two moments. */
function keyOf(node: Node): string {
  if (!(node instanceof Element)) return node.nodeName;
  const field = node.nodeName === "FORM" ? node.querySelector("textarea, input[type=text]") : null;
  const named = node.nodeName === "BUTTON" ? `${node.getAttribute("name")}=${node.getAttribute("value")}` : node.getAttribute("name");
  return [node.nodeName, node.id || (field && field.id) || node.getAttribute("aria-labelledby") || named || ""].join("#");
}

function takeAttributes(old: Element, now: Element): void {
  // A form in which somebody types keeps its key: pressed again after a lost answer, it must not do twice. Once it was answered it gets another.
  const keepsKey = old instanceof HTMLInputElement && old.name === "cle" && !old.dataset.used && old.form && isTyped(old.form);
  for (const { name, value } of now.attributes) {
    if (name !== "open" && !(name === "value" && (keepsKey || holdsWords(old))) && old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  for (const { name } of [...old.attributes]) if (name !== "open" && name !== "tabindex" && !now.hasAttribute(name)) old.removeAttribute(name);
}

/** Takes a node away, unless it holds somebody's words: those stay until they are sent or emptied. */
function drop(node: ChildNode): ChildNode | null {
  const next = node.nextSibling;
  if (!holdsWords(node)) node.remove();
  return next;
}

/** The old node that is this one, if everything before it has gone. */
function findSame(from: ChildNode | null, wanted: ChildNode, later: Set<string>): ChildNode | null {
  const key = keyOf(wanted);
  for (let at = from; at; at = at.nextSibling) {
    if (keyOf(at) === key) return at;
    if (!(wanted instanceof Element) || (at instanceof Element && later.has(keyOf(at)))) return null;
  }
  return null;
}

export function bringTo(old: Element, now: Element): void {
  takeAttributes(old, now);
  if (isField(old) && holdsWords(old)) return;
  const wanted = [...now.childNodes];
  let at: ChildNode | null = old.firstChild;
  wanted.forEach((node, i) => {
    const same = findSame(at, node, new Set(wanted.slice(i + 1).filter(n => n instanceof Element).map(keyOf)));
    if (!same) {
      old.insertBefore(document.importNode(node, true), at);
      return;
    }
    while (at && at !== same) at = drop(at);
    at = same.nextSibling;
    if (same instanceof Element) bringTo(same, node as Element);
    else if (same.nodeValue !== node.nodeValue) same.nodeValue = node.nodeValue;
  });
  while (at) at = drop(at);
}
