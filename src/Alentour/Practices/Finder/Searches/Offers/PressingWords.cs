using System.Text.RegularExpressions;
using Alentour.Foundation.Texts;

namespace Alentour.Practices.Finder.Searches.Offers;

/// <summary>
/// Words by which a person may be saying that it presses: the page then shows first who answers. The page alone, to the person alone:
/// nobody is alerted, nothing is kept, and the search goes on (domain.md 2.16 and 2.17).
/// </summary>
static partial class PressingWords
{
    public static bool AreIn(string typed) => Said().IsMatch(PlainLetters.Of(typed));

    [GeneratedRegex(
        @"\b(sui[cs]i|mourir|en finir|me tuer|me blesser|me faire (du )?mal|crise|urgen|detresse|danger|paniqu|violen|frappe|menace|surveill|a qui parler|plus capable"
        + @"|to die\b|dying|kill|hurt myself|crisis|emergency|abus|overdose|talk to someone)", RegexOptions.CultureInvariant)]
    private static partial Regex Said();
}
