using System.Data.Common;
using System.Globalization;
using Alentour.Community.Groups.Memberships;
using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Clock;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Community.Groups.FirstVisits;

/// <summary>First visits in the database. The person reaches theirs by its seat or its words; the greeter of that meeting sees those of that meeting.</summary>
public sealed class VisitStore(Database database, RetriedActs retried, HouseClock clock)
{
    const string Own = """
        SELECT v.id, g.slug, v.series_id, v.day, v.name, v.is_accepted, CASE WHEN v.reach IS NULL THEN 0 ELSE 1 END, g.id, CASE WHEN g.published_at IS NULL THEN 0 ELSE 1 END, v.person_id
        FROM first_visit v LEFT JOIN meeting_series s ON s.id = v.series_id LEFT JOIN mutual_aid_group g ON g.id = s.group_id
        WHERE v.gone_at > @now AND
        """;

    /// <summary>
    /// Announces a visit; one whose meeting is full, or a second of the same account, is refused. Two who race for the last place: one has it.
    /// When the answer was lost and the form comes again, the same visit gets the new words: the first ones were seen by nobody. When it comes
    /// again for another meeting, the visit goes to that one.
    /// </summary>
    /// <exception cref="RefusalException">The meeting is full or no longer announced, or the account has one announced already.</exception>
    public Task AnnounceAsync(VisitedMeeting meeting, Announcement said, string words, string seat, Guid? person, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        var values = Values(meeting);
        await HoldAsync(connection, transaction, meeting, stop);
        var form = new SentForm("visit", person, said.Key);
        var known = await retried.LedToAsync(connection, transaction, form, stop);
        if (known is not null && await SentAgainAsync(connection, transaction, known, [.. values, ("words", words), ("seat", seat)], stop))
            return;
        await RefuseFullAsync(connection, transaction, meeting, stop);
        var id = known ?? Ids.New().ToString();
        await using var command = connection.Command("""
            INSERT INTO first_visit (id, series_id, day, name, reach, may_leave_word, is_accepted, was_told, words_lookup, seat_lookup, person_id, gone_at)
            VALUES (@id, @series, @day, @name, @reach, @word, @accepted, 0, @words, @seat, @person, @gone) ON CONFLICT (person_id) DO NOTHING
            """, transaction,
            [.. values, ("id", id), ("name", said.Name), ("reach", said.Reach), ("word", said.MayLeaveWord ? 1 : 0), ("accepted", meeting.Series.VisitDoor == VisitDoor.Open ? 1 : 0),
                ("words", words), ("seat", seat), ("person", person?.ToString()), ("gone", GoneAt(meeting.Meeting, clock))]);
        if (await command.ExecuteNonQueryAsync(stop) == 0)
            throw new RefusalException("visit.refusal.already");
        if (known is null)
            await retried.KeepAsync(connection, transaction, form, id, stop);
    }, stop);

    /// <summary>Another date for the same visit. A way to be told goes along only to a meeting that has its greeter.</summary>
    /// <exception cref="RefusalException">That meeting is full.</exception>
    public Task ChangeAsync(OwnVisit visit, VisitedMeeting to, bool hasGreeter, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        await HoldAsync(connection, transaction, to, stop);
        await RefuseFullAsync(connection, transaction, to, stop);
        await connection.Command($"UPDATE first_visit SET series_id = @series, day = @day, is_accepted = @accepted, was_told = 0, gone_at = @gone{(hasGreeter ? "" : ", reach = NULL, may_leave_word = 0")} WHERE id = @id", transaction,
            [.. Values(to), ("id", visit.Id.ToString()), ("accepted", to.Series.VisitDoor == VisitDoor.Open ? 1 : 0), ("gone", GoneAt(to.Meeting, clock))]).RunAsync(stop);
    }, stop);

    /// <summary>Which meetings of these welcome nobody more, by their marks.</summary>
    public async Task<IReadOnlySet<string>> FullAsync(IReadOnlyList<VisitedMeeting> meetings, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        var full = new HashSet<string>();
        foreach (var meeting in meetings)
            if (await CountAsync(connection, null, meeting, stop) >= meeting.Series.VisitsAtOnce)
                full.Add(meeting.Mark);
        return full;
    }

    // The row of the series is held, so that whoever comes next counts this visit too.
    static async Task HoldAsync(DbConnection connection, DbTransaction transaction, VisitedMeeting meeting, CancellationToken stop)
    {
        await using var hold = connection.Command("UPDATE meeting_series SET visits_at_once = visits_at_once WHERE id = @series AND group_id IN (SELECT id FROM mutual_aid_group WHERE published_at IS NOT NULL)", transaction, Values(meeting));
        if (await hold.ExecuteNonQueryAsync(stop) == 0)
            throw new RefusalException("visit.refusal.closed");
    }

    static async Task RefuseFullAsync(DbConnection connection, DbTransaction transaction, VisitedMeeting meeting, CancellationToken stop)
    {
        if (await CountAsync(connection, transaction, meeting, stop) >= meeting.Series.VisitsAtOnce)
            throw new RefusalException("visit.refusal.full");
    }

    static async Task<long> CountAsync(DbConnection connection, DbTransaction? transaction, VisitedMeeting meeting, CancellationToken stop) =>
        (await connection.Command("SELECT count(*) FROM first_visit WHERE series_id = @series AND day = @day", transaction, Values(meeting)).ListAsync(row => row.GetInt64(0), stop))[0];

    /// <summary>False when that visit was taken back, is over, or was to another meeting, which it then leaves: whoever sends the form comes anew.</summary>
    static async Task<bool> SentAgainAsync(DbConnection connection, DbTransaction transaction, string id, (string, object?)[] values, CancellationToken stop)
    {
        await using var again = connection.Command("UPDATE first_visit SET words_lookup = @words, seat_lookup = @seat WHERE id = @id AND series_id = @series AND day = @day", transaction, [.. values, ("id", id)]);
        if (await again.ExecuteNonQueryAsync(stop) == 1)
            return true;
        await connection.Command("DELETE FROM first_visit WHERE id = @id", transaction, ("id", id)).RunAsync(stop);
        return false;
    }

    public Task<OwnVisit?> BySeatAsync(string seat, CancellationToken stop) => FindAsync("v.seat_lookup = @lookup", seat, stop);

    public Task<OwnVisit?> ByWordsAsync(string words, CancellationToken stop) => FindAsync("v.words_lookup = @lookup", words, stop);

    /// <summary>Gives a visit found by its words to this browser.</summary>
    public Task SeatAsync(OwnVisit visit, string seat, CancellationToken stop) => WriteAsync("UPDATE first_visit SET seat_lookup = @seat WHERE id = @id", stop, ("seat", seat), ("id", visit.Id.ToString()));

    /// <summary>The visits announced to a meeting, the first announced before the others.</summary>
    internal async Task<IReadOnlyList<(Guid Id, string Name)>> ToAsync(HeldMeeting meeting, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return await connection.Command("SELECT id, name FROM first_visit WHERE series_id = @series AND day = @day AND gone_at > @now ORDER BY id", null,
            ("series", meeting.SeriesId.ToString()), ("day", Text(meeting.PlannedDay)), ("now", clock.Instant.ToUnixTimeMilliseconds())).ListAsync(row => (Guid.Parse(row.GetString(0)), row.GetString(1)), stop);
    }

    /// <summary>A way to be told, once somebody has taken the welcome; while nobody has, none is kept.</summary>
    public Task TellByAsync(OwnVisit visit, string reach, bool mayLeaveWord, CancellationToken stop) =>
        WriteAsync("UPDATE first_visit SET reach = @reach, may_leave_word = @word WHERE id = @id AND EXISTS (SELECT 1 FROM greeter g WHERE g.series_id = first_visit.series_id AND g.day = first_visit.day)",
            stop, ("reach", reach), ("word", mayLeaveWord ? 1 : 0), ("id", visit.Id.ToString()));

    /// <summary>The person takes it back: nothing of it stays.</summary>
    public async Task TakeBackAsync(OwnVisit visit, CancellationToken stop)
    {
        await WriteAsync("DELETE FROM first_visit WHERE id = @id", stop, ("id", visit.Id.ToString()));
        await database.LeaveNoTraceAsync(stop);
    }

    // Somebody announced with an account who is out of the greeter's sight waits for another greeter; the page says to neither of them why.
    static readonly string InSight = $"(first_visit.person_id IS NULL OR {Sight.Between("@greeter", "first_visit.person_id")})";

    /// <summary>Those who announced themselves for the meeting whose welcome this person took, for them alone, in their sight.</summary>
    public async Task<IReadOnlyList<ExpectedVisit>> ForGreeterAsync(Me greeter, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return await connection.Command($"""
            SELECT first_visit.id, name, reach, may_leave_word, is_accepted, was_told
            FROM greeter g JOIN first_visit ON first_visit.series_id = g.series_id AND first_visit.day = g.day
            WHERE g.person_id = @greeter AND {InSight} ORDER BY first_visit.id
            """, null, ("greeter", greeter.Id.ToString())).ListAsync(ReadExpected, stop);
    }

    /// <summary>The meetings of this person's groups that somebody announced themself for and whose welcome nobody took, by series and planned day; in the sight of whoever asks.</summary>
    public async Task<IReadOnlySet<(Guid Series, DateOnly Day)>> UnwelcomedAsync(Me me, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return (await connection.Command($"""
            SELECT DISTINCT first_visit.series_id, first_visit.day
            FROM membership mine JOIN meeting_series s ON s.group_id = mine.group_id JOIN first_visit ON first_visit.series_id = s.id
            WHERE mine.person_id = @greeter AND first_visit.gone_at > @now AND {InSight}
                AND NOT EXISTS (SELECT 1 FROM greeter g WHERE g.series_id = first_visit.series_id AND g.day = first_visit.day)
            """, null, ("greeter", me.Id.ToString()), ("now", clock.Instant.ToUnixTimeMilliseconds()))
            .ListAsync(row => (Guid.Parse(row.GetString(0)), DateOnly.Parse(row.GetString(1), CultureInfo.InvariantCulture)), stop)).ToHashSet();
    }

    /// <summary>The greeter says yes, or that the person was told of a change.</summary>
    public Task MarkAsync(Guid visit, Guid greeter, bool isAccepted, CancellationToken stop) =>
        WriteAsync($"UPDATE first_visit SET {(isAccepted ? "is_accepted" : "was_told")} = 1 WHERE id = @id AND EXISTS (SELECT 1 FROM greeter g WHERE g.series_id = first_visit.series_id AND g.day = first_visit.day AND g.person_id = @greeter) AND {InSight}",
            stop, ("id", visit.ToString()), ("greeter", greeter.ToString()));

    /// <summary>When all of a visit goes: as the day after its meeting begins, or, when the meeting goes on past midnight, as it ends.</summary>
    internal static long GoneAt(Meeting meeting, HouseClock clock) => Math.Max(MidnightAfter(meeting.Day, clock), meeting.Ends(clock.Zone).ToUnixTimeMilliseconds());

    internal static long MidnightAfter(DateOnly day, HouseClock clock) => WallClock.ToInstant(day.AddDays(1), TimeOnly.MinValue, clock.Zone).ToUnixTimeMilliseconds();

    internal static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    static (string, object?)[] Values(VisitedMeeting meeting) => [("series", meeting.Series.Id.ToString()), ("day", Text(meeting.Meeting.PlannedDay))];

    async Task<OwnVisit?> FindAsync(string where, string lookup, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return (await connection.Command($"{Own} {where}", null, ("lookup", lookup), ("now", clock.Instant.ToUnixTimeMilliseconds())).ListAsync(ReadOwn, stop)).FirstOrDefault();
    }

    Task WriteAsync(string sql, CancellationToken stop, params (string, object?)[] values) =>
        database.WriteAsync((connection, transaction) => connection.Command(sql, transaction, values).RunAsync(stop), stop);

    static OwnVisit ReadOwn(DbDataReader row) => new(Guid.Parse(row.GetString(0)), row.IsDBNull(1) ? null : row.GetString(1), Guid.Parse(row.GetString(2)), DateOnly.Parse(row.GetString(3), CultureInfo.InvariantCulture), row.GetString(4),
        row.GetInt32(5) == 1, row.GetInt32(6) == 1, row.IsDBNull(7) ? null : Guid.Parse(row.GetString(7)), row.GetInt32(8) == 1)
    { PersonId = row.IsDBNull(9) ? null : Guid.Parse(row.GetString(9)) };

    static ExpectedVisit ReadExpected(DbDataReader row) => new(Guid.Parse(row.GetString(0)), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetInt32(3) == 1, row.GetInt32(4) == 1, row.GetInt32(5) == 1);
}
