using Alentour.Foundation.Running;

namespace Alentour.Foundation.Jobs;

/// <summary>Looks every two seconds whether a job is due.</summary>
sealed class WatchJobs(JobWork work, Readiness readiness, ILogger<WatchJobs> log) : Watch(readiness, log, TimeSpan.FromSeconds(2))
{
    protected override TimeSpan AfterFailure => TimeSpan.FromSeconds(30);

    // The message of a failure may hold what a job is about.
    protected override string Reason(Exception failure) => failure.GetType().Name;

    protected override Task LookAsync(CancellationToken stop) => work.RunDueAsync(stop);
}
