using Microsoft.Playwright;

namespace Alentour.Journeys.Frame;

/// <summary>What every page must be to every person: whole at each width, pressable, named, readable by all, and quick to leave.</summary>
public static class LookAt
{
    public static readonly int[] Widths = [320, 360, 1280];

    /// <returns>One line for each thing that is not as it must be.</returns>
    public static async Task<IReadOnlyList<string>> PageAsync(Walk walk)
    {
        var findings = new List<string>(await ShapeAsync(walk));
        if (walk.Screen.Scripts)
            findings.AddRange(await Axe.FindingsAsync(walk.Page));
        return findings;
    }

    /// <summary>All but the reading by axe: works without scripts too.</summary>
    public static async Task<IReadOnlyList<string>> ShapeAsync(Walk walk)
    {
        var findings = new List<string>();
        findings.AddRange(await walk.Page.EvaluateAsync<string[]>(Looks.Names));
        findings.AddRange(await walk.Page.EvaluateAsync<string[]>(Looks.Exit));
        foreach (var width in Widths)
        {
            await walk.Page.SetViewportSizeAsync(width, walk.Screen.Height);
            findings.AddRange(from overflow in await walk.Page.EvaluateAsync<string[]>(Looks.Overflow) select $"{width} px: {overflow}");
            findings.AddRange(from target in await walk.Page.EvaluateAsync<string[]>(Looks.Targets) select $"{width} px: {target}");
        }
        await walk.Page.SetViewportSizeAsync(walk.Screen.Width, walk.Screen.Height);
        return findings;
    }

    /// <summary>Only what does not fit in the window as it is now.</summary>
    public static async Task<IReadOnlyList<string>> OverflowAsync(IPage page) => await page.EvaluateAsync<string[]>(Looks.Overflow);
}
