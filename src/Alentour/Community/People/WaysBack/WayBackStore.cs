using System.Data.Common;
using Alentour.Community.Organizations;
using Alentour.Foundation.Jobs;
using Alentour.Foundation.Mail;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Community.People.WaysBack;

/// <summary>Ways back in the database. One a person at a time; two who confirm at once: one counts, the other reads it.</summary>
public sealed class WayBackStore(Database database, WayBackStops stops, JobQueue jobs, ISendMail mail, HouseClock clock)
{
    const string Columns = "SELECT id, person_id, asked_name, starter_id, confirmer_id, confirmed_at, stopped_by, starter_again, confirmer_again, opening FROM way_back WHERE runs_out_at > @now";

    /// <summary>Whether anybody's is open. On most days none is, and whom somebody knows need not be asked at each of their pages.</summary>
    public async Task<bool> IsAnyOpenAsync(CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return (await connection.Command("SELECT 1 FROM way_back WHERE runs_out_at > @now LIMIT 1", null, ("now", Now)).ListAsync(_ => true, stop)).Count > 0;
    }

    /// <summary>Those that concern this person: begun or confirmed by them, or waiting for one of those who know somebody.</summary>
    /// <param name="known">Whom they know well enough, themself left out.</param>
    /// <param name="mayVouch">Whether they may confirm for somebody in no group: a coordinator.</param>
    public async Task<IReadOnlyList<WayBack>> ForAsync(Guid me, IReadOnlySet<Guid> known, bool mayVouch, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        var all = await connection.Command(Columns + " ORDER BY id", null, ("now", Now)).ListAsync(Read, stop);
        return [.. all.Where(w => w.StarterId == me || w.ConfirmerId == me || w.PersonId != me && (w.AskedName is null ? w.PersonId is { } p && known.Contains(p) : mayVouch))];
    }

    /// <summary>The way back of this person that their open sessions show, or null.</summary>
    public async Task<WayBack?> OfAsync(Guid person, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return (await connection.Command(Columns + " AND person_id = @person", null, ("now", Now), ("person", person.ToString())).ListAsync(Read, stop)).FirstOrDefault();
    }

