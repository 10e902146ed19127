using Alentour.Foundation.Texts;

namespace Alentour.Practices.CrisisHelp.Lines;

/// <summary>A crisis line as the house keeps it.</summary>
/// <param name="Key">Its part of the address; stays when the line is renamed.</param>
/// <param name="Version">Rises with each change; 0 while the line is not in the database yet.</param>
public sealed record KeptLine(string Key, CrisisLine Line, DateOnly ChangedOn, bool IsWithdrawn, int Version)
{
    /// <summary>As many as the page takes (see CrisisLineJson).</summary>
    public const int Most = 40;

    static readonly IReadOnlySet<string> DayAndNightOfQuebec =
        WithKeys(CrisisLineFile.OfQuebec.All).Where(l => Answers(l.Line)).Select(l => l.Key).ToHashSet();

    /// <summary>These lines, each with a key drawn from its name.</summary>
    public static IEnumerable<(string Key, CrisisLine Line)> WithKeys(IEnumerable<CrisisLine> lines)
    {
        var taken = new HashSet<string>();
        foreach (var line in lines.OrderBy(l => l.Order))
            yield return (NewKey(line.Name, taken), line);
    }

    /// <summary>A key for a line of this name that none of these has.</summary>
    public static string NewKey(Bilingual name, ISet<string> taken)
    {
        var plain = PlainLetters.Slug(name.In(Language.French)) is { Length: > 0 } slug ? slug : "ligne";
        var key = plain;
        for (var number = 2; !taken.Add(key); number++)
            key = $"{plain}-{number}";
        return key;
    }

    /// <summary>
    /// Whether somebody answers on /aide day and night by voice, everywhere in Quebec: one of the public lines that come with the program.
    /// Whoever changes the lines cannot take away the last of them.
    /// </summary>
    public static bool SomebodyAlwaysAnswers(IEnumerable<KeptLine> lines) => lines.Any(l => !l.IsWithdrawn && DayAndNightOfQuebec.Contains(l.Key) && Answers(l.Line));

    static bool Answers(CrisisLine line) => line is { Opening.Kind: OpeningKind.Always, Call: not null };
}
