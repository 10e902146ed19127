using Alentour.Foundation.Running;

namespace Alentour.Foundation.Jobs;

/// <summary>Looks every two seconds, from the moment the house is open, whether a job is due.</summary>
sealed partial class WatchJobs(JobWork work, Readiness readiness, ILogger<WatchJobs> log) : BackgroundService
{
    static readonly TimeSpan Between = TimeSpan.FromSeconds(2);
    static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Between, stoppingToken);
            if (readiness.IsOpen && !await LookAsync(stoppingToken))
                await Task.Delay(AfterFailure, stoppingToken);
        }
    }

    async Task<bool> LookAsync(CancellationToken stop)
    {
        try
        {
            await work.RunDueAsync(stop);
            return true;
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            // Whatever it is: a failure that left this loop would end the process, and /aide with it.
            Later(log, failure.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Jobs could not be looked for ({Reason}); the next look is in half a minute.")]
    static partial void Later(ILogger log, string reason);
}
