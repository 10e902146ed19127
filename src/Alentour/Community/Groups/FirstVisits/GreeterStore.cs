using System.Globalization;
using Alentour.Community.Groups.Memberships;
using Alentour.Community.Groups.Openings;
using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Community.Groups.FirstVisits;

/// <summary>Who took the welcome of which meeting: one person a meeting, one meeting a person, never by default.</summary>
public sealed class GreeterStore(Database database, PublicVersion version, HouseClock clock)
{
    const string Coming = """
        SELECT w.series_id, w.day, w.person_id
        FROM greeter w JOIN meeting_series s ON s.id = w.series_id JOIN membership m ON m.group_id = s.group_id AND m.person_id = w.person_id
        WHERE w.gone_at > @now AND s.group_id
        """;

    /// <summary>
    /// The greeters of a group's meetings that come, by series and planned day. Without a name: a name that some may read and others not would
    /// tell these that somebody is out of their sight. Members tell each other who greets.
    /// </summary>
    public Task<IReadOnlyDictionary<(Guid Series, DateOnly Day), Guid>> OfAsync(Guid group, CancellationToken stop) => ReadAsync("= @of", group, stop);

    /// <summary>The same for all groups of this person, asked at once.</summary>
    public Task<IReadOnlyDictionary<(Guid Series, DateOnly Day), Guid>> OfAsync(Me me, CancellationToken stop) => ReadAsync("IN (SELECT group_id FROM membership WHERE person_id = @of)", me.Id, stop);

    async Task<IReadOnlyDictionary<(Guid Series, DateOnly Day), Guid>> ReadAsync(string groups, Guid of, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        var rows = await connection.Command($"{Coming} {groups}", null, ("of", of.ToString()), ("now", clock.Instant.ToUnixTimeMilliseconds()))
            .ListAsync(row => (Guid.Parse(row.GetString(0)), DateOnly.Parse(row.GetString(1), CultureInfo.InvariantCulture), Guid.Parse(row.GetString(2))), stop);
        return rows.ToDictionary(r => (r.Item1, r.Item2), r => r.Item3);
    }

    /// <summary>Takes the welcome of a meeting.</summary>
    /// <exception cref="RefusalException">Somebody took it meanwhile, the person has another, or has just come.</exception>
    public Task TakeAsync(Me me, VisitedMeeting meeting, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        var values = new (string, object?)[]
        {
            ("series", meeting.Series.Id.ToString()), ("day", VisitStore.Text(meeting.Meeting.PlannedDay)), ("me", me.Id.ToString()),
            ("gone", VisitStore.GoneAt(meeting.Meeting, clock)), ("now", clock.Instant.ToUnixTimeMilliseconds()),
        };
        await Standing.RefuseNewcomersAsync(connection, transaction, (meeting.Series.GroupId, me.Id), clock.Now.Day, stop);
        await connection.Command("DELETE FROM greeter WHERE person_id = @me AND gone_at <= @now", transaction, values).RunAsync(stop);
        await connection.Command("INSERT INTO greeter (series_id, day, person_id, gone_at) VALUES (@series, @day, @me, @gone) ON CONFLICT DO NOTHING", transaction, values).RunAsync(stop);
        var mine = await connection.Command("SELECT 1 FROM greeter WHERE series_id = @series AND day = @day AND person_id = @me", transaction, values).ListAsync(_ => true, stop);
        if (mine.Count > 0)
            return;
        var taken = await connection.Command("SELECT 1 FROM greeter WHERE series_id = @series AND day = @day", transaction, values).ListAsync(_ => true, stop);
        throw new RefusalException(taken.Count > 0 ? "welcome.refusal.taken" : "welcome.refusal.another");
    }, stop);

    /// <summary>Gives it back; what a visitor asked to be told by waits for the next greeter.</summary>
    public Task GiveBackAsync(Me me, CancellationToken stop) =>
        database.WriteAsync((connection, transaction) => connection.Command("DELETE FROM greeter WHERE person_id = @me", transaction, ("me", me.Id.ToString())).RunAsync(stop), stop);

    /// <summary>How first visits come to a series of a group of one's own.</summary>
    /// <exception cref="RefusalException">The pen is not theirs: who comes in is for members to say.</exception>
    public Task SetDoorAsync(OwnGroup group, Guid series, VisitDoor door, int atOnce, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        await version.RaiseAsync(connection, transaction, stop);
        await Pen.TakeAsync(connection, transaction, group, clock.Now.Day, stop);
        await connection.Command("UPDATE meeting_series SET visit_door = @door, visits_at_once = @atOnce WHERE id = @series AND group_id = @group", transaction,
            ("door", door.ToString()), ("atOnce", Math.Clamp(atOnce, 1, 12)), ("series", series.ToString()), ("group", group.Id.ToString())).RunAsync(stop);
    }, stop);
}
