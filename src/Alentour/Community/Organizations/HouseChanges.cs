using System.Data.Common;
using Alentour.Community.Organizations.Faces;
using Alentour.Foundation.Store;

namespace Alentour.Community.Organizations;

/// <summary>Changes the house, one change at a time on all nodes together; this node shows it at once, the others within seconds.</summary>
public sealed class HouseChanges(Database database, PublicVersion version, ShowFace face)
{
    /// <summary>Runs <paramref name="act"/> on the house as it stands (null before it has a name) and keeps what it returns.</summary>
    public async Task RunAsync(Func<DbConnection, DbTransaction, House?, Task<House>> act, CancellationToken stop)
    {
        await database.WriteAsync(async (connection, transaction) =>
        {
            // Raised first: the row is written by whoever changes the house, so that a second change waits for the first to end.
            await version.RaiseAsync(connection, transaction, stop);
            var house = await HouseStore.ReadAsync(connection, transaction, stop);
            await HouseStore.KeepAsync(connection, transaction, await act(connection, transaction, house), stop);
        }, stop);
        version.LookAgain();
        await face.OpenAsync(stop);
    }
}
