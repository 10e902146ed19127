using System.Data.Common;
using Alentour.Foundation.Store;

namespace Alentour.Community.People.WaysBack;

/// <summary>The six words of a way back, used at the door: every older way in and every session of the person ends, the words become their card.</summary>
public sealed class ComeBack(TimeProvider clock)
{
    /// <summary>Who comes back by these words, in the transaction of their entering; null when they open nothing, or not yet.</summary>
    public async Task<Guid?> TakeAsync(DbConnection connection, DbTransaction transaction, string lookup, string today, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var found = await connection.Command("SELECT person_id FROM way_back WHERE lookup = @lookup AND person_id IS NOT NULL AND stopped_by IS NULL AND confirmed_at <= @shown AND runs_out_at > @now",
            transaction, ("lookup", lookup), ("shown", (now - WayBack.Shown).ToUnixTimeMilliseconds()), ("now", now.ToUnixTimeMilliseconds())).ListAsync(row => row.GetString(0), stop);
        if (found.Count == 0)
            return null;
        foreach (var sql in new[]
        {
            "DELETE FROM way_in WHERE person_id = @person",
            "DELETE FROM email_asked WHERE person_id = @person",
            "DELETE FROM session WHERE person_id = @person",
            "DELETE FROM way_back WHERE person_id = @person",
            "DELETE FROM way_back_stop WHERE person_id = @person",
            "INSERT INTO way_in (id, person_id, kind, lookup, made_on) VALUES (@id, @person, 'Card', @lookup, @day)",
        })
            await connection.Command(sql, transaction, ("person", found[0]), ("id", Ids.New().ToString()), ("lookup", lookup), ("day", today)).RunAsync(stop);
        return Guid.Parse(found[0]);
    }
}
