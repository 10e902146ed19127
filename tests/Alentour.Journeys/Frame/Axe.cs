using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Alentour.Journeys.Frame;

/// <summary>
/// Reads the page as it stands with axe: no violation, and nothing it could not decide. Contrast at 7:1 (wcag2aaa) everywhere. A page that is
/// followed live may change while it is read: then axe missed what went away, and reads it again.
/// </summary>
static class Axe
{
    static readonly string Script = new BundledAxeScriptProvider().GetScript();

    // One call and few words back: the wrapper of Deque opens a second page for each page it reads, and sends home all that is well.
    const string Run = """
        async () => {
          const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "wcag2aaa", "wcag21aaa", "best-practice"];
          const changes = new MutationObserver(() => {});
          changes.observe(document.body, { childList: true, subtree: true });
          let result, readings = 0;
          do {
            if (readings++ === 5) return ["The page changed each time that axe read it."];
            changes.takeRecords();
            result = await axe.run({ runOnly: { type: "tag", values: tags }, resultTypes: ["violations", "incomplete"], reporter: "v2" });
          } while (changes.takeRecords().length);
          changes.disconnect();
          const said = (what, items) => items.flatMap(item => item.nodes.slice(0, 3).map(node =>
            `${what}: ${item.id} at ${node.target}: ${[...node.any, ...node.all, ...node.none].map(c => c.message)[0] || ""} ${node.html}`));
          return [...said("axe", result.violations), ...said("axe cannot decide", result.incomplete)];
        }
        """;

    public static async Task<IReadOnlyList<string>> FindingsAsync(IPage page)
    {
        await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(Run);
    }
}
