using System.Data.Common;
using System.Globalization;
using Alentour.Community.Groups;
using Alentour.Community.Organizations;
using Alentour.Foundation.Clock;
using Alentour.Foundation.Store;
using Alentour.Practices.Finder.Listings;

namespace Alentour.Practices.Finder.Indexes;

/// <summary>Keeps the search tables true: written anew in one transaction when public content changed, and their dates when the day did.</summary>
public sealed class FinderIndex(Database database, IServiceScopeFactory scopes, HouseStore houses, PublicVersion version, TimeProvider clock) : IPublicChange
{
    // Raised when the shape of the index changes, so that a newer program writes it anew.
    const string Shape = "3";
    const string ContentFact = "finder_content";
    const string DayFact = "finder_day";

    static readonly CompareInfo FrenchOrder = CultureInfo.GetCultureInfo("fr-CA").CompareInfo;

    // One look at a time: an act that refreshes while the watch looks would write everything twice, and each would find the other's work stale.
    readonly SemaphoreSlim _oneLook = new(1);

    /// <summary>Writes what is no longer true: everything after a change of content, the dates after midnight.</summary>
    public async Task RefreshIfStaleAsync(CancellationToken stop)
    {
        await _oneLook.WaitAsync(stop);
        try
        {
            var today = WallClock.ToLocal(clock.GetUtcNow(), await ZoneAsync(stop)).Day;
            var (content, keptContent, keptDay) = await StateAsync(stop);
            if (keptContent != $"{Shape}.{content}")
                await WriteAsync(datesOnly: false, stop);
            else if (keptDay != Day(today))
                await WriteAsync(datesOnly: true, stop);
        }
        finally
        {
            _oneLook.Release();
        }
    }

    /// <inheritdoc/>
    public Task WasMadeAsync(CancellationToken stop) => RefreshIfStaleAsync(stop);

    async Task WriteAsync(bool datesOnly, CancellationToken stop)
    {
        var zone = await ZoneAsync(stop);
        var (seen, _, _) = await StateAsync(stop);
        // Asked for here alone: a start whose index is still true does not wait for EF to wake.
        await using var scope = scopes.CreateAsyncScope();
        var ours = await scope.ServiceProvider.GetRequiredService<GroupStore>().ForPublic().AllAsync(stop);
        var today = WallClock.ToLocal(clock.GetUtcNow(), zone).Day;
        var announced = new List<AnnouncedActivity>();
        foreach (var agenda in scope.ServiceProvider.GetServices<IHouseAgenda>())
            announced.AddRange(await agenda.ForPublicAsync(today, today.AddDays(ComingDates.DaysOfHouse - 1), stop));
        await database.WriteAsync(async (connection, transaction) =>
        {
            // An activity comes and goes with its dates, and the place of a row is its id.
            datesOnly = datesOnly && announced.Count == 0 && !await HasActivitiesAsync(connection, transaction, stop);
            var rows = await RowsAsync(connection, transaction, [.. ours.Select(IndexRow.Of), .. announced.Select(IndexRow.Of)], stop);
            var writer = new IndexWriter(connection, transaction, database.Dialect);
            if (!datesOnly)
                await writer.WriteRowsAsync(rows, stop);
            await writer.WriteDatesAsync(rows, clock.GetUtcNow(), zone, stop);
            await version.RaiseAsync(connection, transaction, stop);
            // One more than was seen: should something else have changed meanwhile, the next look finds the index stale.
            await StoreFacts.WriteAsync(connection, transaction, ContentFact, string.Create(CultureInfo.InvariantCulture, $"{Shape}.{seen + 1}"), stop);
            await StoreFacts.WriteAsync(connection, transaction, DayFact, Day(WallClock.ToLocal(clock.GetUtcNow(), zone).Day), stop);
        }, stop);
    }

    /// <summary>Every row in reading order: groups of the house, what its organisation announces, groups elsewhere, resources, rights, each by French name.</summary>
    static async Task<List<IndexRow>> RowsAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<IndexRow> ours, CancellationToken stop)
    {
        var sources = await ListingStore.SourcesAsync(connection, transaction, stop);
        var listed = (await ListingStore.AllAsync(connection, transaction, null, stop)).Where(e => !e.IsWithdrawn);
        return [.. ours.Concat(listed.Select(e => IndexRow.Of(e, sources[e.SourceKey])))
            .Select(r => (Row: r, Name: FrenchOrder.GetSortKey(r.Card.Title.Fr ?? r.Card.Title.En ?? "", CompareOptions.IgnoreCase)))
            .OrderBy(r => r.Row.Card.Kind).ThenBy(r => r.Name, Comparer<SortKey>.Create(SortKey.Compare)).ThenBy(r => r.Row.Card.Slug, StringComparer.Ordinal)
            .Select(r => r.Row)];
    }

    static async Task<bool> HasActivitiesAsync(DbConnection connection, DbTransaction transaction, CancellationToken stop) =>
        (await connection.Command("SELECT id FROM finder_row WHERE kind = 1 LIMIT 1", transaction).ListAsync(r => r.GetInt32(0), stop)).Count > 0;

    async Task<(long Content, string? KeptContent, string? KeptDay)> StateAsync(CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        await using var command = connection.Command("SELECT number FROM public_version");
        var number = Convert.ToInt64(await command.ExecuteScalarAsync(stop), CultureInfo.InvariantCulture);
        return (number, await StoreFacts.ReadAsync(connection, ContentFact, stop), await StoreFacts.ReadAsync(connection, DayFact, stop));
    }

    async Task<TimeZoneInfo> ZoneAsync(CancellationToken stop) => Zones.Find((await houses.ForPublicAsync(stop))?.Zone);

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
