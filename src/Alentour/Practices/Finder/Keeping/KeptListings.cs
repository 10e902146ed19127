using System.Globalization;
using Alentour.Community.Organizations;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;
using Alentour.Practices.Finder.Indexes;
using Alentour.Practices.Finder.Listings;

namespace Alentour.Practices.Finder.Keeping;

/// <summary>One page of the list as its coordinator sees it.</summary>
/// <param name="Count">How many entries there are on all pages.</param>
/// <param name="PastDate">How many of them were checked too long ago.</param>
public sealed record KeptPage(IReadOnlyList<ListedEntry> Entries, int Count, int PastDate, int Page, int Pages, IReadOnlyList<ListedEntry> Withdrawn);

/// <summary>The list of resources for whoever keeps it: those past their date first, then those that nobody checked, then the others, by name.</summary>
public sealed class KeptListings(Database database, HouseClock clock)
{
    public const int PageSize = 15;

    // A meeting list from elsewhere brings thousands of groups, which its own people keep: they come only when asked for.
    const string OfTheHouse = "(e.source_key IN ('seeds', 'house') OR e.edited_at IS NOT NULL OR e.withdrawn_at IS NOT NULL OR e.sheet LIKE '%\"verifiedOn\":%')";

    static readonly CompareInfo FrenchOrder = CultureInfo.GetCultureInfo("fr-CA").CompareInfo;

    /// <param name="typed">Words of the name, of the town or of for whom it is; "" for all.</param>
    /// <param name="withReceived">Also what other organisations' lists brought and nobody here touched.</param>
    public async Task<KeptPage> ReadAsync(string typed, bool withReceived, int page, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        var words = SearchWords.Asked(typed);
        var found = (await ListingStore.WhereAsync(connection, withReceived ? "1 = 1" : OfTheHouse, stop)).Where(e => Says(e.Sheet, words)).ToList();
        var (today, kept) = (clock.Now.Day, found.Where(e => !e.IsWithdrawn).ToList());
        var pages = Math.Max(1, (kept.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        return new KeptPage(
            [.. InOrder(kept, today).Skip((page - 1) * PageSize).Take(PageSize)], kept.Count,
            kept.Count(e => VerifiedWords.IsPastDate(e.Sheet.VerifiedOn, today)), page, pages, [.. InOrder(found.Where(e => e.IsWithdrawn), today)]);
    }

    /// <summary>The entry at this address, withdrawn or not; null when there is none.</summary>
    public async Task<ListedEntry?> AtAsync(string slug, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return await ListingStore.AtAsync(connection, null, slug, stop);
    }

    static IEnumerable<ListedEntry> InOrder(IEnumerable<ListedEntry> entries, DateOnly today) => entries
        .Select(e => (Entry: e, Name: FrenchOrder.GetSortKey(e.Sheet.Name.In(Language.French), CompareOptions.IgnoreCase)))
        .OrderBy(e => VerifiedWords.IsPastDate(e.Entry.Sheet.VerifiedOn, today) ? 0 : e.Entry.Sheet.VerifiedOn is null ? 1 : 2)
        .ThenBy(e => e.Name, Comparer<SortKey>.Create(SortKey.Compare)).ThenBy(e => e.Entry.Slug, StringComparer.Ordinal)
        .Select(e => e.Entry);

    static bool Says(ListedSheet sheet, IReadOnlyList<string> asked)
    {
        if (asked.Count == 0)
            return true;
        var said = SearchWords.Of(sheet.Name.Fr, sheet.Name.En, sheet.Town, sheet.Summary?.Fr, sheet.Summary?.En, sheet.ForWhom?.Fr, sheet.ForWhom?.En);
        return asked.All(word => said.Any(s => s.StartsWith(word, StringComparison.Ordinal)));
    }
}
