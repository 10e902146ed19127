namespace Alentour.Foundation.Jobs;

/// <summary>Does the jobs that are due, a few at a time; on any number of nodes, each job is in one hand.</summary>
public sealed partial class JobWork(JobQueue queue, IServiceScopeFactory scopes, TimeProvider clock, ILogger<JobWork> log)
{
    /// <summary>At once in this process. A mail server hears from us on as many connections.</summary>
    public const int Hands = 3;

    /// <summary>Tries what is due once, and returns when nothing is left that this node could take.</summary>
    public async Task RunDueAsync(CancellationToken stop = default)
    {
        var names = Names();
        await Task.WhenAll(Enumerable.Range(0, Hands).Select(_ => WorkAsync(names, stop)));
    }

    async Task WorkAsync(IReadOnlyList<string> names, CancellationToken stop)
    {
        while (await queue.TakeAsync(names, stop) is var (job, askedAt))
            await TryAsync(job, askedAt, stop);
    }

    List<string> Names()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetServices<IJob>().Select(j => j.Name)];
    }

    async Task TryAsync(Job job, DateTimeOffset askedAt, CancellationToken stop)
    {
        using var scope = scopes.CreateScope();
        var kind = scope.ServiceProvider.GetServices<IJob>().Single(j => j.Name == job.Name);
        try
        {
            // A row that waited too long, such as while the house was closed, is not done any more.
            if (clock.GetUtcNow() - askedAt <= kind.Patience)
                await kind.RunAsync(job, stop);
            await queue.DoneAsync(job, stop);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            // Whatever it is: the other jobs must not wait for this one.
            var reason = failure is JobFailedException said ? said.Message : failure.GetType().Name;
            var isOver = failure is JobFailedException { IsFinal: true } || clock.GetUtcNow() + JobQueue.Wait(job.Attempt) - askedAt > kind.Patience;
            await (isOver ? queue.DoneAsync(job, stop) : queue.LaterAsync(job, reason, stop));
            if (isOver)
                GaveUp(log, job.Name, job.Attempt, reason);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The job {Name} was given up at try {Attempt} ({Reason}).")]
    static partial void GaveUp(ILogger log, string name, int attempt, string reason);
}
