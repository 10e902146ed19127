namespace Alentour.Foundation.Store;

/// <summary>New identifiers: version 7, so that rows lie in the order of their making. Not for ballots, whose ids must tell no time.</summary>
public static class Ids
{
    public static Guid New() => Guid.CreateVersion7();
}
