using System.Data.Common;

namespace Alentour.Foundation.Running;

/// <summary>Looks again and again, from the moment the house is open, whether something is to be done. A look that fails is logged, and the next one comes.</summary>
abstract partial class Watch(Readiness readiness, ILogger log, TimeSpan between) : BackgroundService
{
    static readonly TimeSpan Opening = TimeSpan.FromSeconds(1);

    /// <summary>How long it waits after a look that failed.</summary>
    protected virtual TimeSpan AfterFailure => between;

    protected abstract Task LookAsync(CancellationToken stop);

    /// <summary>What of a failure may stand in the log.</summary>
    protected virtual string Reason(Exception failure) => Plain(failure);

    /// <summary>What the database or the disk says of itself; of anything else its kind alone, since a message may quote what a person typed.</summary>
    internal static string Plain(Exception failure) => failure is DbException or IOException ? failure.Message : failure.GetType().Name;

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var wait = between; ;)
        {
            await Task.Delay(readiness.IsOpen ? wait : Opening, stoppingToken);
            if (readiness.IsOpen)
                wait = await SucceedsAsync(stoppingToken) ? between : AfterFailure;
        }
    }

    async Task<bool> SucceedsAsync(CancellationToken stop)
    {
        try
        {
            await LookAsync(stop);
            return true;
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            // Whatever it is: a failure that left this loop would end the process, and /aide with it.
            Later(log, GetType().Name, Reason(failure), AfterFailure.TotalSeconds);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Watch} could not do its work ({Reason}); it looks again in {Seconds} seconds.")]
    static partial void Later(ILogger log, string watch, string reason, double seconds);
}
