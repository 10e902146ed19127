using System.Globalization;
using System.Text;

namespace Alentour.Foundation.Texts;

/// <summary>What people type, as others will see it: nothing hidden in it, and cut where no sign is broken.</summary>
public static class VisibleText
{
    /// <summary>Letters and marks that leave a blank and are in no category of blanks: Hangul fillers, the empty Braille cell, joiners without width.</summary>
    static readonly int[] Blanks = [0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0];

    /// <summary>Whether it holds signs that do not show, or turn the line round: a text that could pass for another. Ends of lines do not count.</summary>
    public static bool HidesSigns(string text) => text.EnumerateRunes().Any(r => r.Value != '\n' && IsHidden(r));

    /// <summary>The same without them.</summary>
    public static string WithoutHidden(string text) => string.Concat(text.EnumerateRunes().Where(r => !IsHidden(r)));

    /// <summary>At most this many UTF-16 characters, none of its signs cut in two.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var end = 0;
        while (end + StringInfo.GetNextTextElementLength(text, end) is var next && next <= longest)
            end = next;
        return text[..end];
    }

    // Half a surrogate pair is read as U+FFFD, which nobody types.
    static bool IsHidden(Rune rune) => rune == Rune.ReplacementChar || Blanks.Contains(rune.Value)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
