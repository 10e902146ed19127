using Alentour.Foundation.Texts;
using Alentour.Foundation.Web;

namespace Alentour.Community.People;

/// <summary>Who sits at this request. Nobody, on pages that do not ask (see <see cref="Guarded"/>).</summary>
public sealed class Me : ISomebodyHere
{
    Person? _person;

    public bool IsHere => _person is not null;

    /// <exception cref="InvalidOperationException">Nobody is here: the page lacks [ForMembers] or [ForRole].</exception>
    public Person Person => _person ?? throw new InvalidOperationException("Nobody is here.");

    public Guid Id => Person.Id;

    public string ChosenName => Person.ChosenName;

    public int QuiltSeed => Person.QuiltSeed;

    /// <summary>The session of this browser.</summary>
    public Guid SessionId { get; private set; }

    public IReadOnlyList<HeldRole> Roles { get; private set; } = [];

    public bool Holds(RoleKind kind) => Roles.Any(r => r.Kind == kind);

    public bool HoldsAny => Roles.Count > 0;

    public string RolesIn(Words words) => string.Join(", ", Roles.Select(r => words[$"role.{r.Kind}"]));

    /// <summary>Somebody has begun a way back into this account: every open session shows it.</summary>
    public bool HasWayBack { get; private set; }

    public (string Text, string Path)? Warning(Words words) => HasWayBack ? (words["wayBack.warning"], "/mon-retour") : null;

    internal void Sit(Person person, Guid session, IReadOnlyList<HeldRole> roles, bool hasWayBack) =>
        (_person, SessionId, Roles, HasWayBack) = (person, session, roles, hasWayBack);
}
