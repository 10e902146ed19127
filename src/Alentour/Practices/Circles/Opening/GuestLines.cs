using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;
using Alentour.Practices.Circles.Seats;

namespace Alentour.Practices.Circles.Opening;

/// <summary>On the first page of somebody who holds a role: the meetings to which a group invited them, and nothing of the group but its public name.</summary>
sealed class GuestLines(Database database, HouseClock clock, Words words)
{
    const string Invited = """
        SELECT g.name, g.quilt_seed, i.day, c.id FROM meeting_guest i JOIN meeting_series s ON s.id = i.series_id JOIN mutual_aid_group g ON g.id = s.group_id
        LEFT JOIN circle c ON c.series_id = i.series_id AND c.day = i.day WHERE i.person_id = @me AND i.gone_at > @now ORDER BY i.day
        """;

    public async Task<IReadOnlyList<TodayLine>> OfAsync(Me me, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return await connection.Command(Invited, null, ("me", me.Id.ToString()), ("now", clock.Instant.ToUnixTimeMilliseconds())).ListAsync(row => new TodayLine(
            row.IsDBNull(3) ? TodayPlace.Coming : TodayPlace.First, words["circle.invited", ("group", row.GetString(0))],
            words[row.IsDBNull(3) ? "circle.invitedText" : "circle.invitedOpen", ("day", DateWords.Day(SeatRows.Day(row.GetString(2)), words.Language, clock.Now.Day))],
            row.IsDBNull(3) ? "/cercles" : $"/cercles/{row.GetString(3)}", row.GetInt32(1)), stop);
    }
}
