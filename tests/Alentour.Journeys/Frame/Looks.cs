namespace Alentour.Journeys.Frame;

/// <summary>The looks as the browser runs them; each answers a list of sentences, empty when all is well.</summary>
static class Looks
{
    const string Common = """
        const found = [];
        const root = document.documentElement;
        const shows = e => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && e.getBoundingClientRect().width > 1 && e.getBoundingClientRect().right > 0;
        const name = e => `<${e.tagName.toLowerCase()}${e.id ? "#" + e.id : ""}${e.getAttribute("class") ? "." + e.getAttribute("class").trim().replace(/\s+/g, ".") : ""}> « ${(e.textContent || e.value || "").trim().replace(/\s+/g, " ").slice(0, 40)} »`;
        """;

    /// <summary>One h1, a title, a language.</summary>
    public const string Names = $$"""
        () => {
          {{Common}}
          const heads = [...document.querySelectorAll("h1")].filter(shows);
          if (heads.length !== 1) found.push(`${heads.length} h1 in sight`);
          if (!document.title.trim()) found.push("no title");
          if (!["fr-CA", "en-CA"].includes(root.lang)) found.push(`lang is "${root.lang}"`);
          return found;
        }
        """;

    /// <summary>Nothing stands beyond the right edge of the window; scrolling boxes of their own are allowed.</summary>
    public const string Overflow = $$"""
        () => {
          {{Common}}
          const edge = root.clientWidth;
          if (root.scrollWidth > edge) found.push(`the page is ${root.scrollWidth - edge} px too wide`);
          const scrolls = e => { for (let p = e.parentElement; p && p !== root; p = p.parentElement) if (getComputedStyle(p).overflowX !== "visible") return true; return false; };
          for (const e of document.querySelectorAll("body *")) {
            if (found.length > 5) break;
            const right = e.getBoundingClientRect().right;
            if (right > edge + 0.5 && shows(e) && !e.closest("svg") && !scrolls(e)) found.push(`${name(e)} ends ${Math.round(right - edge)} px beyond the edge`);
          }
          return found;
        }
        """;

    /// <summary>No box of the page hides the end of its own words; a field shows them all by moving the caret, and the name of the house goes whole when there is no room.</summary>
    public const string Cut = $$"""
        () => {
          {{Common}}
          for (const e of document.querySelectorAll("main *, header *")) {
            const style = getComputedStyle(e);
            if (style.overflow !== "visible" && style.overflow !== "auto" && shows(e) && !e.closest("svg, input, .brand, .visually-hidden") && (e.scrollHeight > e.clientHeight + 2 || e.scrollWidth > e.clientWidth + 2)) found.push(`${name(e)} is cut`);
          }
          return found;
        }
        """;

    /// <summary>44 px for what is pressed, 24 px for links in a sentence (ux.md part 8).</summary>
    public const string Targets = $$"""
        () => {
          {{Common}}
          const pressed = "button, input:not([type=hidden]), select, textarea, summary, nav a, a.button, a.door, [role=button]";
          const boxOf = e => {
            const label = ["radio", "checkbox"].includes(e.type) && (e.closest("label") || document.querySelector(`label[for="${CSS.escape(e.id)}"]`));
            return (label || e).getBoundingClientRect();
          };
          for (const e of document.querySelectorAll(pressed)) {
            const box = boxOf(e);
            if (shows(e) && (box.width < 43.5 || box.height < 43.5)) found.push(`${name(e)} is ${Math.round(box.width)} × ${Math.round(box.height)} px to press; 44 at least`);
          }
          for (const e of document.querySelectorAll("a[href]")) {
            if (!shows(e) || e.matches(pressed)) continue;
            const style = getComputedStyle(e);
            const line = style.display === "inline" && parseFloat(style.lineHeight) || e.getBoundingClientRect().height;
            if (line < 23.5) found.push(`${name(e)} stands on a line of ${Math.round(line)} px; 24 at least`);
          }
          return found;
        }
        """;

    /// <summary>The way out is the second stop of the keyboard, after the skip link, and in sight at the very bottom.</summary>
    public const string Exit = $$"""
        () => {
          {{Common}}
          const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter(e => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({ visibilityProperty: true }));
          if (stops.some(e => e.tabIndex > 0)) found.push("a tabindex above 0 changes the order");
          // A page without doors has nothing to skip: there the exit comes first.
          const doors = document.querySelector("header nav");
          if (doors && !(stops[0] && stops[0].matches("a.skip[href='#content']"))) found.push("the first stop is not the skip link");
          const exit = stops[doors ? 1 : 0];
          if (!exit || !exit.matches("a.exit[href='/quitter']")) return [...found, "the next stop is not the quick exit"];
          scrollTo({ top: root.scrollHeight, behavior: "instant" });
          const box = exit.getBoundingClientRect();
          const seen = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
          if (box.top < 0 || box.bottom > innerHeight || !seen || !exit.contains(seen)) found.push("the quick exit is out of sight at the bottom of the page");
          scrollTo({ top: 0, behavior: "instant" });
          return found;
        }
        """;
}
