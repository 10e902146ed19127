using System.Globalization;
using Alentour.Community.Organizations;
using Alentour.Foundation.Store;
using Alentour.Practices.Finder.Indexes;
using Alentour.Practices.Finder.Searches;

namespace Alentour.Practices.Finder.Agendas;

/// <summary>One meeting of the week.</summary>
/// <param name="Other">The day it was moved from, or to.</param>
public sealed record WeekMeeting(FinderCard Card, DateOnly Day, TimeOnly StartsAt, DateMark Mark, DateOnly? Other);

/// <summary>The meetings of the seven days that come, groups of the house first in each day, read from the index a page at a time.</summary>
public sealed class WeekList(Database database, HouseClock clock)
{
    public const int PageSize = 40;
    public const int Days = 7;

    /// <summary>A page of meetings that are not over, and whether another follows.</summary>
    /// <param name="day">One day alone, or null for all seven.</param>
    public async Task<(IReadOnlyList<WeekMeeting> Meetings, bool IsMore)> ReadAsync(DateOnly? day, int page, CancellationToken stop)
    {
        var (from, to) = day is { } one ? (one, one) : (clock.Now.Day, clock.Now.Day.AddDays(Days - 1));
        await using var connection = await database.OpenAsync(stop);
        // The inner query walks one index; cards are read for the page alone.
        var rows = await connection.Command(
            """
            SELECT c.card, d.day, d.minutes, d.mark, d.other_day
            FROM (SELECT row_id, day, house, minutes, mark, other_day FROM finder_date WHERE day >= @from AND day <= @to AND ends_at > @now
                  ORDER BY day, house, minutes, row_id LIMIT @most OFFSET @skipped) d
            JOIN finder_card c ON c.id = d.row_id
            ORDER BY d.day, d.house, d.minutes, d.row_id
            """, null,
            ("from", Text(from)), ("to", Text(to)), ("now", clock.Instant.ToUnixTimeMilliseconds()), ("most", PageSize + 1), ("skipped", (page - 1) * PageSize))
            .ListAsync(r => new WeekMeeting(FinderSearch.ReadCard(r.GetString(0)), Day(r.GetString(1)), new TimeOnly(r.GetInt32(2) / 60, r.GetInt32(2) % 60),
                (DateMark)r.GetInt32(3), r.IsDBNull(4) ? null : Day(r.GetString(4))), stop);
        return ([.. rows.Take(PageSize)], rows.Count > PageSize);
    }

    static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
