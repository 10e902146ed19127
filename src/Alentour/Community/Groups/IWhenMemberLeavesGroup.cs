using System.Data.Common;

namespace Alentour.Community.Groups;

/// <summary>
/// A module that keeps something of a member because they are one. Groups tells it when they no longer are: they left, or all that is kept of
/// them is erased. With its last member a group closes: it is told while the group is still there.
/// </summary>
public interface IWhenMemberLeavesGroup
{
    /// <summary>In the transaction of whatever took them out; the membership is gone already.</summary>
    Task LeftAsync(DbConnection connection, DbTransaction transaction, Guid group, Guid person, CancellationToken stop);
}
