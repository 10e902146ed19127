using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Clock;
using Alentour.Foundation.Texts;

namespace Alentour.Community.Groups.Memberships;

/// <summary>On /aujourdhui: each of the person's groups, and its next meeting; who waits to be let in comes first.</summary>
sealed class OwnGroupLines(MembershipStore memberships, GroupStore groups, HouseClock clock, Words words) : ITodayLine
{
    public async Task<IReadOnlyList<TodayLine>> ForAsync(Me me, CancellationToken stop)
    {
        var lines = new List<TodayLine>();
        foreach (var group in await memberships.OfAsync(me, stop))
        {
            var path = $"/groupes/{group.Slug}/entre-nous";
            lines.Add(new TodayLine(TodayPlace.Groups, group.Name, null, path, group.QuiltSeed));
            if ((await memberships.RequestsAsync(group, stop)).Count > 0)
                lines.Add(new TodayLine(TodayPlace.First, words["within.someoneAsks", ("group", group.Name)], words["within.someoneAsksText"], path, group.QuiltSeed));
            if ((await groups.ForPublic().BySlugAsync(group.Slug, stop))?.Next(clock.Now) is { } next)
                lines.Add(new TodayLine(TodayPlace.Coming, group.Name, DateWords.When(next.Day, next.StartsAt, clock.Now, words.Language), path, group.QuiltSeed,
                    WallClock.ToInstant(next.Day, next.StartsAt, clock.Zone)));
        }
        return lines;
    }
}
