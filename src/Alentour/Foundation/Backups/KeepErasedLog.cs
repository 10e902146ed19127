using Alentour.Foundation.Jobs;
using Alentour.Foundation.Running;
using Alentour.Foundation.Store;

namespace Alentour.Foundation.Backups;

/// <summary>Brings erasures.log up to what the database remembers: at each start, on every node, and each night.</summary>
sealed class KeepErasedLog(Database database, ErasedLog log, IEnumerable<IErasedAgain> erasers) : IOpening, INightly
{
    public string Name => "backups.erased-log";

    public async Task OpenAsync(CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        foreach (var eraser in erasers)
            log.Add(await eraser.AllAsync(connection, stop));
    }

    public Task RunAsync(DateTimeOffset now, CancellationToken stop) => OpenAsync(stop);
}
