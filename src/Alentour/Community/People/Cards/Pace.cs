using System.Data.Common;
using Alentour.Foundation.Store;

namespace Alentour.Community.People.Cards;

/// <summary>
/// How often something is done, counted by seal on all nodes: whoever holds the database learns neither who did it nor for whom. A table of a
/// pace has a lookup, a number and when it runs out.
/// </summary>
static class Pace
{
    /// <summary>Counts some more, and says whether they may be; when not, nothing is counted.</summary>
    /// <param name="table">Where it is counted; a word of ours.</param>
    /// <param name="pace">At most so many of one seal, from the first on until its time runs out.</param>
    public static async Task<bool> AllowAsync(DbConnection connection, DbTransaction transaction, string table, (string Seal, int More, int Most, DateTimeOffset Now, TimeSpan Within) pace, CancellationToken stop)
    {
        await using var count = connection.Command($"""
            INSERT INTO {table} (lookup, number, runs_out_at) VALUES (@seal, @more, @until)
            ON CONFLICT (lookup) DO UPDATE SET
                number = CASE WHEN {table}.runs_out_at <= @now THEN @more ELSE {table}.number + @more END,
                runs_out_at = CASE WHEN {table}.runs_out_at <= @now THEN excluded.runs_out_at ELSE {table}.runs_out_at END
            WHERE {table}.runs_out_at <= @now OR {table}.number + @more <= @most
            """, transaction, ("seal", pace.Seal), ("more", pace.More), ("until", (pace.Now + pace.Within).ToUnixTimeMilliseconds()), ("now", pace.Now.ToUnixTimeMilliseconds()), ("most", pace.Most));
        return await count.ExecuteNonQueryAsync(stop) > 0;
    }
}
