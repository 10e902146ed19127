using System.Text.RegularExpressions;
using Alentour.Tests.Shape.Reading;

namespace Alentour.Tests.Shape.Sentences;

/// <summary>Pages hold no words of their own, so that every sentence has its two languages: @T["key"] says them.</summary>
static partial class TextInPages
{
    public static IReadOnlyList<Finding> Findings()
    {
        using var house = Compiled.House();
        return [.. from page in RazorMarkup.All(house)
                   from words in Words(page.Markup)
                   select new Finding($"{page.Page} {words}", $"{page.Page} says \"{words}\" itself; put it in Texts.fr.json and Texts.en.json.")];
    }

    static IEnumerable<string> Words(string markup) =>
        SpokenAttribute().Matches(markup).Select(m => m.Groups[1].Value)
            .Concat(Tag().Split(NotShown().Replace(markup, "")))
            .Select(text => Entity().Replace(text, "").Replace("\0", "", StringComparison.Ordinal).Trim())
            .Where(text => text.Any(char.IsLetter));

    /// <summary>Attributes that people hear or read.</summary>
    [GeneratedRegex("""\s(?:alt|title|aria-label|placeholder|aria-description)="([^"]*)["]""")]
    private static partial Regex SpokenAttribute();

    [GeneratedRegex(@"<(script|style|svg)\b.*?</\1>|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex NotShown();

    // A tag may be cut by the end of a method or by a hole.
    [GeneratedRegex(@"<[^>]*(>|$)|^[^<>]*\0?[^<>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"&\w+;")]
    private static partial Regex Entity();
}
