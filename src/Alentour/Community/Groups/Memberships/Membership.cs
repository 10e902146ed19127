using Alentour.Community.Groups.Openings;
using Alentour.Community.People;

namespace Alentour.Community.Groups.Memberships;

/// <summary>A member as the others of the group see them.</summary>
/// <param name="Name">The name they bear in this group.</param>
/// <param name="QuiltSeed">Their sewn block; another than elsewhere for who bears another name here.</param>
/// <param name="Roles">Roles of the organisation, always shown (R086, R092).</param>
public sealed record GroupMember(Guid PersonId, string Name, int QuiltSeed, string? Certification, IReadOnlyList<RoleKind> Roles)
{
    /// <summary>What the pages of this group call them by, for whoever reads; empty where nothing is pressed about them.</summary>
    public Guid Handle { get; init; }
}

/// <summary>Somebody who asks to join: a name and a block, nothing more.</summary>
public sealed record JoinRequest(Guid PersonId, Guid Handle, string Name, int QuiltSeed, IReadOnlyList<RoleKind> Roles);

/// <summary>A group of whoever asks, with the name they bear there. Only <see cref="MembershipStore"/> gives it, to its member.</summary>
/// <param name="IsShown">Whether the world sees its page.</param>
/// <param name="Mine">Who asks: whoever is out of their sight is left out of all that is asked by it.</param>
public sealed record OwnGroup(Guid Id, string Slug, string Name, int QuiltSeed, string? NameHere, Guid Mine, bool IsShown)
{
    /// <summary>Since when they are in it, and so what they may do in its name.</summary>
    public required Standing Standing { get; init; }

    /// <summary>They have just come, and leave its door, its dates and its page to the others.</summary>
    public required bool IsNew { get; init; }
}

/// <summary>What became of a wish to join.</summary>
public enum Joined
{
    In,
    Asked,
}
