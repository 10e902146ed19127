using Alentour.Foundation.Texts;

namespace Alentour.Community.People.Roles;

/// <summary>On /aujourdhui of whoever holds a role: where it is laid down.</summary>
sealed class RoleLines(Words words) : ITodayLine
{
    public Task<IReadOnlyList<TodayLine>> ForAsync(Me me, CancellationToken stop) => Task.FromResult<IReadOnlyList<TodayLine>>(
        me.HoldsAny ? [new(TodayPlace.Free, words["roles.own.title"], me.RolesIn(words), "/mes-roles")] : []);
}
