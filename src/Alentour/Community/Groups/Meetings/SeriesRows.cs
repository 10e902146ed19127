using System.Data.Common;
using System.Globalization;
using Alentour.Foundation.Store;

namespace Alentour.Community.Groups.Meetings;

/// <summary>The rows of series and of their changed dates as entities.</summary>
static class SeriesRows
{
    const string All = """
        SELECT s.id, s.group_id, s.first_day, s.every_weeks, s.nth_in_month, s.last_day, s.starts_at, s.minutes, s.visit_door, s.visits_at_once, s.place, s.is_only_from_afar, s.version,
            c.day, c.to_day, c.to_time, c.place, c.reason
        FROM meeting_series s LEFT JOIN meeting_change c ON c.series_id = s.id WHERE
        """;

    /// <summary>Those that this holds of, each with its changes, which come in rows one after the other.</summary>
    /// <param name="which">A condition on the series "s", which names its one value @value.</param>
    public static async Task<IReadOnlyList<MeetingSeries>> OfAsync(DbConnection connection, string which, string? value, CancellationToken stop)
    {
        var all = new List<MeetingSeries>();
        await connection.Command($"{All} {which} ORDER BY s.id, c.day", null, ("value", value)).ListAsync(row =>
        {
            if (all is not [.., var last] || last.Id != Guid.Parse(row.GetString(0)))
                all.Add(last = ReadSeries(row));
            if (!row.IsDBNull(13))
                last.Changes.Add(ReadChange(row, last.Id));
            return last;
        }, stop);
        return all;
    }

    static MeetingSeries ReadSeries(DbDataReader row) => new()
    {
        Id = Guid.Parse(row.GetString(0)),
        GroupId = Guid.Parse(row.GetString(1)),
        FirstDay = Day(row, 2),
        EveryWeeks = row.GetInt32(3),
        NthInMonth = row.GetInt32(4),
        LastDay = row.IsDBNull(5) ? null : Day(row, 5),
        StartsAt = Time(row, 6),
        Minutes = row.GetInt32(7),
        VisitDoor = Enum.Parse<VisitDoor>(row.GetString(8)),
        VisitsAtOnce = row.GetInt32(9),
        Place = Text(row, 10),
        IsOnlyFromAfar = row.GetInt32(11) == 1,
        Version = row.GetInt32(12),
    };

    static MeetingChange ReadChange(DbDataReader row, Guid series) => new()
    {
        SeriesId = series,
        Day = Day(row, 13),
        ToDay = row.IsDBNull(14) ? null : Day(row, 14),
        ToTime = row.IsDBNull(15) ? null : Time(row, 15),
        Place = Text(row, 16),
        Reason = Text(row, 17),
    };

    static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    static DateOnly Day(DbDataReader row, int column) => DateOnly.ParseExact(row.GetString(column), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    static TimeOnly Time(DbDataReader row, int column) => new(row.GetInt32(column) / 60, row.GetInt32(column) % 60);
}
