using System.Data.Common;
using System.Globalization;
using Alentour.Community.Organizations;
using Alentour.Foundation.Store;
using Alentour.Foundation.Web;

namespace Alentour.Community.People.Sessions;

/// <summary>Open sessions in the database, by hand: every page of a member begins with one.</summary>
public sealed class SessionStore(Database database, HouseClock clock)
{
    const string Found = """
        SELECT p.id, p.chosen_name, p.quilt_seed, p.language, p.joined_on, p.certification, s.id, s.is_shared, s.runs_out_at, r.kind, r.since, r.decision,
            (SELECT count(*) FROM way_back w WHERE w.person_id = p.id AND w.stopped_by IS NULL AND w.runs_out_at > @now)
        FROM session s JOIN person p ON p.id = s.person_id LEFT JOIN held_role r ON r.person_id = p.id
        WHERE s.lookup = @lookup AND s.runs_out_at > @now ORDER BY r.kind
        """;

    /// <summary>Who holds this cookie, seated in <paramref name="me"/>.</summary>
    public async Task<Sat> SitAsync(Me me, string cookie, CancellationToken stop)
    {
        var now = clock.Instant;
        await using var connection = await database.OpenAsync(stop);
        var rows = await connection.Command(Found, null, ("lookup", HostCookie.Lookup(cookie)), ("now", now.ToUnixTimeMilliseconds())).ListAsync(Read, stop);
        if (rows.Count == 0)
            return Sat.Nobody;
        var first = rows[0];
        me.Sit(first.Person, first.Session, [.. rows.Select(r => r.Role).OfType<HeldRole>()], first.HasWayBack);
        var isMoved = SessionTerm.MovedOn(first.IsShared, first.RunsOutAt, now) is { } next && await MoveOnAsync(first.Session, next, stop);
        return isMoved && !first.IsShared ? Sat.MovedOn : Sat.Here;
    }

    /// <summary>A session runs out at this moment or later: never sooner than it did, also when two requests move it at once.</summary>
    internal async Task<bool> MoveOnAsync(Guid session, DateTimeOffset next, CancellationToken stop)
    {
        try
        {
            await database.WriteAsync((connection, transaction) => connection.Command("UPDATE session SET runs_out_at = @next WHERE id = @id AND runs_out_at < @next", transaction,
                ("next", next.ToUnixTimeMilliseconds()), ("id", session.ToString())).RunAsync(stop), stop);
            return true;
        }
        catch (DbException)
        {
            // Nothing can be kept for now, such as on a full disk: reading goes on, and a later page moves it.
            return false;
        }
    }

    /// <summary>Whether this session is on a shared device, and when it runs out; null when it ended.</summary>
    internal async Task<(bool IsShared, DateTimeOffset RunsOutAt)?> TermAsync(Guid session, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        var rows = await connection.Command("SELECT is_shared, runs_out_at FROM session WHERE id = @id", null, ("id", session.ToString()))
            .ListAsync(row => (row.GetInt32(0) == 1, DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1))), stop);
        return rows.Count > 0 ? rows[0] : null;
    }

    /// <summary>Opens a session, in the transaction of whatever let the person in; the cookie to give.</summary>
    public async Task<string> OpenAsync(DbConnection connection, DbTransaction transaction, Guid person, bool isShared, string device, CancellationToken stop)
    {
        var (cookie, now) = (HostCookie.Draw(), clock.Instant);
        await connection.Command("""
            INSERT INTO session (lookup, id, person_id, is_shared, device, begun_on, runs_out_at)
            VALUES (@lookup, @id, @person, @shared, @device, @begun, @until)
            """, transaction, ("lookup", HostCookie.Lookup(cookie)), ("id", Ids.New().ToString()), ("person", person.ToString()), ("shared", isShared ? 1 : 0),
            ("device", device), ("begun", clock.Now.Day.ToString("O", CultureInfo.InvariantCulture)),
            ("until", SessionTerm.RunsOutAt(isShared, now).ToUnixTimeMilliseconds())).RunAsync(stop);
        return cookie;
    }

    /// <summary>Gives this browser the session that was opened. Whoever was in before, on this browser, is out: it would stay open unseen.</summary>
    public async Task GiveAsync(HttpContext context, string cookie, bool isShared)
    {
        SessionCookie.Write(context.Response, cookie, isShared);
        if (SessionCookie.Read(context.Request) is not { } before)
            return;
        try
        {
            await EndByCookieAsync(before, context.RequestAborted);
        }
        catch (DbException)
        {
            // They are in; the old one runs out by itself.
        }
    }

    /// <summary>Where this person is in, newest first.</summary>
    public async Task<IReadOnlyList<OpenSession>> OfAsync(Guid person, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return await connection.Command("SELECT id, is_shared, device, begun_on FROM session WHERE person_id = @person AND runs_out_at > @now ORDER BY id DESC", null,
                ("person", person.ToString()), ("now", clock.Instant.ToUnixTimeMilliseconds()))
            .ListAsync(row => new OpenSession(Guid.Parse(row.GetString(0)), row.GetInt32(1) == 1, row.GetString(2), DateOnly.Parse(row.GetString(3), CultureInfo.InvariantCulture)), stop);
    }

    /// <summary>Ends one session of this person; another's is left alone.</summary>
    public Task EndAsync(Guid person, Guid session, CancellationToken stop) =>
        database.WriteAsync((connection, transaction) => connection.Command("DELETE FROM session WHERE id = @id AND person_id = @person", transaction,
            ("id", session.ToString()), ("person", person.ToString())).RunAsync(stop), stop);

    /// <summary>Ends every session of this person but one, and the links by e-mail that were on their way: the phone may hold them.</summary>
    public Task EndOthersAsync(Guid person, Guid kept, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        await connection.Command("DELETE FROM email_link WHERE way_in_id IN (SELECT id FROM way_in WHERE person_id = @person)", transaction, ("person", person.ToString())).RunAsync(stop);
        await connection.Command("DELETE FROM session WHERE person_id = @person AND id <> @kept", transaction, ("person", person.ToString()), ("kept", kept.ToString())).RunAsync(stop);
    }, stop);

    /// <summary>Ends every session of this person.</summary>
    public Task EndAllAsync(Guid person, CancellationToken stop) => EndOthersAsync(person, Guid.Empty, stop);

    public Task EndByCookieAsync(string cookie, CancellationToken stop) =>
        database.WriteAsync((connection, transaction) =>
            connection.Command("DELETE FROM session WHERE lookup = @lookup", transaction, ("lookup", HostCookie.Lookup(cookie))).RunAsync(stop), stop);

    sealed record Row(Person Person, Guid Session, bool IsShared, DateTimeOffset RunsOutAt, HeldRole? Role, bool HasWayBack);

    static Row Read(DbDataReader row) => new(
        new Person
        {
            Id = Guid.Parse(row.GetString(0)),
            ChosenName = row.GetString(1),
            QuiltSeed = row.GetInt32(2),
            Language = row.GetString(3),
            JoinedOn = DateOnly.Parse(row.GetString(4), CultureInfo.InvariantCulture),
            Certification = row.IsDBNull(5) ? null : row.GetString(5),
        },
        Guid.Parse(row.GetString(6)), row.GetInt32(7) == 1, DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(8)),
        row.IsDBNull(9) ? null : new HeldRole(Enum.Parse<RoleKind>(row.GetString(9)), DateOnly.Parse(row.GetString(10), CultureInfo.InvariantCulture), row.GetString(11)),
        row.GetInt64(12) > 0);
}
