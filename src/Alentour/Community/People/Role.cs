namespace Alentour.Community.People;

/// <summary>Roles of the organisation (R086, R092), shown as such wherever the person appears. No role reads members' spaces.</summary>
public enum RoleKind
{
    Coordinator,
    Staff,
    OutsideBoard,
    Volunteer,
}

/// <summary>A role that a person holds: since when, and by whose decision, in words (R090).</summary>
public sealed record HeldRole(RoleKind Kind, DateOnly Since, string Decision);
