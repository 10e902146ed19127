namespace Alentour.Community.Groups;

/// <summary>The agreements a group gave itself, one version; the highest number is in force.</summary>
public sealed class GroupAgreement
{
    public Guid Id { get; init; }
    public Guid GroupId { get; init; }
    public int Number { get; init; }
    public DateOnly AdoptedOn { get; init; }

    /// <summary>How the group decided, in its words.</summary>
    public required string Method { get; init; }

    public required IReadOnlyList<string> Articles { get; init; }
}
