using Alentour.Foundation.Running;

namespace Alentour.Practices.Finder.Indexes;

/// <summary>Looks now and then whether the day or the public content changed; at midnight the dates follow.</summary>
sealed partial class KeepIndexFresh(IServiceScopeFactory scopes, Readiness readiness, ILogger<KeepIndexFresh> log) : BackgroundService
{
    static readonly TimeSpan Between = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (!readiness.IsOpen)
                continue;
            try
            {
                using var scope = scopes.CreateScope();
                await scope.ServiceProvider.GetRequiredService<FinderIndex>().RefreshIfStaleAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever it is: a failure that left this loop would end the process, and /aide with it.
                Later(log, failure.Message);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The index of the finder could not be brought up to date ({Reason}); the next look is in 20 seconds.")]
    static partial void Later(ILogger log, string reason);
}
