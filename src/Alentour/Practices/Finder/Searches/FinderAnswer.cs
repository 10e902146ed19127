using Alentour.Practices.Finder.Indexes;
using Alentour.Practices.Finder.Listings;

namespace Alentour.Practices.Finder.Searches;

/// <summary>The next date of a row that is neither cancelled nor moved away.</summary>
public sealed record NextDate(DateOnly Day, TimeOnly StartsAt, bool IsMoved);

/// <summary>One result.</summary>
/// <param name="Kilometres">From the middle of the search, where there is one.</param>
public sealed record Found(FinderCard Card, NextDate? Next, double? Kilometres);

/// <summary>One page of results.</summary>
/// <param name="Count">How many there are, at most <see cref="FinderQuery.Most"/>.</param>
/// <param name="IsMore">Whether there are more than that.</param>
public sealed record FinderAnswer(IReadOnlyList<Found> Results, int Count, bool IsMore, int Page)
{
    /// <summary>The results by kind, in reading order: books and networks never stand among groups.</summary>
    public IEnumerable<(EntryKind Kind, IReadOnlyList<Found> Results)> Sections => Results.GroupBy(f => f.Card.Kind).Select(g => (g.Key, (IReadOnlyList<Found>)[.. g]));

    /// <summary>
    /// Who bears the words in its name first, within its kind. Only where one page holds all: the database reads in its own order, and stops early.
    /// </summary>
    public FinderAnswer NamesFirst(IReadOnlyList<string> words) => words.Count == 0 || Pages > 1 ? this
        : this with { Results = [.. Results.OrderBy(f => f.Card.Kind).ThenBy(f => Bears(f.Card, words) ? 0 : 1)] };

    static bool Bears(FinderCard card, IReadOnlyList<string> words)
    {
        var name = SearchWords.Of(card.Title.Fr, card.Title.En);
        return words.All(word => name.Any(n => n.StartsWith(word, StringComparison.Ordinal)));
    }

    public int Pages => Math.Max(1, (Count + FinderQuery.PageSize - 1) / FinderQuery.PageSize);
}
