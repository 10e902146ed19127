using Alentour.Community.Groups;
using Alentour.Community.People;
using Alentour.Foundation.Texts;
using Alentour.Practices.Circles.Opening;

namespace Alentour.Practices.Circles;

/// <summary>The way to a circle, where its people look for it: /aujourdhui, the group from inside, the page of a first visit.</summary>
sealed class CircleLines(CircleStore circles, Gatherings gatherings, GuestLines guests, Me here, Words words) : ITodayLine, IGatheringDoor
{
    public async Task<IReadOnlyList<TodayLine>> ForAsync(Me me, CancellationToken stop)
    {
        var lines = new List<TodayLine>();
        // Almost always no circle is open in the whole house, and nothing more is asked.
        if (await circles.AnyAsync(stop))
            foreach (var there in await gatherings.NearAsync(me, stop))
                if (await OpenAsync(there, stop) is { } open)
                    lines.Add(new TodayLine(TodayPlace.First, words["circle.line", ("group", there.Group.Name)], words["circle.lineText"], $"/cercles/{open}", there.Group.QuiltSeed));
        if (me.HoldsAny)
            lines.AddRange(await guests.OfAsync(me, stop));
        return lines;
    }

    public async Task<GatheringLine?> ForMemberAsync(Me me, Guid group, string slug, CancellationToken stop) =>
        await circles.AnyAsync(stop) && await gatherings.ForMemberAsync(me, group, stop) is { } there && await OpenAsync(there, stop) is { } open
            ? new GatheringLine(words["ways.goIn"], $"/cercles/{open}", IsOpen: true)
            : new GatheringLine(words["ways.title"], $"/groupes/{slug}/cercle", IsOpen: false);

    /// <summary>Nothing for whoever holds a role: no visit of theirs leads into a circle, nor says that one is open.</summary>
    public async Task<GatheringLine?> ForVisitAsync(HttpRequest request, CancellationToken stop) =>
        !(here.IsHere && here.HoldsAny) && await gatherings.ForVisitAsync(request, stop) is { Now: { } meeting }
            ? new GatheringLine(words["arrive.title"], "/cercles/arriver", await circles.AtAsync(meeting.SeriesId, meeting.PlannedDay, stop) is not null) : null;

    async Task<Guid?> OpenAsync(MemberThere there, CancellationToken stop) => there.Now is { } now ? await circles.AtAsync(now.SeriesId, now.PlannedDay, stop) : null;
}
