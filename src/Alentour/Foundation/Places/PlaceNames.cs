using System.Text;
using Alentour.Foundation.Texts;

namespace Alentour.Foundation.Places;

/// <summary>Names of places as people type them: « st jerome » is « Saint-Jérôme ».</summary>
public static class PlaceNames
{
    const int Longest = 80;

    /// <summary>What two spellings of one name have in common: no case, accent, hyphen or apostrophe, "saint" in full.</summary>
    public static string Fold(string name)
    {
        var plain = new StringBuilder();
        foreach (var rune in PlainLetters.Of(name.Length > Longest ? name[..Longest] : name).EnumerateRunes())
            plain.Append(Rune.IsLetterOrDigit(rune) ? rune.ToString() : " ");
        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Full));
    }

    static string Full(string word) => word switch
    {
        "st" => "saint",
        "ste" => "sainte",
        "sts" => "saints",
        "stes" => "saintes",
        _ => word,
    };
}
