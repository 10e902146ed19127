using System.Data.Common;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Practices.Finder.Indexes;

/// <summary>A word of the entries.</summary>
/// <param name="Plain">Folded as the index folds it.</param>
/// <param name="Said">With its accents, as an entry writes it.</param>
/// <param name="Times">How often entries say it.</param>
public sealed record KnownWord(string Plain, string Said, int Times);

/// <summary>The words that entries say most, and those one letter away from what a person typed: « dueil » → « deuil ».</summary>
static class KnownWords
{
    const int Shortest = 4;
    const int Longest = 20;
    const int MostKept = 20_000;
    const int MostAtOnce = 200;
    const string Letters = "abcdefghijklmnopqrstuvwxyz";

    public static IReadOnlyList<KnownWord> In(IEnumerable<string?> texts)
    {
        var known = new Dictionary<string, KnownWord>(StringComparer.Ordinal);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var lookup = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var text in texts)
            foreach (var range in WordsIn(text ?? ""))
                lookup[text.AsSpan(range)] = lookup.TryGetValue(text.AsSpan(range), out var times) ? times + 1 : 1;
        foreach (var (word, times) in counts)
        {
            var plain = PlainLetters.Of(word);
            known[plain] = known.TryGetValue(plain, out var same) ? same with { Times = same.Times + times } : new KnownWord(plain, word.ToLowerInvariant(), times);
        }
        return [.. known.Values.OrderByDescending(w => w.Times).ThenBy(w => w.Plain, StringComparer.Ordinal).Take(MostKept)];
    }

    /// <summary>Where the words of ordinary length stand in a text; what is longer is nobody's slip of the finger.</summary>
    public static IEnumerable<Range> WordsIn(string text)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetter(text[i]))
                continue;
            if (i - start is >= Shortest and <= Longest)
                yield return start..i;
            start = i + 1;
        }
    }

    /// <summary>Known words one letter too many, too few, other or swapped away from this one; the most said first.</summary>
    public static async Task<IReadOnlyList<KnownWord>> NearAsync(DbConnection connection, string word, CancellationToken stop)
    {
        var plain = PlainLetters.Of(word);
        var near = new List<KnownWord>();
        foreach (var some in OneLetterAway(plain).Distinct().Where(w => w != plain).Chunk(MostAtOnce))
            near.AddRange(await connection.Command(
                $"SELECT word, said, times FROM finder_known WHERE word IN ({string.Join(", ", some.Select((_, i) => $"@w{i}"))})", null,
                [.. some.Select((w, i) => ($"w{i}", (object?)w))]).ListAsync(r => new KnownWord(r.GetString(0), r.GetString(1), r.GetInt32(2)), stop));
        return [.. near.OrderByDescending(w => w.Times).ThenBy(w => w.Plain, StringComparer.Ordinal)];
    }

    static IEnumerable<string> OneLetterAway(string word)
    {
        if (word.Length is < Shortest or > Longest)
            yield break;
        for (var i = 0; i <= word.Length; i++)
        {
            var (before, after) = (word[..i], word[i..]);
            foreach (var letter in Letters)
                yield return before + letter + after;
            if (after.Length == 0)
                continue;
            yield return before + after[1..];
            foreach (var letter in Letters)
                yield return before + letter + after[1..];
            if (after.Length > 1)
                yield return before + after[1] + after[0] + after[2..];
        }
    }
}
