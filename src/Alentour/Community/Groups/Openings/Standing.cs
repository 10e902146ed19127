using System.Data.Common;
using System.Globalization;
using Alentour.Community.Groups.Memberships;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Community.Groups.Openings;

/// <summary>
/// Since when somebody is in a group, and so what they may do in its name: take the welcome of a meeting, let in, change dates, say how people
/// hear each other, write and publish. Anybody may join a group with an open door; who has just come reads all and leaves this to the others
/// for a week, or a stranger of one minute would read a visitor's telephone and call off every meeting.
/// </summary>
/// <param name="IsFounder">They were there before the page was first published: there was nobody before them.</param>
public readonly record struct Standing(DateOnly Since, bool IsFounder)
{
    public const int Days = 7;

    /// <summary>The first day on which they may.</summary>
    public DateOnly From => IsFounder ? Since : Since.AddDays(Days);

    public bool HoldsOn(DateOnly today) => today >= From;

    /// <summary>To be asked in the transaction of the act: what a page said may be over.</summary>
    /// <exception cref="RefusalException">They came less than a week ago, or left meanwhile.</exception>
    internal static async Task RefuseNewcomersAsync(DbConnection connection, DbTransaction transaction, (Guid Group, Guid Person) who, DateOnly today, CancellationToken stop)
    {
        var mine = await connection.Command("SELECT since, is_founder FROM membership WHERE group_id = @group AND person_id = @me", transaction, ("group", who.Group.ToString()), ("me", who.Person.ToString()))
            .ListAsync(row => Read(row, 0), stop);
        if (mine.Count == 0)
            throw new RefusalException("pen.refusal.left");
        if (!mine[0].HoldsOn(today))
            throw new RefusalException("standing.refusal");
    }

    internal static Standing Read(DbDataReader row, int column) => new(DateOnly.Parse(row.GetString(column), CultureInfo.InvariantCulture), row.GetInt32(column + 1) == 1);
}
