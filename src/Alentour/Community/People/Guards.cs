using Alentour.Foundation.Web;

namespace Alentour.Community.People;

/// <summary>Only somebody who is in: a visitor is led to /entrer and back.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForMembers : Guarded;

/// <summary>Only somebody who holds this role.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForRole(RoleKind kind) : Guarded
{
    public RoleKind Kind => kind;
}

/// <summary>Anybody; the page looks whether somebody is in.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForAll : Guarded;
