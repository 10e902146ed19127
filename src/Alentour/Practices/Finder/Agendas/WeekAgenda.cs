using System.Globalization;
using System.Text.Json;
using Alentour.Foundation.Store;
using Alentour.Practices.Finder.Indexes;

namespace Alentour.Practices.Finder.Agendas;

/// <summary>One meeting of the week, of the house or elsewhere.</summary>
/// <param name="OtherDay">For a moved one: where it went, or where it came from.</param>
public sealed record WeekMeeting(DateOnly Day, TimeOnly StartsAt, DateMark Mark, DateOnly? OtherDay, FinderCard Card)
{
    /// <summary>Nobody will be there on that day.</summary>
    public bool IsOff => Mark is DateMark.Cancelled or DateMark.MovedAway;
}

/// <summary>The meetings of the coming days, from the dates of the index: by day, the house first, then by hour.</summary>
public sealed class WeekAgenda(Database database)
{
    /// <summary>A page of meetings that are not over, and whether more follow.</summary>
    /// <param name="page">From 1.</param>
    public async Task<(IReadOnlyList<WeekMeeting> Meetings, bool HasMore)> ReadAsync(DateOnly from, DateOnly to, DateTimeOffset now, int page, int size, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        // The page is cut on the narrow index first; cards, which are wide, are read for its rows alone.
        var command = connection.Command(
            "SELECT d.day, d.minutes, d.mark, d.other_day, c.card FROM ("
            + "SELECT day, house, minutes, row_id, mark, other_day FROM finder_date WHERE day >= @from AND day <= @to AND ends_at > @now "
            + "ORDER BY day, house, minutes, row_id LIMIT @take OFFSET @skip) d JOIN finder_card c ON c.id = d.row_id ORDER BY d.day, d.house, d.minutes, d.row_id",
            null, ("from", Text(from)), ("to", Text(to)), ("now", now.ToUnixTimeMilliseconds()), ("take", size + 1), ("skip", (page - 1) * size));
        var meetings = await command.ListAsync(r => new WeekMeeting(
            Day(r.GetString(0)), new TimeOnly(r.GetInt32(1) / 60, r.GetInt32(1) % 60), (DateMark)r.GetInt32(2), r.IsDBNull(3) ? null : Day(r.GetString(3)),
            JsonSerializer.Deserialize(r.GetString(4), FinderJson.Default.FinderCard)!), stop);
        return (meetings.Take(size).ToList(), meetings.Count > size);
    }

    static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
