using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Alentour.Community.Groups;
using Alentour.Community.Organizations;
using Alentour.Foundation.Places;
using Alentour.Foundation.Store;
using Alentour.Practices.Finder.Indexes;
using Alentour.Practices.Finder.Listings;

namespace Alentour.Practices.Finder.Searches;

/// <summary>Answers searches from the index, by hand-written queries: a common search takes well under a millisecond.</summary>
public sealed class FinderSearch(Database database, HouseClock clock)
{
    // A slip is in one word; more would only be work for whoever types nonsense.
    const int MostWordsMended = 4;
    const int MostTried = 2;
    const int DaysOfWeek = 7;

    /// <summary>The page of results that the query asks for; its last page when it asks for one beyond.</summary>
    public async Task<FinderAnswer> FindAsync(FinderQuery query, SoughtPlace place, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        var sql = new FinderSql(database.Dialect, query, place, clock.Instant, clock.Now.Day);
        var page = await ReadPageAsync(connection, sql, query.Page, stop);
        // Beyond the last page nothing is counted: the first one says which is the last.
        if (page.Results.Count == 0 && query.Page > 1 && await ReadPageAsync(connection, sql, 1, stop) is var first)
            page = first.Pages == 1 ? first : await ReadPageAsync(connection, sql, first.Pages, stop);
        return place.Centre is null ? page.NamesFirst(query.Words) : page;
    }

    async Task<FinderAnswer> ReadPageAsync(DbConnection connection, FinderSql sql, int page, CancellationToken stop)
    {
        var rows = await connection.Command(sql.Text, null, [.. sql.Values, ("size", FinderQuery.PageSize), ("skip", (page - 1) * FinderQuery.PageSize)])
            .ListAsync(r => (Id: r.GetInt32(0), Far: r.IsDBNull(1) ? null : (double?)r.GetDouble(1), All: (int)r.GetInt64(2)), stop);
        var all = rows.Count == 0 ? 0 : rows[0].All;
        var shown = rows.Take(FinderQuery.Most - (page - 1) * FinderQuery.PageSize).Select(r => (r.Id, r.Far)).ToList();
        return new FinderAnswer(await ReadAsync(connection, shown, stop), Math.Min(all, FinderQuery.Most), all > FinderQuery.Most, page);
    }

    /// <summary>For a search that found nothing: the same with one word a letter away, and that word; null when none finds more.</summary>
    public async Task<(string Said, FinderQuery Query)?> CloseAsync(FinderQuery query, SoughtPlace place, CancellationToken stop)
    {
        foreach (var (range, word) in await CloseWordsAsync(query.Typed, stop))
        {
            var typed = string.Concat(query.Typed.AsSpan(0, range.Start.Value), word.Said, query.Typed.AsSpan(range.End.Value));
            var close = query with { Typed = typed, Words = SearchWords.Asked(typed), Page = 1 };
            if ((await FindAsync(close, place, stop)).Count > 0)
                return (word.Said, close);
        }
        return null;
    }

    async Task<IReadOnlyList<(Range Where, KnownWord Word)>> CloseWordsAsync(string typed, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        var close = new List<(Range, KnownWord)>();
        foreach (var range in KnownWords.WordsIn(typed).Take(MostWordsMended))
        {
            close.AddRange((await KnownWords.NearAsync(connection, typed[range], stop)).Where(word => SearchWords.Tells(word.Said)).Take(MostTried).Select(word => (range, word)));
            close.AddRange(Quebec.Table.TownsNear(typed[range]).Take(MostTried).Select(town => (range, new KnownWord(PlaceNames.Fold(town.Name), town.Name, 0))));
        }
        return close;
    }

    /// <summary>Groups by telephone or online that anyone in Quebec may join; those of the house first.</summary>
    public Task<IReadOnlyList<Found>> FromAnywhereAsync(int most, CancellationToken stop) =>
        FewAsync("r.everywhere = 1 AND r.kind IN (0, 2)", most, stop);

