using System.Globalization;
using System.Text;

namespace Alentour.Foundation.Texts;

/// <summary>Letters as a search or an address takes them: lower case, no accent, œ as oe. Never throws, whatever bytes came in.</summary>
public static class PlainLetters
{
    /// <summary>Everything but letters is left as it is.</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in WellFormed(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark)
                continue;
            _ = rune.Value switch
            {
                'œ' or 'Œ' => plain.Append("oe"),
                'æ' or 'Æ' => plain.Append("ae"),
                'ß' or 'ẞ' => plain.Append("ss"),
                _ => plain.Append(Rune.ToLowerInvariant(rune).ToString()),
            };
        }
        return plain.ToString();
    }

    /// <summary>Lower-case ASCII words joined by hyphens, for an address; "" when the text holds no such letter.</summary>
    /// <param name="longest">At most this many characters, cut between words where it can be.</param>
    public static string Slug(string text, int longest = 60)
    {
        var slug = new StringBuilder();
        foreach (var letter in Of(text))
        {
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(letter);
            else if (slug.Length > 0 && slug[^1] != '-' && letter is not ('\'' or '’' or '.' or '·'))
                slug.Append('-');
            if (slug.Length > longest)
                break;
        }
        if (slug.Length > longest)
            slug.Length = slug.ToString().LastIndexOf('-') is > 20 and var cut ? cut : longest;
        return slug.ToString().Trim('-');
    }

    // Normalize throws on half a surrogate pair and on non-characters, and an address may hold both.
    static string WellFormed(string text) =>
        text.All(c => !char.IsSurrogate(c) && c is not ((>= '\uFDD0' and <= '\uFDEF') or '\uFFFE' or '\uFFFF')) ? text
        : string.Concat(text.EnumerateRunes().Select(r => (r.Value & 0xFFFE) == 0xFFFE || r.Value is >= 0xFDD0 and <= 0xFDEF ? " " : r.ToString()));
}
