using System.Data.Common;
using System.Globalization;
using Alentour.Community.Groups.Memberships;
using Alentour.Community.Organizations;
using Alentour.Foundation.Store;

namespace Alentour.Community.Groups.Openings;

/// <summary>What a group did with itself.</summary>
public enum GroupAct
{
    Published,
    Withdrawn,

    /// <summary>Who runs it (R057): from what to what, by a decision of the group in words.</summary>
    Stewardship,
    Agreements,
}

/// <summary>One entry of a group's own journal. It names nobody.</summary>
public sealed record GroupEntry(DateOnly Day, GroupAct Act, string? Was, string? Became, string? Decision);

/// <summary>A group's own journal, read by its members.</summary>
public sealed class GroupJournal(Database database, HouseClock clock)
{
    public async Task<IReadOnlyList<GroupEntry>> OfAsync(OwnGroup group, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return await connection.Command("SELECT day, kind, was, became, decision FROM group_journal WHERE group_id = @group ORDER BY id DESC", null, ("group", group.Id.ToString())).ListAsync(Read, stop);
    }

    internal Task WriteAsync(DbConnection connection, DbTransaction transaction, OwnGroup group, GroupEntry entry, CancellationToken stop) =>
        connection.Command("INSERT INTO group_journal (id, group_id, day, kind, was, became, decision) VALUES (@id, @group, @day, @kind, @was, @became, @decision)", transaction,
            ("id", Ids.New().ToString()), ("group", group.Id.ToString()), ("day", entry.Day.ToString("O", CultureInfo.InvariantCulture)), ("kind", entry.Act.ToString()),
            ("was", entry.Was), ("became", entry.Became), ("decision", entry.Decision)).RunAsync(stop);

    internal GroupEntry Now(GroupAct act, string? was = null, string? became = null, string? decision = null) => new(clock.Now.Day, act, was, became, decision);

    static GroupEntry Read(DbDataReader row) => new(DateOnly.Parse(row.GetString(0), CultureInfo.InvariantCulture), Enum.Parse<GroupAct>(row.GetString(1)), Text(row, 2), Text(row, 3), Text(row, 4));

    static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
