namespace Alentour.Foundation.Jobs;

/// <summary>
/// What a module does once each night, such as erasing what has reached its date. Modules register theirs as
/// <c>services.AddScoped&lt;INightly, …&gt;()</c>; each run has a scope of its own.
/// </summary>
public interface INightly
{
    /// <summary>Its key in the table of nights, such as "people.erase": never changed, never shared.</summary>
    string Name { get; }

    /// <summary>
    /// Does tonight's work. A node that dies halfway lets another begin again, so doing it twice must change nothing.
    /// What it throws is logged, and it is tried again within a quarter of an hour.
    /// </summary>
    /// <param name="now">The moment of this run: what is erased is what has reached its date by then, whatever nights were missed.</param>
    Task RunAsync(DateTimeOffset now, CancellationToken stop);
}
