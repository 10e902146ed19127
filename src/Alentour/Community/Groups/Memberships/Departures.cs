using System.Data.Common;

namespace Alentour.Community.Groups.Memberships;

/// <summary>Tells the modules above that somebody is no longer in a group. They are asked for when it happens: they may themselves ask for groups.</summary>
public sealed class Departures(IServiceScopeFactory scopes)
{
    internal async Task TellAsync(DbConnection connection, DbTransaction transaction, Guid group, Guid person, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var module in scope.ServiceProvider.GetServices<IWhenMemberLeavesGroup>())
            await module.LeftAsync(connection, transaction, group, person, stop);
    }
}
