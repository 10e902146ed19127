using Alentour.Foundation.Running;
using Alentour.Foundation.Store;
using Alentour.Practices.Finder.Listings;

namespace Alentour.Practices.Finder.Indexes;

/// <summary>Brings in the resources of the seeds and the index before the first page.</summary>
sealed class OpenFinder(ListingWriter listings, FinderIndex index, Database database, TimeProvider clock) : IOpening
{
    const string SeedsFact = "finder_seeds";

    public async Task OpenAsync(CancellationToken stop)
    {
        await SeedsAsync(stop);
        await index.RefreshIfStaleAsync(stop);
    }

    async Task SeedsAsync(CancellationToken stop)
    {
        var offered = SeedEntries.Read();
        var hash = string.Join('.', offered.Select(o => o.Hash()[..8]));
        await using (var connection = await database.OpenAsync(stop))
            if (await StoreFacts.ReadAsync(connection, SeedsFact, stop) == hash)
                return;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        await listings.ReconcileAsync(SeedEntries.Source(today), offered, new HashSet<string>(), null, stop);
        await database.WriteAsync((connection, transaction) => StoreFacts.WriteAsync(connection, transaction, SeedsFact, hash, stop), stop);
    }
}
