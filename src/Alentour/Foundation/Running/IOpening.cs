namespace Alentour.Foundation.Running;

/// <summary>
/// What a module does once the tables are in place and before the first page is served: fill a memory, bring an index up to date.
/// Called in the order of registration; called again by <c>bin/alentour</c> commands that ask for it.
/// </summary>
public interface IOpening
{
    Task OpenAsync(CancellationToken stop);
}
