using Alentour.Foundation.Web;

namespace Alentour.Community.People;

/// <summary>Only somebody who is in: a visitor is led to /entrer and back.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForMembers : Guarded;

/// <summary>Only somebody who holds one of these roles.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForRole(params RoleKind[] kinds) : Guarded
{
    public IReadOnlyList<RoleKind> Kinds => kinds;
}

/// <summary>Anybody; the page looks whether somebody is in.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForAll : Guarded;
