using Alentour.Foundation.Running;

namespace Alentour.Foundation.Jobs;

/// <summary>Looks every minute, from the moment the house is open, whether night work is due.</summary>
sealed partial class WatchNights(NightWork nights, Readiness readiness, ILogger<WatchNights> log) : BackgroundService
{
    static readonly TimeSpan Opening = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(readiness.IsOpen ? Between : Opening, stoppingToken);
            if (readiness.IsOpen)
                await LookAsync(stoppingToken);
        }
    }

    async Task LookAsync(CancellationToken stop)
    {
        try
        {
            await nights.RunDueAsync(stop);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            // Whatever it is: a failure that left this loop would end the process, and /aide with it.
            Later(log, failure.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Night work could not be looked for ({Reason}); the next look is in a minute.")]
    static partial void Later(ILogger log, string reason);
}
