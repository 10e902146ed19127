using Alentour.Community.Groups;
using Alentour.Community.People;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;
using Alentour.Practices.Circles.Seats;
using Alentour.Practices.Circles.Sitting;

namespace Alentour.Practices.Circles.Arriving;

/// <summary>Where first visits and the tablet of the room come to a circle.</summary>
public sealed class ArrivalDesk(CircleStore circles, Gatherings gatherings, Sight sight, Slips slips)
{
    /// <summary>The circle in which this browser has a seat, or in which one waits for it.</summary>
    public Task<Guid?> SeatOfAsync(HttpContext context, Me me, CancellationToken stop) => circles.SeatedAtAsync(CircleCookie.Of(context.Request, me), stop);

    /// <summary>The visit of this browser stands at the threshold of its circle, or sits down where the group lets words suffice.</summary>
    /// <returns>The circle; null when it is not open.</returns>
    public async Task<Guid?> ComeByVisitAsync(HttpContext context, Me me, CancellationToken stop)
    {
        RefuseRoles(me);
        if (await gatherings.ForVisitAsync(context.Request, stop) is not { } visit || await circles.AtAsync(visit.SeriesId, visit.PlannedDay, stop) is not { } id)
            return null;
        // Whoever reads at the threshold that somebody they blocked sits there has been seen first, and chooses then.
        IReadOnlyList<Block> blocks = me.IsHere ? await sight.OfAsync(me, stop) : [];
        var arrival = new Arrival(Ids.WithoutTime(), me.IsHere ? me.Id : null, CircleCookie.Give(context), visit.Name, visit.VisitId);
        await circles.ComeAsync(id, (circle, _, _) =>
        {
            circle.Bring(arrival, BlockedThere.IsAny(circle, blocks), circles.Now);
            return Task.CompletedTask;
        }, stop);
        return id;
    }

    /// <summary>Somebody who has lost their words: only if the name is awaited at that meeting and its circle is open does anybody learn of it. The answer is the same, and takes as long.</summary>
    /// <exception cref="RefusalException">The name cannot be one, or too many were tried from here.</exception>
    public async Task ComeByNameAsync(HttpContext context, Me me, string? slug, string? typed, CancellationToken stop)
    {
        var name = Person.Name(typed);
        RefuseRoles(me);
        if (slips.MustWait(context))
            throw new RefusalException("visit.refusal.wait");
        // Whoever types names to see what happens is slowed down like whoever types words.
        slips.WasWrong(context);
        var device = CircleCookie.Give(context);
        await SteadyPace.KeepAsync(() => KnockAsync(new Arrival(Ids.WithoutTime(), me.IsHere ? me.Id : null, device, name, VisitId: null), slug ?? "", stop));
    }

    async Task KnockAsync(Arrival arrival, string slug, CancellationToken stop)
    {
        if (await gatherings.ForPublicAsync(slug, stop) is not ({ } _, { } meeting) || await gatherings.ExpectedAsync(meeting, arrival.Name, stop) is null)
            return;
        if (await circles.AtAsync(meeting.SeriesId, meeting.PlannedDay, stop) is { } id)
            await circles.ComeAsync(id, (circle, _, _) =>
            {
                if (circle.Known(new Sitter(arrival.PersonId, arrival.Device), null) is null)
                    circle.Arrive(arrival);
                return Task.CompletedTask;
            }, stop);
    }

    /// <summary>The meeting's four words open the tablet of the room.</summary>
    /// <exception cref="RefusalException">They open nothing, too many were tried from here, or somebody sits at that browser already.</exception>
    public async Task<Guid> OpenTabletAsync(HttpContext context, Me me, string? typed, CancellationToken stop)
    {
        RefuseRoles(me);
        if (slips.MustWait(context))
            throw new RefusalException("visit.refusal.wait");
        if (Slips.EveningWords(typed) is not { } words || await circles.ByWordsAsync(words, stop) is not { } id)
        {
            slips.WasWrong(context);
            throw new RefusalException("tablet.refusal.words");
        }
        var device = CircleCookie.Give(context);
        await circles.ComeAsync(id, (circle, _, _) =>
        {
            circle.SitTablet(Ids.WithoutTime(), new Sitter(me.IsHere ? me.Id : null, device));
            return Task.CompletedTask;
        }, stop);
        return id;
    }

    // Whoever holds a role comes as a member of the group or as its guest, shown as such, and no other way.
    static void RefuseRoles(Me me)
    {
        if (me.HoldsAny)
            throw new RefusalException("circle.refusal.roles");
    }
}
