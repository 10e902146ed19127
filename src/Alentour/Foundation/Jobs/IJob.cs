namespace Alentour.Foundation.Jobs;

/// <summary>
/// What is done soon after an act that asked for it, such as sending a letter. The act writes a row through <see cref="JobQueue.AddAsync"/>
/// in its own transaction; one node takes it, tries, and tries again later while it fails. Modules register theirs as
/// <c>services.AddScoped&lt;IJob, …&gt;()</c>; each try has a scope of its own.
/// </summary>
public interface IJob
{
    /// <summary>Its key in the table of jobs, such as "people-link": never changed, never shared.</summary>
    string Name { get; }

    /// <summary>How long after the act it is still worth doing; then it is given up and its row erased.</summary>
    TimeSpan Patience { get; }

    /// <summary>
    /// Does it. A node that dies halfway lets another begin again, so it may be done twice; with the same <see cref="Job.Id"/>.
    /// </summary>
    /// <exception cref="JobFailedException">It did not work; the exception says whether another try makes sense. Any other exception: it does.</exception>
    Task RunAsync(Job job, CancellationToken stop);
}

/// <summary>One thing to do, in the hand of this node.</summary>
/// <param name="About">What it is about, as the act gave it: an id or a seal, never words of a person.</param>
/// <param name="Attempt">1 for the first try.</param>
public sealed record Job(Guid Id, string Name, string About, int Attempt);

/// <summary>Why a try did not work, in few words that name nobody: they stand in the table and in the log.</summary>
public sealed class JobFailedException(string reason, bool isFinal = false) : Exception(reason)
{
    /// <summary>No other try makes sense.</summary>
    public bool IsFinal => isFinal;
}
