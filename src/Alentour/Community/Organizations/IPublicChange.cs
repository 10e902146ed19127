namespace Alentour.Community.Organizations;

/// <summary>Whoever keeps something of what the world reads, and can look again at once instead of at its next look.</summary>
public interface IPublicChange
{
    /// <summary>To be called after the act: what it changed is in the database.</summary>
    Task LookAgainAsync(CancellationToken stop);
}
