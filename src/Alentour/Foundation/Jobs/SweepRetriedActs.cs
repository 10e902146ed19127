using Alentour.Foundation.Store;

namespace Alentour.Foundation.Jobs;

/// <summary>The keys of forms go after two days (<see cref="RetriedActs"/>).</summary>
sealed class SweepRetriedActs(Database database) : INightly
{
    public string Name => "store.retriedActs";

    public Task RunAsync(DateTimeOffset now, CancellationToken stop) =>
        database.WriteAsync((connection, transaction) => RetriedActs.SweepAsync(connection, transaction, now, stop), stop);
}
