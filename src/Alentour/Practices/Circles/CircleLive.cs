using Alentour.Foundation.Live;
using Alentour.Practices.Circles.Seats;

namespace Alentour.Practices.Circles;

/// <summary>
/// What watchers of one circle receive, and who may watch: a number that says « look again », the same for all; those whose seat is here now.
/// What they then read, they read as their seat.
/// </summary>
sealed class CircleLive(CircleWatchers watchers) : ILiveAudience
{
    public string Kind => "circle";

    public static string Topic(Guid circle) => $"circle:{circle}";

    public Task<IReadOnlySet<Guid>?> WatchersAsync(string topic, CancellationToken stop) => watchers.OfAsync(Guid.Parse(topic[(topic.IndexOf(':', StringComparison.Ordinal) + 1)..]), stop);
}
