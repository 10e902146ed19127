using Alentour.Practices.Finder.Indexes;

namespace Alentour.Practices.Finder.Searches.Offers;

/// <summary>Less of a search, and how many it finds.</summary>
/// <param name="Word">The one word that is left; null when the place was taken off.</param>
public sealed record Wider(string? Word, FinderQuery Query, FinderAnswer Answer);

/// <summary>For a search that found nothing: the same wherever it is, then one word at a time. Nobody has to guess which word was too much.</summary>
public sealed class WiderSearch(FinderSearch search)
{
    const int MostWords = 6;

    public async Task<IReadOnlyList<Wider>> FindAsync(FinderQuery query, SoughtPlace sought, CancellationToken stop)
    {
        var anywhere = query with { Place = "", Here = null, Region = null, Page = 1 };
        var tries = new List<(string? Word, FinderQuery Query)>();
        if (sought.Centre is not null || sought.Region is not null)
            tries.Add((null, anywhere));
        if (query.Words.Count > 1)
            tries.AddRange(WordsOf(query.Typed).Select(word => ((string?)word, anywhere with { Typed = word, Words = SearchWords.Asked(word) })));
        var found = new List<Wider>();
        foreach (var (word, wider) in tries)
            if (await search.FindAsync(wider, SoughtPlace.Anywhere, stop) is { Count: > 0 } answer)
                found.Add(new Wider(word, wider, answer));
        return found;
    }

    static IEnumerable<string> WordsOf(string typed) =>
        typed.Split([' ', ',', ';', '.', '?', '!', '\'', '’', '«', '»', '\u00A0'], StringSplitOptions.RemoveEmptyEntries).Where(SearchWords.Tells).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostWords);
}
