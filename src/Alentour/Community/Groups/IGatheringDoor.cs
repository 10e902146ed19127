using Alentour.Community.People;

namespace Alentour.Community.Groups;

/// <summary>
/// What a practice offers to whoever is at a group: a way to where people of it gather. The pages of groups show it; a practice that has
/// nothing to offer says null. It answers for this person alone: a door says nothing of who is behind it.
/// </summary>
public interface IGatheringDoor
{
    /// <summary>For a member, on /groupes/{slug}/entre-nous.</summary>
    Task<GatheringLine?> ForMemberAsync(Me me, Guid group, string slug, CancellationToken stop);

    /// <summary>For whoever announced a first visit in this browser, on /ma-visite.</summary>
    Task<GatheringLine?> ForVisitAsync(HttpRequest request, CancellationToken stop);
}

/// <summary>One such way, in the language of whoever reads.</summary>
/// <param name="Text">What the button says.</param>
/// <param name="IsOpen">People are gathering now: it stands first on the page.</param>
public sealed record GatheringLine(string Text, string Path, bool IsOpen);
