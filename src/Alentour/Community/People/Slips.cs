using Alentour.Community.People.Cards;
using Alentour.Community.People.Entering;

namespace Alentour.Community.People;

/// <summary>Three plain words that stand for something short-lived: easy to say on the phone, to write on a hand. Only a seal of them is kept.</summary>
public sealed class Slips(CardKey key, Tries tries)
{
    /// <summary>Words drawn by chance, and what to keep of them.</summary>
    public (IReadOnlyList<string> Words, string Lookup) Draw()
    {
        var words = CardWords.Draw(CardWords.OnASlip);
        return (words, key.SealSlip(words));
    }

    /// <summary>What would be kept of these words; null when they are not three of the list.</summary>
    public string? LookupOf(string? typed) => CardWords.Understand(typed, CardWords.OnASlip) is { } words ? key.SealSlip(words) : null;

    /// <summary>Words by which people in one room open the same door for an evening: four, kept as they are by whoever shows them again.</summary>
    public static IReadOnlyList<string> DrawForAnEvening() => CardWords.Draw(CardWords.ForAnEvening);

    /// <summary>The words of an evening as they were drawn; null when what was typed is not four of the list.</summary>
    public static IReadOnlyList<string>? EveningWords(string? typed) => CardWords.Understand(typed, CardWords.ForAnEvening);

    /// <summary>Whether the address this request comes from has tried too many wrong words and has to wait ten minutes.</summary>
    public bool MustWait(HttpContext context) => tries.MustWait(CountedBy(context));

    public void WasWrong(HttpContext context) => tries.WasWrong(CountedBy(context));

    // Apart from the door of accounts: whoever mistypes a slip, or does it on purpose, shuts nobody of the same network out of theirs.
    static string CountedBy(HttpContext context) => "slip " + Tries.AddressOf(context);
}
