using System.Security.Cryptography;
using Alentour.Foundation.Texts;

namespace Alentour.Community.People.Cards;

/// <summary>
/// The words of the cards: the French list of BIP-39, less those that could hurt. Six drawn by chance hold 64 bits at least.
/// The first four letters of each are unlike all others, so that they suffice; accents, case and spaces do not count.
/// </summary>
public static class CardWords
{
    /// <summary>Words on one card.</summary>
    public const int OnACard = 6;

    /// <summary>Words on a slip that lives some weeks and opens nothing that exists: an invitation.</summary>
    public const int OnASlip = 3;

    /// <summary>Words that open one thing for one evening.</summary>
    public const int ForAnEvening = 4;

    const int LettersThatCount = 4;

    public static IReadOnlyList<string> All { get; } = Read();

    static readonly Dictionary<string, string> ByBeginning = All.ToDictionary(Beginning);

    /// <summary>Words drawn by the generator of the operating system.</summary>
    public static IReadOnlyList<string> Draw(int count = OnACard) => [.. Enumerable.Range(0, count).Select(_ => All[RandomNumberGenerator.GetInt32(All.Count)])];

    /// <summary>The words meant by what a person typed, or null when one of them is not in the list or they are not as many.</summary>
    public static IReadOnlyList<string>? Understand(string? typed, int count = OnACard)
    {
        var parts = PlainLetters.Of(typed ?? "").Split([' ', ',', ';', '.', '-', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length != count)
            return null;
        var words = parts.Select(p => p.Length < LettersThatCount ? null : ByBeginning.GetValueOrDefault(p[..LettersThatCount])).ToList();
        return words.Contains(null) ? null : [.. words.OfType<string>()];
    }

    static string Beginning(string word) => PlainLetters.Of(word)[..LettersThatCount];

    static List<string> Read()
    {
        using var stream = typeof(CardWords).Assembly.GetManifestResourceStream("Alentour.Community.People.Content.card-words.txt")
            ?? throw new FileNotFoundException("The words of the cards are not embedded.");
        using var reader = new StreamReader(stream);
        var words = new List<string>();
        while (reader.ReadLine() is { } line)
            words.Add(line);
        return words;
    }
}
