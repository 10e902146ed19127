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
    /// <summary>The page of results that the query asks for; its last page when it asks for one beyond.</summary>
    public async Task<FinderAnswer> FindAsync(FinderQuery query, SoughtPlace place, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        var sql = new FinderSql(database.Dialect, query, place, clock.Instant, clock.Now.Day);
        var rows = await connection.Command(sql.Text, null, sql.Values)
            .ListAsync(r => (Id: r.GetInt32(0), Far: place.Centre is null ? null : (double?)r.GetDouble(1)), stop);
        var count = Math.Min(rows.Count, FinderQuery.Most);
        var answer = new FinderAnswer([], count, rows.Count > FinderQuery.Most, 1);
        var page = Math.Min(query.Page, answer.Pages);
        var shown = rows.Take(count).Skip((page - 1) * FinderQuery.PageSize).Take(FinderQuery.PageSize).ToList();
        return answer with { Page = page, Results = await ReadAsync(connection, shown, stop) };
    }

    /// <summary>Groups by telephone or online that anyone in Quebec may join; those of the house first.</summary>
    public Task<IReadOnlyList<Found>> FromAnywhereAsync(int most, CancellationToken stop) =>
        FewAsync("r.everywhere = 1 AND r.kind <= 1", most, stop);

    /// <summary>Resources of a region; those of all Quebec when the region is unknown or has none.</summary>
    public async Task<IReadOnlyList<Found>> ResourcesOfAsync(string? regionCode, int most, CancellationToken stop)
    {
        var ofRegion = regionCode is null ? [] : await FewAsync($"r.kind = 2 AND (r.regions & {IndexRow.RegionBit(regionCode).ToString(CultureInfo.InvariantCulture)}) <> 0", most, stop);
        return ofRegion.Count > 0 ? ofRegion : await FewAsync("r.kind = 2", most, stop);
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
        var cards = (await connection.Command($"SELECT id, card FROM finder_card WHERE id IN ({ids})")
            .ListAsync(r => (Id: r.GetInt32(0), Card: ReadCard(r.GetString(1))), stop)).ToDictionary(c => c.Id, c => c.Card);
        var dates = new Dictionary<int, NextDate>();
        foreach (var (id, date) in await connection.Command(
            $"SELECT row_id, day, minutes, mark FROM finder_date WHERE row_id IN ({ids}) AND starts_at > @soon AND mark IN (0, 2) ORDER BY row_id, starts_at", null,
            ("soon", clock.Instant.AddMinutes(-PublicGroup.MinutesLate).ToUnixTimeMilliseconds())).ListAsync(ReadDate, stop))
            dates.TryAdd(id, date);
        return [.. rows.Where(r => cards.ContainsKey(r.Id)).Select(r => new Found(cards[r.Id], dates.GetValueOrDefault(r.Id), r.Far is { } far ? Math.Sqrt(far) * Earth.KilometresPerDegree : null))];
    }

    internal static FinderCard ReadCard(string json) => JsonSerializer.Deserialize(json, FinderJson.Default.FinderCard)!;

    static (int Id, NextDate Date) ReadDate(DbDataReader row) => (row.GetInt32(0),
        new NextDate(DateOnly.ParseExact(row.GetString(1), "yyyy-MM-dd", CultureInfo.InvariantCulture), new TimeOnly(row.GetInt32(2) / 60, row.GetInt32(2) % 60), row.GetInt32(3) == (int)DateMark.MovedHere));
}
