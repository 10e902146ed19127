using System.Text.RegularExpressions;

namespace Alentour.Foundation.Texts;

/// <summary>
/// Canadian French typography (OQLF): a no-break space before the colon, inside « » and between a number and its unit;
/// no space before ; ? !. Writers type ordinary spaces; this puts the right ones.
/// </summary>
public static partial class Typography
{
    const string NoBreak = "\u00A0";

    public static string French(string sentence)
    {
        // Pages say hundreds of texts, and most hold nothing to change: a glance costs a tenth of a search.
        var text = sentence.Contains('\'') ? Apostrophes().Replace(sentence, "’") : sentence;
        text = text.Replace("« ", "«" + NoBreak, StringComparison.Ordinal).Replace(" »", NoBreak + "»", StringComparison.Ordinal);
        text = text.Replace(" :", NoBreak + ":", StringComparison.Ordinal);
        if (!text.AsSpan().ContainsAnyInRange('0', '9'))
            return text;
        text = NumberAndUnit().Replace(text, "$1" + NoBreak + "$2");
        return HourAndMinutes().Replace(text, "$1" + NoBreak + "h" + NoBreak + "$2");
    }

    public static string English(string sentence)
    {
        var text = sentence.Contains('\'') ? Apostrophes().Replace(sentence, "’") : sentence;
        return text.AsSpan().ContainsAnyInRange('0', '9') ? HourOfDay().Replace(text, "$1" + NoBreak + "$2") : text;
    }

    [GeneratedRegex(@"(?<=\p{L})'(?=\p{L}|\{|«)")]
    private static partial Regex Apostrophes();

    [GeneratedRegex(@"(\d) (h\b|km\b|px\b|\$|%|min\b)")]
    private static partial Regex NumberAndUnit();

    [GeneratedRegex(@"(\d)[ \u00A0]h (\d\d)")]
    private static partial Regex HourAndMinutes();

    [GeneratedRegex(@"(\d) (a\.m\.|p\.m\.|km\b)")]
    private static partial Regex HourOfDay();
}
