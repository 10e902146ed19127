namespace Alentour.Foundation.Texts;

/// <summary>The languages of the interface. French is the source; English is its equal.</summary>
public enum Language
{
    French,
    English,
}

public static class LanguageCodes
{
    /// <summary>"fr" or "en": the code in file names, cookies and columns.</summary>
    public static string Code(this Language language) => language == Language.English ? "en" : "fr";

    /// <summary>"fr-CA" or "en-CA": the code for the lang attribute.</summary>
    public static string HtmlCode(this Language language) => language == Language.English ? "en-CA" : "fr-CA";

    /// <summary>The language of a code, French for anything unknown.</summary>
    public static Language Parse(string? code) =>
        code is not null && code.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Language.English : Language.French;
}
