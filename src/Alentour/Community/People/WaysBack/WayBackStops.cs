using System.Data.Common;
using Alentour.Community.Organizations;
using Alentour.Foundation.Store;

namespace Alentour.Community.People.WaysBack;

/// <summary>
/// Who was stopped. Once may be a thief who holds the phone: both confirm again and that session is shut out. Twice is the person who says no:
/// the two have no part in a way back of theirs for a while.
/// </summary>
public sealed class WayBackStops(HouseClock clock)
{
    /// <summary>How long a stop counts, and keeps somebody out.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    const int Most = 2;

    /// <summary>Counts a stop against each of the two; true when it was the second for one of them, and both are kept out from now on.</summary>
    internal async Task<bool> CountAsync(DbConnection connection, DbTransaction transaction, Guid person, IReadOnlyList<Guid> others, CancellationToken stop)
    {
        var isSecond = false;
        foreach (var other in others)
            isSecond |= (await connection.Command("""
                INSERT INTO way_back_stop (person_id, other_id, number, runs_out_at) VALUES (@person, @other, 1, @until)
                ON CONFLICT (person_id, other_id) DO UPDATE SET
                    number = CASE WHEN way_back_stop.runs_out_at <= @now THEN 1 ELSE way_back_stop.number + 1 END, runs_out_at = excluded.runs_out_at
                RETURNING number
                """, transaction, Values(person, other)).ListAsync(row => row.GetInt32(0), stop))[0] >= Most;
        foreach (var other in isSecond ? others : [])
            await connection.Command("UPDATE way_back_stop SET number = @most WHERE person_id = @person AND other_id = @other AND number < @most", transaction, [.. Values(person, other), ("most", Most)]).RunAsync(stop);
        return isSecond;
    }

    /// <summary>Whether this other has no part in a way back of the person.</summary>
    internal async Task<bool> KeepsOutAsync(DbConnection connection, DbTransaction transaction, Guid person, Guid other, CancellationToken stop) =>
        (await connection.Command("SELECT number FROM way_back_stop WHERE person_id = @person AND other_id = @other AND number >= @most AND runs_out_at > @now", transaction,
            [.. Values(person, other), ("most", Most)]).ListAsync(row => row.GetInt32(0), stop)).Count > 0;

    (string, object?)[] Values(Guid person, Guid other) =>
        [("person", person.ToString()), ("other", other.ToString()), ("now", clock.Instant.ToUnixTimeMilliseconds()), ("until", (clock.Instant + Kept).ToUnixTimeMilliseconds())];
}
