using Alentour.Foundation.Running;

namespace Alentour.Practices.Circles.Closing;

/// <summary>Every few seconds: what waited too long for a sign goes on, and what nobody closed closes. Of several nodes one comes first.</summary>
sealed class WatchCircles(CircleStore circles, Readiness readiness, ILogger<WatchCircles> log) : Watch(readiness, log, TimeSpan.FromSeconds(3))
{
    protected override Task LookAsync(CancellationToken stop) => circles.LookAsync(stop);
}
