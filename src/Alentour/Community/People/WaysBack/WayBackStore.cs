using System.Data.Common;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Community.People.WaysBack;

/// <summary>Ways back in the database. One a person at a time; two who confirm at once: one counts, the other reads it.</summary>
public sealed class WayBackStore(Database database, Companions companions, TimeProvider clock)
{
    const string Columns = "SELECT id, person_id, asked_name, starter_id, confirmer_id, confirmed_at, stopped_by, starter_again, confirmer_again FROM way_back WHERE runs_out_at > @now";

    /// <summary>Those that concern this person: begun or confirmed by them, or waiting for somebody who knows them.</summary>
    /// <param name="mayVouch">Whether they may confirm for somebody in no group: a coordinator.</param>
    public async Task<IReadOnlyList<WayBack>> ForAsync(Guid me, bool mayVouch, CancellationToken stop)
    {
        var known = (await companions.OfAsync(me, stop)).Select(c => c.PersonId).ToHashSet();
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

    /// <exception cref="RefusalException">The person has one already: whoever began it goes on with it.</exception>
    public Task StartAsync(Guid me, Guid? person, string? askedName, string lookup, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        await using var command = connection.Command("""
            INSERT INTO way_back (id, person_id, asked_name, lookup, starter_id, starter_again, confirmer_again, runs_out_at)
            VALUES (@id, @person, @asked, @lookup, @me, 0, 0, @until) ON CONFLICT (person_id) DO NOTHING
            """, transaction, ("id", Ids.New().ToString()), ("person", person?.ToString()), ("asked", askedName), ("lookup", lookup), ("me", me.ToString()),
            ("until", (clock.GetUtcNow() + WayBack.Good).ToUnixTimeMilliseconds()));
        if (await command.ExecuteNonQueryAsync(stop) == 0)
            throw new RefusalException("wayBack.refusal.already");
    }, stop);

    /// <summary>Says yes for this person; the caller has looked that they may (<see cref="WayBack.MayConfirm"/>).</summary>
    /// <exception cref="RefusalException">Somebody was faster.</exception>
    public Task ConfirmAsync(WayBack wayBack, Guid me, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        // Somebody out of sight who vouches for a typed name vouches for nobody: the request looks as before, and leads nowhere.
        await connection.Command($"UPDATE way_back SET person_id = NULL WHERE id = @id AND asked_name IS NOT NULL AND NOT ({Sight.Between("@me", "way_back.person_id")})", transaction,
            ("id", wayBack.Id.ToString()), ("me", me.ToString())).RunAsync(stop);
        var sql = !wayBack.IsStopped ? "UPDATE way_back SET confirmer_id = @me, confirmed_at = @now, runs_out_at = @until WHERE id = @id AND confirmer_id IS NULL AND stopped_by IS NULL"
            : me == wayBack.StarterId ? "UPDATE way_back SET starter_again = 1 WHERE id = @id AND stopped_by IS NOT NULL AND starter_id = @me"
            : "UPDATE way_back SET confirmer_again = 1 WHERE id = @id AND stopped_by IS NOT NULL AND confirmer_id = @me";
        await using var command = connection.Command(sql, transaction, ("id", wayBack.Id.ToString()), ("me", me.ToString()), ("now", Now), ("until", Until));
        if (await command.ExecuteNonQueryAsync(stop) == 0)
            throw new RefusalException("wayBack.refusal.faster");
        await ShutOutAsync(connection, transaction, wayBack.Id, stop);
    }, stop);

    /// <summary>Once both have said yes again, the session that stopped it is out, and the 72 hours begin anew.</summary>
    async Task ShutOutAsync(DbConnection connection, DbTransaction transaction, Guid id, CancellationToken stop)
    {
        const string both = "id = @id AND stopped_by IS NOT NULL AND starter_again = 1 AND confirmer_again = 1";
        await connection.Command($"DELETE FROM session WHERE id IN (SELECT stopped_by FROM way_back WHERE {both})", transaction, ("id", id.ToString())).RunAsync(stop);
        await connection.Command($"UPDATE way_back SET confirmed_at = @now, runs_out_at = @until, stopped_by = NULL, starter_again = 0, confirmer_again = 0 WHERE {both}", transaction,
            ("id", id.ToString()), ("now", Now), ("until", Until)).RunAsync(stop);
    }

    /// <summary>
    /// Stops it, from this session of the person themself. One that nobody has confirmed yet simply ends; one for a typed name goes on as one
    /// that leads nowhere, or whoever typed it would learn that somebody bears it.
    /// </summary>
    public Task StopAsync(Guid person, Guid session, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        await connection.Command("UPDATE way_back SET person_id = NULL WHERE person_id = @person AND confirmer_id IS NULL AND asked_name IS NOT NULL", transaction, ("person", person.ToString())).RunAsync(stop);
        await connection.Command("DELETE FROM way_back WHERE person_id = @person AND confirmer_id IS NULL", transaction, ("person", person.ToString())).RunAsync(stop);
        await connection.Command("UPDATE way_back SET stopped_by = @session, starter_again = 0, confirmer_again = 0 WHERE person_id = @person AND stopped_by IS NULL", transaction,
            ("person", person.ToString()), ("session", session.ToString())).RunAsync(stop);
    }, stop);

    long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    long Until => (clock.GetUtcNow() + WayBack.Shown + WayBack.Good).ToUnixTimeMilliseconds();

    static WayBack Read(DbDataReader row) => new(Guid.Parse(row.GetString(0)), Id(row, 1), row.IsDBNull(2) ? null : row.GetString(2), Guid.Parse(row.GetString(3)), Id(row, 4),
        row.IsDBNull(5) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)), Id(row, 6), row.GetInt32(7) == 1, row.GetInt32(8) == 1);

    static Guid? Id(DbDataReader row, int column) => row.IsDBNull(column) ? null : Guid.Parse(row.GetString(column));
}
