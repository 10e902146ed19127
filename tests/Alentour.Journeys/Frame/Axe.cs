using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Alentour.Journeys.Frame;

/// <summary>Reads the page as it stands with axe: no violation, and nothing it could not decide. Contrast at 7:1 (wcag2aaa) everywhere.</summary>
static class Axe
{
    static readonly AxeRunOptions Options = new()
    {
        RunOnly = new RunOnlyOptions
        {
            Type = "tag",
            Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "wcag2aaa", "wcag21aaa", "best-practice"],
        },
        ResultTypes = [ResultType.Violations, ResultType.Incomplete],
    };

    public static async Task<IEnumerable<string>> FindingsAsync(IPage page)
    {
        var result = await page.RunAxe(Options);
        return Say("axe", result.Violations).Concat(Say("axe cannot decide", result.Incomplete));
    }

    static IEnumerable<string> Say(string what, AxeResultItem[] items) =>
        from item in items
        from node in item.Nodes.Take(3)
        let why = node.Any.Concat(node.All).Concat(node.None).Select(c => c.Message).FirstOrDefault()
        select $"{what}: {item.Id} at {node.Target}: {why} {node.Html}";
}
