using Alentour.Foundation.Texts;

namespace Alentour.Practices.Finder.Listings;

/// <summary>What a person may need to be able to come, as ?acces= takes it.</summary>
[Flags]
public enum AccessNeeds
{
    None = 0,
    NoSteps = 1,
    ScentFree = 2,
    QuietCorner = 4,
    NoCamera = 8,
    Children = 16,
    SignLanguage = 32,
}

public static class AccessWords
{
    /// <summary>The word of each in an address; the same word ends its text key.</summary>
    public static readonly IReadOnlyList<(string Code, AccessNeeds Need)> Codes =
    [
        ("sans-marche", AccessNeeds.NoSteps), ("sans-parfum", AccessNeeds.ScentFree), ("coin-tranquille", AccessNeeds.QuietCorner),
        ("sans-camera", AccessNeeds.NoCamera), ("enfants", AccessNeeds.Children), ("signes", AccessNeeds.SignLanguage),
    ];

    // Whole beginnings and not single words: « pas de rampe » must not count as a ramp.
    static readonly (string Beginning, AccessNeeds Need)[] Beginnings =
    [
        ("sans marche", AccessNeeds.NoSteps), ("rampe d'acces", AccessNeeds.NoSteps), ("acces en fauteuil", AccessNeeds.NoSteps),
        ("ascenseur", AccessNeeds.NoSteps), ("no step", AccessNeeds.NoSteps), ("step-free", AccessNeeds.NoSteps), ("wheelchair", AccessNeeds.NoSteps),
        ("sans parfum", AccessNeeds.ScentFree), ("scent-free", AccessNeeds.ScentFree),
        ("chambre tranquille", AccessNeeds.QuietCorner), ("coin tranquille", AccessNeeds.QuietCorner), ("une table a l'ecart", AccessNeeds.QuietCorner), ("quiet room", AccessNeeds.QuietCorner),
        ("camera jamais", AccessNeeds.NoCamera), ("camera never", AccessNeeds.NoCamera), ("sans camera", AccessNeeds.NoCamera),
        ("enfants", AccessNeeds.Children), ("children", AccessNeeds.Children),
        ("langue des signes", AccessNeeds.SignLanguage), ("sign language", AccessNeeds.SignLanguage),
    ];

    /// <summary>What the free words of a group certainly promise.</summary>
    public static AccessNeeds Of(IEnumerable<string> words) => words
        .Select(w => PlainLetters.Of(w).Replace('’', '\''))
        .SelectMany(w => Beginnings.Where(b => w.StartsWith(b.Beginning, StringComparison.Ordinal)))
        .Aggregate(AccessNeeds.None, (all, b) => all | b.Need);

    public static AccessNeeds Parse(string code) => Codes.FirstOrDefault(c => c.Code == code).Need;

    public static IEnumerable<string> CodesIn(AccessNeeds needs) => Codes.Where(c => needs.HasFlag(c.Need)).Select(c => c.Code);
}