    /// <summary>Resources of a region; those of all Quebec when the region is unknown or has none.</summary>
    public async Task<IReadOnlyList<Found>> ResourcesOfAsync(string? regionCode, int most, CancellationToken stop)
    {
        var ofRegion = regionCode is null ? [] : await FewAsync($"r.kind = 3 AND (r.regions & {IndexRow.RegionBit(regionCode).ToString(CultureInfo.InvariantCulture)}) <> 0", most, stop);
        return ofRegion.Count > 0 ? ofRegion : await FewAsync("r.kind = 3", most, stop);
    }

    /// <summary>The groups of the house that meet soonest, in that order.</summary>
    public async Task<IReadOnlyList<Found>> SoonestOfHouseAsync(int most, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        var soonest = await SoonestAsync(connection, DaysOfWeek, most, stop);
        // Most houses fill a week; the others meet twice a month, or once.
        if (soonest.Count < most)
            soonest = await SoonestAsync(connection, ComingDates.DaysOfHouse, most, stop);
        return await ReadAsync(connection, soonest, stop);
    }

    /// <summary>Days named one by one let the index go to the dates of the house alone, past thousands elsewhere.</summary>
    async Task<List<(int, double?)>> SoonestAsync(DbConnection connection, int days, int most, CancellationToken stop)
    {
        var named = string.Join(',', Enumerable.Range(0, days).Select(d => $"'{Text(clock.Now.Day.AddDays(d))}'"));
        return await connection.Command(
            $"SELECT row_id FROM finder_date WHERE day IN ({named}) AND house = 0 AND mark IN (0, 2) AND starts_at > @soon GROUP BY row_id ORDER BY min(starts_at), row_id LIMIT @most",
            null, ("soon", Soon), ("most", most)).ListAsync(r => (r.GetInt32(0), (double?)null), stop);
    }

    async Task<IReadOnlyList<Found>> FewAsync(string condition, int most, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        var rows = await connection.Command($"SELECT r.id FROM finder_row r WHERE {condition} ORDER BY r.id LIMIT @most", null, ("most", most))
            .ListAsync(r => (r.GetInt32(0), (double?)null), stop);
        return await ReadAsync(connection, rows, stop);
    }

    async Task<IReadOnlyList<Found>> ReadAsync(DbConnection connection, IReadOnlyList<(int Id, double? Far)> rows, CancellationToken stop)
    {
        if (rows.Count == 0)
            return [];
        var ids = string.Join(',', rows.Select(r => r.Id.ToString(CultureInfo.InvariantCulture)));
        var found = new Dictionary<int, Found>();
        foreach (var (id, card, next) in await connection.Command(CardsWithNextDate(ids), null,
            ("soon", Soon)).ListAsync(r => (r.GetInt32(0), ReadCard(r.GetString(1)), ReadDate(r)), stop))
            found.TryAdd(id, new Found(card, next, null));
        return [.. rows.Where(r => found.ContainsKey(r.Id)).Select(r => found[r.Id] with { Kilometres = r.Far is { } far ? Math.Sqrt(far) * Earth.KilometresPerDegree : null })];
    }

    static string CardsWithNextDate(string ids) =>
        "SELECT c.id, c.card, d.day, d.minutes, d.mark FROM finder_card c LEFT JOIN finder_date d ON d.row_id = c.id AND d.mark IN (0, 2) AND d.starts_at = ("
        + "SELECT n.starts_at FROM finder_date n WHERE n.row_id = c.id AND n.starts_at > @soon AND n.mark IN (0, 2) ORDER BY n.starts_at LIMIT 1) "
        + $"WHERE c.id IN ({ids})";

    /// <summary>The earliest start that is still worth setting out for.</summary>
    long Soon => clock.Instant.AddMinutes(-PublicGroup.MinutesLate).ToUnixTimeMilliseconds();

    static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static FinderCard ReadCard(string json) => JsonSerializer.Deserialize(json, FinderJson.Default.FinderCard)!;

    static NextDate? ReadDate(DbDataReader row) => row.IsDBNull(2) ? null
        : new NextDate(DateOnly.ParseExact(row.GetString(2), "yyyy-MM-dd", CultureInfo.InvariantCulture), new TimeOnly(row.GetInt32(3) / 60, row.GetInt32(3) % 60), row.GetInt32(4) == (int)DateMark.MovedHere);
}
