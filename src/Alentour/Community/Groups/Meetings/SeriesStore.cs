using System.Data.Common;
using System.Globalization;
using Alentour.Community.Groups.FirstVisits;
using Alentour.Community.Groups.Memberships;
using Alentour.Community.Groups.Openings;
using Alentour.Community.Organizations;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Community.Groups.Meetings;

/// <summary>
/// Meetings that come back, written by members. A series is never changed under those who announced a visit: from a date on it ends and another
/// takes its place; dates somebody is expected on move along, or stand there as cancelled, so that the greeter sees whom to call.
/// </summary>
public sealed class SeriesStore(Database database, PublicVersion version, RetriedActs retried, HouseClock clock)
{
    const string Insert = """
        INSERT INTO meeting_series (id, group_id, first_day, every_weeks, nth_in_month, last_day, starts_at, minutes, visit_door, visits_at_once, place, is_only_from_afar, version)
        VALUES (@id, @group, @first, @weeks, @nth, NULL, @starts, @minutes, @door, @atOnce, @place, @afar, 1)
        """;

    const string Expected = "SELECT day FROM first_visit WHERE series_id = @series AND day >= @from UNION SELECT day FROM greeter WHERE series_id = @series AND day >= @from";

    /// <summary>Adds a series; the same form sent twice adds one.</summary>
    /// <exception cref="RefusalException">The pen is not theirs.</exception>
    public Task AddAsync(OwnGroup group, WrittenSeries written, string? key, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        await Pen.TakeAsync(connection, transaction, group, clock.Now.Day, stop);
        var form = new SentForm($"series {group.Id}", group.Mine, key);
        if (await retried.LedToAsync(connection, transaction, form, stop) is not null)
            return;
        await InsertAsync(connection, transaction, Ids.New(), group, written, stop);
        await retried.KeepAsync(connection, transaction, form, group.Slug, stop);
        await version.RaiseAsync(connection, transaction, stop);
    }, stop);

    /// <summary>From a day on the series is as written; before it, as it was.</summary>
    /// <exception cref="RefusalException">Somebody else changed it meanwhile, or the pen is not theirs.</exception>
    public Task ChangeAsync(OwnGroup group, (MeetingSeries Old, int Seen, DateOnly From) at, WrittenSeries written, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        await TakeAsync(connection, transaction, group, at, stop);
        var id = Ids.New();
        await InsertAsync(connection, transaction, id, group, written, stop);
        foreach (var day in (await ExpectedAsync(connection, transaction, at, stop)).Where(written.Repetition.Contains))
            await MoveAlongAsync(connection, transaction, (at.Old, id, day), written, stop);
        await EndAsync(connection, transaction, at, stop);
    }, stop);

    /// <summary>From a day on there are no more meetings of this series.</summary>
    /// <exception cref="RefusalException">Somebody else changed it meanwhile, or the pen is not theirs.</exception>
    public Task EndAsync(OwnGroup group, (MeetingSeries Old, int Seen, DateOnly From) at, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        await TakeAsync(connection, transaction, group, at, stop);
        await EndAsync(connection, transaction, at, stop);
    }, stop);

    async Task TakeAsync(DbConnection connection, DbTransaction transaction, OwnGroup group, (MeetingSeries Old, int Seen, DateOnly From) at, CancellationToken stop)
    {
        await version.RaiseAsync(connection, transaction, stop);
        await Pen.TakeAsync(connection, transaction, group, clock.Now.Day, stop);
        await using var take = connection.Command("UPDATE meeting_series SET version = version + 1 WHERE id = @series AND group_id = @group AND version = @seen", transaction,
            ("series", at.Old.Id.ToString()), ("group", group.Id.ToString()), ("seen", at.Seen));
        if (await take.ExecuteNonQueryAsync(stop) == 0)
            throw new RefusalException("pen.refusal.meanwhile");
    }

    /// <summary>One expected date goes to the new series, said as moved when its hour or place differs; whoever was told has to be told again.</summary>
    async Task MoveAlongAsync(DbConnection connection, DbTransaction transaction, (MeetingSeries Old, Guid New, DateOnly Day) one, WrittenSeries written, CancellationToken stop)
    {
        var values = new (string, object?)[]
        {
            ("old", one.Old.Id.ToString()), ("new", one.New.ToString()), ("day", VisitStore.Text(one.Day)), ("time", Minutes(written.StartsAt)), ("place", written.Place), ("gone", VisitStore.GoneAt(new Meeting(one.Day, one.Day, written.StartsAt, written.Minutes, null), clock)),
        };
        foreach (var table in new[] { "first_visit", "greeter" })
            await connection.Command($"UPDATE {table} SET series_id = @new, gone_at = @gone WHERE series_id = @old AND day = @day", transaction, values).RunAsync(stop);
        if (written.StartsAt == one.Old.StartsAt && written.Place == one.Old.Place)
            return;
        await connection.Command("INSERT INTO meeting_change (series_id, day, to_day, to_time, place) VALUES (@new, @day, @day, @time, @place)", transaction, values).RunAsync(stop);
        await connection.Command("UPDATE first_visit SET was_told = 0 WHERE series_id = @new AND day = @day", transaction, values).RunAsync(stop);
    }

    static async Task EndAsync(DbConnection connection, DbTransaction transaction, (MeetingSeries Old, int Seen, DateOnly From) at, CancellationToken stop)
    {
        var expected = await ExpectedAsync(connection, transaction, at, stop);
        var last = expected.Count > 0 ? expected.Max() : at.From.AddDays(-1);
        var values = new (string, object?)[] { ("series", at.Old.Id.ToString()), ("from", VisitStore.Text(at.From)), ("last", VisitStore.Text(last)) };
        if (last < at.Old.FirstDay)
        {
            await connection.Command("DELETE FROM meeting_series WHERE id = @series", transaction, values).RunAsync(stop);
            return;
        }
        await connection.Command("DELETE FROM meeting_change WHERE series_id = @series AND day >= @from", transaction, values).RunAsync(stop);
        foreach (var day in at.Old.Repetition.Days(at.From, last))
            await connection.Command("INSERT INTO meeting_change (series_id, day) VALUES (@series, @day)", transaction, ("series", at.Old.Id.ToString()), ("day", VisitStore.Text(day))).RunAsync(stop);
        await connection.Command("UPDATE first_visit SET was_told = 0 WHERE series_id = @series AND day >= @from", transaction, values).RunAsync(stop);
        await connection.Command("UPDATE meeting_series SET last_day = @last WHERE id = @series", transaction, values).RunAsync(stop);
    }

    static async Task<List<DateOnly>> ExpectedAsync(DbConnection connection, DbTransaction transaction, (MeetingSeries Old, int Seen, DateOnly From) at, CancellationToken stop) =>
        await connection.Command(Expected, transaction, ("series", at.Old.Id.ToString()), ("from", VisitStore.Text(at.From)))
            .ListAsync(row => DateOnly.Parse(row.GetString(0), CultureInfo.InvariantCulture), stop);

    static Task InsertAsync(DbConnection connection, DbTransaction transaction, Guid id, OwnGroup group, WrittenSeries written, CancellationToken stop) => connection.Command(Insert, transaction,
        ("id", id.ToString()), ("group", group.Id.ToString()), ("first", VisitStore.Text(written.Repetition.FirstDay)), ("weeks", written.Repetition.EveryWeeks), ("nth", written.Repetition.NthInMonth),
        ("starts", Minutes(written.StartsAt)), ("minutes", written.Minutes), ("door", written.VisitDoor.ToString()), ("atOnce", written.VisitsAtOnce), ("place", written.Place), ("afar", written.IsOnlyFromAfar ? 1 : 0)).RunAsync(stop);

    static int Minutes(TimeOnly time) => time.Hour * 60 + time.Minute;
}
