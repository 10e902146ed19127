namespace Alentour.Foundation.Store;

/// <summary>New identifiers: version 7, so that rows lie in the order of their making. Where an id must tell no time, <see cref="WithoutTime"/>.</summary>
public static class Ids
{
    public static Guid New() => Guid.CreateVersion7();

    /// <summary>One that tells nothing of when it was made.</summary>
    public static Guid WithoutTime() => Guid.NewGuid();
}
