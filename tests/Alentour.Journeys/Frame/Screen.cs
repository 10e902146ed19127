using Microsoft.Playwright;

namespace Alentour.Journeys.Frame;

/// <summary>What a person holds: a phone of 360 × 640 or a desk of 1280 × 800, with or without scripts, by day or by night.</summary>
public sealed record Screen(int Width, bool Scripts = true, bool Night = false, bool ForcedColours = false)
{
    public static readonly Screen Phone = new(360);
    public static readonly Screen Desk = new(1280);

    public int Height { get; init; } = Width < 600 ? 640 : 800;

    internal BrowserNewContextOptions Options(Uri house) => new()
    {
        BaseURL = house.ToString(),
        ViewportSize = new() { Width = Width, Height = Height },
        JavaScriptEnabled = Scripts,
        ColorScheme = Night ? ColorScheme.Dark : ColorScheme.Light,
        ForcedColors = ForcedColours ? Microsoft.Playwright.ForcedColors.Active : Microsoft.Playwright.ForcedColors.None,
        Locale = "fr-CA",
        TimezoneId = "America/Toronto",
    };

    public override string ToString() => $"{Width} px{(Scripts ? "" : ", no script")}{(Night ? ", night" : "")}{(ForcedColours ? ", forced colours" : "")}";
}

/// <summary>The four screens that a journey is walked on, as rows of a theory.</summary>
public sealed class EveryScreen : TheoryData<int, bool>
{
    public EveryScreen()
    {
        foreach (var width in new[] { 360, 1280 })
            foreach (var scripts in new[] { true, false })
                Add(width, scripts);
    }
}
