using Alentour.Foundation.Running;

namespace Alentour.Practices.Finder.Indexes;

/// <summary>Looks every 20 seconds whether the day or the public content changed; at midnight the dates follow.</summary>
sealed class KeepIndexFresh(FinderIndex index, Readiness readiness, ILogger<KeepIndexFresh> log) : Watch(readiness, log, TimeSpan.FromSeconds(20))
{
    protected override Task LookAsync(CancellationToken stop) => index.RefreshIfStaleAsync(stop);
}
