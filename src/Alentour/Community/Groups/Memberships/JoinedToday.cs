using System.Data.Common;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Community.Groups.Memberships;

/// <summary>
/// The drop-in groups that somebody joins on one day: two at most, whether they stay or leave. Whoever joins reads who is in the group; an
/// account that could join them all would read the whole house. Coming back to a group joined today takes no second place.
/// </summary>
static class JoinedToday
{
    static readonly int[] Places = [1, 2];

    /// <summary>Takes a place for this group, in the transaction of joining; of two that race for the last place one has it.</summary>
    /// <param name="values">"me", "group", "now" and "gone", the midnight that ends today.</param>
    /// <exception cref="RefusalException">Both places are taken.</exception>
    public static async Task TakePlaceAsync(DbConnection connection, DbTransaction transaction, (string, object?)[] values, CancellationToken stop)
    {
        await connection.Command("DELETE FROM joined_today WHERE person_id = @me AND gone_at <= @now", transaction, values).RunAsync(stop);
        foreach (var place in Places)
            await connection.Command("INSERT INTO joined_today (person_id, place, group_id, gone_at) VALUES (@me, @place, @group, @gone) ON CONFLICT DO NOTHING", transaction, [.. values, ("place", place)]).RunAsync(stop);
        var mine = await connection.Command("SELECT 1 FROM joined_today WHERE person_id = @me AND group_id = @group", transaction, values).ListAsync(_ => true, stop);
        if (mine.Count == 0)
            throw new RefusalException("join.refusal.twoToday");
    }
}
