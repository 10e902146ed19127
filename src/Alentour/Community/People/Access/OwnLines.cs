using Alentour.Foundation.Texts;

namespace Alentour.Community.People.Access;

/// <summary>On /aujourdhui: what one may always do with one's own account.</summary>
sealed class OwnLines(Words words) : ITodayLine
{
    public Task<IReadOnlyList<TodayLine>> ForAsync(Me me, CancellationToken stop) => Task.FromResult<IReadOnlyList<TodayLine>>(
    [
        new(TodayPlace.Free, words["access.title"], words["access.line"], "/mes-acces"),
        new(TodayPlace.Free, words["invitations.title"], words["invitations.line"], "/invitations"),
        new(TodayPlace.Free, words["records.title"], words["records.line"], "/mes-donnees"),
    ]);
}
