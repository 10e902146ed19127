using Alentour.Foundation.Texts;

namespace Alentour.Foundation.Web;

public enum Night
{
    /// <summary>As the device says.</summary>
    Auto,
    Day,
    Night,
}

/// <summary>
/// How one person wants pages to look, from two cookies that say nothing else ("langue", "affichage") and the Save-Data header.
/// Anything unreadable counts as not chosen.
/// </summary>
/// <param name="TextSize">1 (normal) to 3.</param>
public sealed record Display(Language Language, int TextSize, bool HighContrast, Night Night, bool Calm, bool Spaced, bool SaveData)
{
    public const string LanguageCookie = "langue";
    public const string ChoiceCookie = "affichage";

    public static readonly Display Plain = new(Language.French, 1, false, Night.Auto, false, false, false);

    public static Display Of(HttpRequest request)
    {
        var choices = (request.Cookies[ChoiceCookie] ?? "").Split('.', 12, StringSplitOptions.RemoveEmptyEntries);
        return new Display(
            LanguageCodes.Parse(request.Cookies[LanguageCookie]),
            choices.Contains("texte3") ? 3 : choices.Contains("texte2") ? 2 : 1,
            choices.Contains("contraste"),
            choices.Contains("nuit") ? Night.Night : choices.Contains("jour") ? Night.Day : Night.Auto,
            choices.Contains("calme"),
            choices.Contains("aere"),
            request.Headers["Save-Data"] == "on");
    }

    /// <summary>The value of the cookie "affichage"; empty when nothing differs from the plain look.</summary>
    public string ToCookie() => string.Join('.', Parts());

    /// <summary>The part of a cache key that these choices make.</summary>
    public string CacheKey => $"{Language.Code()}|{ToCookie()}|{(SaveData ? "leger" : "")}";

    /// <summary>The classes of the html element.</summary>
    public string Classes => string.Join(' ', new[]
    {
        TextSize > 1 ? $"text-{TextSize}" : null, HighContrast ? "contrast" : null, Calm ? "calm" : null, Spaced ? "spaced" : null, SaveData ? "light-data" : null,
    }.OfType<string>());

    /// <summary>The value of data-night, or null to follow the device.</summary>
    public string? NightMark => Night switch { Night.Night => "night", Night.Day => "day", _ => null };

    IEnumerable<string> Parts()
    {
        if (TextSize > 1)
            yield return $"texte{TextSize}";
        if (HighContrast)
            yield return "contraste";
        if (Night != Night.Auto)
            yield return Night == Night.Night ? "nuit" : "jour";
        if (Calm)
            yield return "calme";
        if (Spaced)
            yield return "aere";
    }
}

public static class DisplayCookies
{
    static readonly TimeSpan Kept = TimeSpan.FromDays(180);

    public static void Keep(HttpResponse response, Display display)
    {
        var options = Options(response.HttpContext.Request);
        response.Cookies.Append(Display.LanguageCookie, display.Language.Code(), options);
        if (display.ToCookie() is { Length: > 0 } choices)
            response.Cookies.Append(Display.ChoiceCookie, choices, options);
        else
            response.Cookies.Delete(Display.ChoiceCookie, options);
    }

    public static void Keep(HttpResponse response, Language language) =>
        response.Cookies.Append(Display.LanguageCookie, language.Code(), Options(response.HttpContext.Request));

    static CookieOptions Options(HttpRequest request) =>
        new() { Path = "/", MaxAge = Kept, HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = request.IsHttps, IsEssential = true };
}
