using System.Data.Common;
using Alentour.Community.Organizations;
using Alentour.Community.People.Sessions;
using Alentour.Foundation.Store;

namespace Alentour.Community.People;

/// <summary>
/// Sessions that do not run out while their person is where nothing is asked of them for long, such as in a circle: whoever listens for an hour
/// on a shared device is still in.
/// </summary>
public sealed class HeldSessions(SessionStore sessions, HouseClock clock)
{
    /// <summary>A session that another node has just moved on is not held: its clock may be before ours.</summary>
    static readonly TimeSpan BetweenClocks = TimeSpan.FromMinutes(1);

    /// <summary>The session of this browser does not run out before <paramref name="until"/>; nothing is ever shortened. On a device of one's own its cookie is kept for 14 days from now.</summary>
    public async Task HoldUntilAsync(HttpContext context, Me me, DateTimeOffset until, CancellationToken stop)
    {
        if (await sessions.TermAsync(me.SessionId, stop) is not { } term)
            return;
        if (term.RunsOutAt < until)
            await sessions.MoveOnAsync(me.SessionId, until, stop);
        if (!term.IsShared && SessionCookie.Read(context.Request) is { } cookie)
            SessionCookie.Write(context.Response, cookie, isShared: false);
    }

    /// <summary>
    /// What kept this person on shared devices is over, in the transaction of whatever ended it: from now on these run out like any, 30 minutes
    /// after the last use. Without it whoever sits down at that device hours later would still be them.
    /// </summary>
    public Task LetGoAsync(DbConnection connection, DbTransaction transaction, Guid person, CancellationToken stop) =>
        connection.Command("UPDATE session SET runs_out_at = @next WHERE person_id = @person AND is_shared = 1 AND runs_out_at > @next", transaction,
            ("person", person.ToString()), ("next", SessionTerm.RunsOutAt(isShared: true, clock.Instant).ToUnixTimeMilliseconds())).RunAsync(stop);

    /// <summary>For whom a shared device is held now, whatever became of what it was held for.</summary>
    public Task<List<Guid>> OfAsync(DbConnection connection, CancellationToken stop) =>
        connection.Command("SELECT DISTINCT person_id FROM session WHERE is_shared = 1 AND runs_out_at > @usual", null, ("usual", (SessionTerm.RunsOutAt(isShared: true, clock.Instant) + BetweenClocks).ToUnixTimeMilliseconds()))
            .ListAsync(row => Guid.Parse(row.GetString(0)), stop);
}
