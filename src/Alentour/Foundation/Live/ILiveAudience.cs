namespace Alentour.Foundation.Live;

/// <summary>Says who may follow the topics of one kind. Modules register theirs as <c>services.AddSingleton&lt;ILiveAudience, …&gt;()</c>.</summary>
public interface ILiveAudience
{
    /// <summary>What stands before the colon in the name of its topics: "circle" for "circle:0193…".</summary>
    string Kind { get; }

    /// <summary>
    /// Who may follow this topic now; null when it is over. Asked once for all listeners of this node: at each event, when somebody begins
    /// to listen, and every twenty seconds. Whoever is not in it is cut off.
    /// </summary>
    Task<IReadOnlySet<Guid>?> WatchersAsync(string topic, CancellationToken stop);
}
