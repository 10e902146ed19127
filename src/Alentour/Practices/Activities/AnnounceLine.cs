using Alentour.Community.People;
using Alentour.Foundation.Texts;

namespace Alentour.Practices.Activities;

/// <summary>On /aujourdhui of the team and of whoever coordinates: the way to what the organisation announces.</summary>
sealed class AnnounceLine(Words words) : ITodayLine
{
    public Task<IReadOnlyList<TodayLine>> ForAsync(Me me, CancellationToken stop) => Task.FromResult<IReadOnlyList<TodayLine>>(
        me.Holds(RoleKind.Coordinator) || me.Holds(RoleKind.Staff) ? [new(TodayPlace.Free, words["activities.keep"], words["activities.keepLine"], "/activites/annonces")] : []);
}
