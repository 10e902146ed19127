// Fetches a script of ours later than the page: most people who come past a field never use it.

export function fetchWordsWhenUsed(): void {
  const begin = ({ target }: Event) => {
    const { suggests } = (target as HTMLElement).dataset;
    if (!suggests) return;
    document.removeEventListener("focusin", begin);
    const script = document.createElement("script");
    script.src = window.trustedTypes
      ? window.trustedTypes.createPolicy("alentour", { createScriptURL: asked => (asked.startsWith("/built/") ? asked : "") }).createScriptURL(suggests)
      : suggests;
    document.head.append(script);
  };
  document.addEventListener("focusin", begin);
}
