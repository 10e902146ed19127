using System.Data.Common;
using Alentour.Community.Groups.Memberships;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Community.Groups.Openings;

/// <summary>
/// Who may write what a group says of itself: its page, its agreements, its meetings that come back, who comes in. Members alone (R084, R085).
/// Somebody who holds a role comes, speaks, welcomes and moves a date like anybody, and leaves the pen to the others while the role lasts.
/// Who has just come leaves it to them for a week (<see cref="Standing"/>).
/// </summary>
static class Pen
{
    /// <summary>Takes the row of the group, so that two who write at once wait for each other, and looks who writes.</summary>
    /// <exception cref="RefusalException">They hold a role, came less than a week ago, or left the group meanwhile.</exception>
    public static Task TakeAsync(DbConnection connection, DbTransaction transaction, OwnGroup group, DateOnly today, CancellationToken stop) =>
        TakeAsync(connection, transaction, (group.Id, group.Mine), today, stop);

    public static async Task TakeAsync(DbConnection connection, DbTransaction transaction, (Guid Group, Guid Person) who, DateOnly today, CancellationToken stop)
    {
        await connection.Command("UPDATE mutual_aid_group SET version = version WHERE id = @group", transaction, ("group", who.Group.ToString())).RunAsync(stop);
        await RefuseRolesAsync(connection, transaction, who.Person, "pen.refusal.role", stop);
        await Standing.RefuseNewcomersAsync(connection, transaction, who, today, stop);
    }

    /// <exception cref="RefusalException">The person holds a role, whichever.</exception>
    public static async Task RefuseRolesAsync(DbConnection connection, DbTransaction transaction, Guid person, string refusal, CancellationToken stop)
    {
        if ((await connection.Command("SELECT 1 FROM held_role WHERE person_id = @me", transaction, ("me", person.ToString())).ListAsync(_ => true, stop)).Count > 0)
            throw new RefusalException(refusal);
    }
}

/// <summary>A group is its members': when the last one has gone it closes, with all it held.</summary>
static class ClosedGroups
{
    /// <returns>Whether any of these groups closed.</returns>
    public static async Task<bool> SweepAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<Guid> groups, CancellationToken stop)
    {
        var closed = 0;
        foreach (var group in groups)
        {
            // The visitor still reads that nobody will be there; how to reach them is nobody's any more.
            await connection.Command("UPDATE first_visit SET reach = NULL, may_leave_word = 0 WHERE series_id IN (SELECT id FROM meeting_series WHERE group_id = @group) AND NOT EXISTS (SELECT 1 FROM membership WHERE group_id = @group)", transaction,
                ("group", group.ToString())).RunAsync(stop);
            await using var close = connection.Command("DELETE FROM mutual_aid_group WHERE id = @group AND NOT EXISTS (SELECT 1 FROM membership WHERE group_id = @group)", transaction, ("group", group.ToString()));
            closed += await close.ExecuteNonQueryAsync(stop);
        }
        return closed > 0;
    }
}
