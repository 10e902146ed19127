using Alentour.Foundation.Running;
using Alentour.Foundation.Store;

namespace Alentour.Foundation.Live;

/// <summary>
/// Hears from the other nodes that something changed, on a connection of its own. It wakes the reader and carries nothing: what is said while
/// it is cut is lost (51 of 600 in a measure), and the reader's own look each second finds it.
/// </summary>
sealed partial class HearNodes(Database database, Listeners listeners, Readiness readiness, ILogger<HearNodes> log) : BackgroundService
{
    static readonly TimeSpan Opening = TimeSpan.FromSeconds(1);
    const int LongestWait = 8;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!database.Dialect.HasNodes)
            return;
        for (var wait = 1; !stoppingToken.IsCancellationRequested; wait = Math.Min(wait * 2, LongestWait))
        {
            while (!readiness.IsOpen)
                await Task.Delay(Opening, stoppingToken);
            try
            {
                await database.Dialect.HearNodesAsync(Open, listeners.Wake, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Deaf(log, Watch.Plain(failure));
            }
            // Not all nodes in the same moment, when the cluster comes back.
            await Task.Delay(TimeSpan.FromSeconds(wait * (0.2 + Random.Shared.NextDouble())), stoppingToken);

            void Open()
            {
                wait = 1;
                listeners.WakeAll();
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The other nodes cannot be heard ({Reason}); this one looks each second meanwhile.")]
    static partial void Deaf(ILogger log, string reason);
}