    /// <summary>Begins one. It takes the place of one that nobody has confirmed yet: whoever comes first must not keep out whoever stands before the person.</summary>
    /// <param name="begun">Its id and what finds its words again; a person, a typed name, or both.</param>
    /// <exception cref="RefusalException">The person has one that is confirmed, stopped whoever begins twice, or a typed name of theirs waits.</exception>
    internal Task StartAsync(Guid me, Begun begun, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        var person = begun.PersonId;
        if (person is { } one && await stops.KeepsOutAsync(connection, transaction, one, me, stop))
            // Whoever typed a name must not learn that somebody bears it.
            person = begun.AskedName is null ? throw new RefusalException("wayBack.refusal.keptOut") : null;
        var values = new (string, object?)[]
        {
            ("id", begun.Id.ToString()), ("person", person?.ToString()), ("asked", begun.AskedName), ("lookup", begun.Lookup), ("opening", begun.Opening), ("me", me.ToString()),
            ("now", Now), ("until", (clock.Instant + WayBack.Good).ToUnixTimeMilliseconds()),
        };
        foreach (var sql in new[]
        {
            "DELETE FROM way_back WHERE runs_out_at <= @now AND (person_id = @person OR starter_id = @me)",
            "DELETE FROM way_back WHERE starter_id = @me AND confirmer_id IS NULL AND asked_name IS NOT NULL AND CAST(@asked AS text) IS NOT NULL",
            "UPDATE way_back SET person_id = NULL WHERE person_id = @person AND confirmer_id IS NULL AND asked_name IS NOT NULL",
            "DELETE FROM way_back WHERE person_id = @person AND confirmer_id IS NULL",
        })
            await connection.Command(sql, transaction, values).RunAsync(stop);
        await using var command = connection.Command("""
            INSERT INTO way_back (id, person_id, asked_name, lookup, opening, starter_id, starter_again, confirmer_again, runs_out_at)
            VALUES (@id, @person, @asked, @lookup, @opening, @me, 0, 0, @until) ON CONFLICT DO NOTHING
            """, transaction, values);
        if (await command.ExecuteNonQueryAsync(stop) == 0)
            throw new RefusalException(begun.AskedName is null ? "wayBack.refusal.already" : "wayBack.refusal.oneName");
    }, stop);

    /// <summary>Says yes for this person; the caller has looked that they may (<see cref="WayBack.MayConfirm"/>).</summary>
    /// <exception cref="RefusalException">Somebody was faster.</exception>
    public Task ConfirmAsync(WayBack wayBack, Guid me, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        var isKeptOut = wayBack.PersonId is { } person && await stops.KeepsOutAsync(connection, transaction, person, me, stop);
        if (isKeptOut && wayBack.AskedName is null)
            throw new RefusalException("wayBack.refusal.keptOut");
        // Somebody out of sight, or kept out, who vouches for a typed name vouches for nobody: the request looks as before, and leads nowhere.
        await connection.Command($"UPDATE way_back SET person_id = NULL WHERE id = @id AND asked_name IS NOT NULL AND (@out = 1 OR NOT ({Sight.Between("@me", "way_back.person_id")}))", transaction,
            ("id", wayBack.Id.ToString()), ("me", me.ToString()), ("out", isKeptOut ? 1 : 0)).RunAsync(stop);
        var sql = !wayBack.IsStopped ? "UPDATE way_back SET confirmer_id = @me, confirmed_at = @now, runs_out_at = @until WHERE id = @id AND confirmer_id IS NULL AND stopped_by IS NULL"
            : me == wayBack.StarterId ? "UPDATE way_back SET starter_again = 1 WHERE id = @id AND stopped_by IS NOT NULL AND starter_id = @me"
            : "UPDATE way_back SET confirmer_again = 1 WHERE id = @id AND stopped_by IS NOT NULL AND confirmer_id = @me";
        await using var command = connection.Command(sql, transaction, ("id", wayBack.Id.ToString()), ("me", me.ToString()), ("now", Now), ("until", Until));
        if (await command.ExecuteNonQueryAsync(stop) == 0)
            throw new RefusalException("wayBack.refusal.faster");
        if ((await ShutOutAsync(connection, transaction, wayBack.Id, stop) || !wayBack.IsStopped) && mail.IsSet)
            await TellWayBack.AskAsync(connection, transaction, jobs, wayBack.Id, stop);
    }, stop);

    /// <summary>Once both have said yes again, the session that stopped it is out, and the 72 hours begin anew.</summary>
    async Task<bool> ShutOutAsync(DbConnection connection, DbTransaction transaction, Guid id, CancellationToken stop)
    {
        const string both = "id = @id AND stopped_by IS NOT NULL AND starter_again = 1 AND confirmer_again = 1";
        await connection.Command($"DELETE FROM session WHERE id IN (SELECT stopped_by FROM way_back WHERE {both})", transaction, ("id", id.ToString())).RunAsync(stop);
        await using var anew = connection.Command($"UPDATE way_back SET confirmed_at = @now, runs_out_at = @until, stopped_by = NULL, starter_again = 0, confirmer_again = 0 WHERE {both}", transaction,
            ("id", id.ToString()), ("now", Now), ("until", Until));
        return await anew.ExecuteNonQueryAsync(stop) > 0;
    }

    /// <summary>
    /// Stops it, from this session of the person themself. One that nobody has confirmed yet simply ends; one for a typed name goes on as one
    /// that leads nowhere, or whoever typed it would learn that somebody bears it. The second time it ends, and both are kept out for a while.
    /// </summary>
    public Task StopAsync(Guid person, Guid session, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        await connection.Command("UPDATE way_back SET person_id = NULL WHERE person_id = @person AND confirmer_id IS NULL AND asked_name IS NOT NULL", transaction, ("person", person.ToString())).RunAsync(stop);
        await connection.Command("DELETE FROM way_back WHERE person_id = @person AND confirmer_id IS NULL", transaction, ("person", person.ToString())).RunAsync(stop);
        var parts = await connection.Command("""
            UPDATE way_back SET stopped_by = @session, starter_again = 0, confirmer_again = 0 WHERE person_id = @person AND stopped_by IS NULL RETURNING starter_id, confirmer_id
            """, transaction, ("person", person.ToString()), ("session", session.ToString())).ListAsync(row => new[] { Guid.Parse(row.GetString(0)), Guid.Parse(row.GetString(1)) }, stop);
        if (parts is [var both] && await stops.CountAsync(connection, transaction, person, both, stop))
            await connection.Command("DELETE FROM way_back WHERE person_id = @person", transaction, ("person", person.ToString())).RunAsync(stop);
    }, stop);

    long Now => clock.Instant.ToUnixTimeMilliseconds();

    long Until => (clock.Instant + WayBack.Shown + WayBack.Good).ToUnixTimeMilliseconds();

    static WayBack Read(DbDataReader row) => new(Guid.Parse(row.GetString(0)), Id(row, 1), row.IsDBNull(2) ? null : row.GetString(2), Guid.Parse(row.GetString(3)), Id(row, 4),
        row.IsDBNull(5) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)), Id(row, 6), row.GetInt32(7) == 1, row.GetInt32(8) == 1)
    {
        Opening = row.GetString(9),
    };

    static Guid? Id(DbDataReader row, int column) => row.IsDBNull(column) ? null : Guid.Parse(row.GetString(column));
}
