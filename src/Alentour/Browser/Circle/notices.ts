// What the page says about itself: since when there is no network, and why a press did nothing.

/** « 19 h 52 », as the house writes it (DateWords.cs). */
function hourOf(instant: number): string {
  const at = new Date(instant);
  const [hours, minutes] = [at.getHours(), `0${at.getMinutes()}`.slice(-2)];
  const isFrench = document.documentElement.lang.startsWith("fr");
  if (isFrench) return minutes === "00" ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${minutes}`;
  return `${hours % 12 || 12}${minutes === "00" ? "" : `:${minutes}`}\u00a0${hours < 12 ? "a.m." : "p.m."}`;
}

const cutOf = (circle: HTMLElement) => circle.querySelector(".circle-cut") as HTMLElement;
const toldOf = (root: ParentNode) => root.querySelector(".circle-told") as HTMLElement;

/** @param since When the house was last heard; nothing while it is heard. */
export function sayCut(circle: HTMLElement, since?: number): void {
  const cut = cutOf(circle);
  const words = since === undefined ? "" : (cut.dataset.cut || "").replace("{hour}", hourOf(since));
  if (cut.textContent !== words) cut.textContent = words;
  cut.hidden = !words;
}

function put(circle: HTMLElement, sentence: string): void {
  const told = toldOf(circle);
  told.textContent = "";
  if (!sentence) return;
  const said = document.createElement("p");
  said.className = "notice plum";
  said.setAttribute("role", "alert");
  said.tabIndex = -1;
  said.textContent = sentence;
  told.append(said);
  said.focus();
  said.scrollIntoView({ block: "center" });
}

export const sayUnsent = (circle: HTMLElement): void => put(circle, cutOf(circle).dataset.unsent || "");

/** The refusal that came with an answer, or that there is none. */
export const sayAnswer = (circle: HTMLElement, now: HTMLElement): void => {
  const said = toldOf(now).querySelector(".notice");
  put(circle, (said && said.textContent || "").trim());
};
