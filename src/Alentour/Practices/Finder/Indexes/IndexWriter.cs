using System.Data.Common;
using System.Text.Json;
using Alentour.Foundation.Clock;
using Alentour.Foundation.Places;
using Alentour.Foundation.Store;
using Alentour.Practices.Finder.Listings;

namespace Alentour.Practices.Finder.Indexes;

/// <summary>Writes the search tables. The place of a row in the list is its id.</summary>
sealed class IndexWriter(DbConnection connection, DbTransaction transaction, Dialect dialect)
{
    const string Words = "finder_words";
    const string Places = "finder_place";

    public async Task WriteRowsAsync(IReadOnlyList<IndexRow> rows, CancellationToken stop)
    {
        foreach (var table in new[] { "finder_row", "finder_card", "finder_town", "finder_known", Places })
            await connection.Command($"DELETE FROM {table}", transaction).RunAsync(stop);
        await connection.Command(dialect.ClearWords(Words), transaction).RunAsync(stop);
        await WriteNarrowAsync(rows, stop);
        await EachAsync("INSERT INTO finder_card (id, entry_id, slug, card) VALUES (@id, @entry, @slug, @card)", rows, (id, r) =>
            [("id", id), ("entry", r.EntryId?.ToString()), ("slug", r.Card.Slug), ("card", JsonSerializer.Serialize(r.Card, FinderJson.Default.FinderCard))], stop);
        await EachAsync(dialect.InsertWords(Words), rows, (id, r) => [("id", id), ("words", dialect.KeptWords(r.Words))], stop);
        await EachAsync(dialect.InsertPlace(Places), rows, (id, r) => r.Lat is null ? null : [("id", id), ("lat", r.Lat), ("lon", r.Lon)], stop);
        await WriteTownsAsync(rows, stop);
        await EachAsync("INSERT INTO finder_known (word, said, times) VALUES (@word, @said, @times)", KnownWords.In(rows.SelectMany(r => r.Texts)),
            (_, w) => [("word", w.Plain), ("said", w.Said), ("times", w.Times)], stop);
    }

    public async Task WriteDatesAsync(IReadOnlyList<IndexRow> rows, DateTimeOffset now, TimeZoneInfo zone, CancellationToken stop)
    {
        await connection.Command("DELETE FROM finder_date", transaction).RunAsync(stop);
        var meetings = await WeeklyAsync(stop);
        var today = WallClock.ToLocal(now, zone).Day;
        await using var insert = new Bulk(connection, transaction,
            "INSERT INTO finder_date (row_id, day, minutes, starts_at, ends_at, house, mark, other_day) VALUES (@row, @day, @minutes, @starts, @ends, @house, @mark, @other)");
        for (var id = 0; id < rows.Count; id++)
        {
            var row = rows[id];
            var dates = row.Group is { } group ? ComingDates.Of(group, today, zone)
                : row.Activity is { } activity ? ComingDates.Of(activity, zone)
                : meetings[row.EntryId!.Value].SelectMany(m => ComingDates.Weekly(m.Day, m.StartsAt, m.Minutes, now, m.Zone is null ? zone : Zones.Find(m.Zone)));
            foreach (var date in dates.DistinctBy(d => (d.Day, d.StartsAt)))
                await insert.AddAsync(stop, ("row", id + 1), ("day", Day(date.Day)), ("minutes", date.StartsAt.Hour * 60 + date.StartsAt.Minute),
                    ("starts", date.Instant.ToUnixTimeMilliseconds()), ("ends", date.Ends.ToUnixTimeMilliseconds()), ("house", row.Group is not null ? 0 : row.Activity is not null ? 1 : 2),
                    ("mark", (int)date.Mark), ("other", date.Other is { } other ? Day(other) : null));
        }
        await insert.FlushAsync(stop);
    }

    Task WriteNarrowAsync(IReadOnlyList<IndexRow> rows, CancellationToken stop) =>
        EachAsync("INSERT INTO finder_row (id, kind, ways, tongues, access, days, evenings, regions, everywhere, lat, lon) "
            + "VALUES (@id, @kind, @ways, @tongues, @access, @days, @evenings, @regions, @everywhere, @lat, @lon)", rows, (id, r) =>
            [("id", id), ("kind", (int)r.Card.Kind), ("ways", (int)r.Card.Ways), ("tongues", r.Card.Tongues), ("access", (int)r.Card.Access), ("days", r.Days),
                ("evenings", r.Evenings), ("regions", r.RegionMask), ("everywhere", r.IsOpenToAllQuebec ? 1 : 0), ("lat", r.Lat), ("lon", r.Lon)], stop);

    /// <summary>Towns that people may ask for and the table of Quebec does not hold: the middle of their entries.</summary>
    Task WriteTownsAsync(IEnumerable<IndexRow> rows, CancellationToken stop)
    {
        var towns = rows.Where(r => r is { Town: not null, Lat: not null } && Quebec.Table.TownsNamed(r.Town).Count == 0)
            .GroupBy(r => PlaceNames.Fold(r.Town!)).Where(g => g.Key.Length > 0)
            .Select(g => (Fold: g.Key, Name: g.First().Town!, Lat: g.Average(r => r.Lat!.Value), Lon: g.Average(r => r.Lon!.Value))).ToList();
        return EachAsync("INSERT INTO finder_town (fold, name, lat, lon) VALUES (@fold, @name, @lat, @lon)", towns,
            (_, t) => [("fold", t.Fold), ("name", t.Name), ("lat", t.Lat), ("lon", t.Lon)], stop);
    }

    async Task<ILookup<Guid, (DayOfWeek Day, TimeOnly StartsAt, int Minutes, string? Zone)>> WeeklyAsync(CancellationToken stop) =>
        (await connection.Command("SELECT entry_id, weekday, starts, minutes, zone FROM listed_meeting", transaction).ListAsync(
            r => (Entry: Guid.Parse(r.GetString(0)), Meeting: ((DayOfWeek)r.GetInt32(1), new TimeOnly(r.GetInt32(2) / 60, r.GetInt32(2) % 60),
                r.IsDBNull(3) ? ListedMeeting.HourWhenUnsaid : r.GetInt32(3), r.IsDBNull(4) ? null : r.GetString(4))), stop))
        .ToLookup(m => m.Entry, m => m.Meeting);

    async Task EachAsync<T>(string sql, IReadOnlyList<T> rows, Func<int, T, (string, object?)[]?> values, CancellationToken stop)
    {
        await using var insert = new Bulk(connection, transaction, sql);
        for (var i = 0; i < rows.Count; i++)
            if (values(i + 1, rows[i]) is { } given)
                await insert.AddAsync(stop, given);
        await insert.FlushAsync(stop);
    }

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
