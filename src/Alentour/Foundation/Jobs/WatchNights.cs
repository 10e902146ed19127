using Alentour.Foundation.Running;

namespace Alentour.Foundation.Jobs;

/// <summary>Looks every minute whether night work is due.</summary>
sealed class WatchNights(NightWork nights, Readiness readiness, ILogger<WatchNights> log) : Watch(readiness, log, TimeSpan.FromMinutes(1))
{
    protected override Task LookAsync(CancellationToken stop) => nights.RunDueAsync(stop);
}
