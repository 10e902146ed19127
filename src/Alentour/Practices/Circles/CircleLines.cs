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
        foreach (var group in await circles.OpenAsync(stop))
            if (await gatherings.ForMemberAsync(me, group.Key, stop) is { } there)
                lines.AddRange(group.Select(open => new TodayLine(TodayPlace.First, words["circle.line", ("group", there.Group.Name)], words["circle.lineText"], $"/cercles/{open}", there.Group.QuiltSeed)));
        if (me.HoldsAny)
            lines.AddRange(await guests.OfAsync(me, stop));
        return lines;
    }

    public async Task<GatheringLine?> ForMemberAsync(Me me, Guid group, string slug, CancellationToken stop) =>
        (await circles.OpenAsync(stop))[group].Cast<Guid?>().FirstOrDefault() is { } open && await gatherings.ForMemberAsync(me, group, stop) is not null
            ? new GatheringLine(words["ways.goIn"], $"/cercles/{open}", IsOpen: true)
            : new GatheringLine(words["ways.title"], $"/groupes/{slug}/cercle", IsOpen: false);

    /// <summary>Nothing for whoever holds a role: no visit of theirs leads into a circle, nor says that one is open.</summary>
    public async Task<GatheringLine?> ForVisitAsync(HttpRequest request, CancellationToken stop) =>
        !(here.IsHere && here.HoldsAny) && await gatherings.ForVisitAsync(request, stop) is { } visit
        && (await circles.AtAsync(visit.SeriesId, visit.PlannedDay, stop) is not null) is var isOpen && (isOpen || visit.Now is not null)
            ? new GatheringLine(words["arrive.title"], "/cercles/arriver", isOpen) : null;
}
