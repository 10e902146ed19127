using Alentour.Community.Groups;
using Alentour.Community.People;
using Alentour.Community.Rounds;
using Alentour.Foundation.Store;
using Alentour.Practices.Circles.Seats;

namespace Alentour.Practices.Circles.Opening;

/// <summary>Opens the circle of a meeting: whoever opens it keeps it that evening.</summary>
public sealed class CircleOpening(CircleStore circles, WaysStore ways, Gatherings gatherings, HeldSessions sessions)
{
    /// <summary>The open circle of this meeting, or null.</summary>
    public async Task<Guid?> OfAsync(Guid group, CancellationToken stop) => (await circles.OpenAsync(stop))[group].Cast<Guid?>().FirstOrDefault();

    /// <summary>Opens it. Of two who open at once one keeps it, and the other is led to the same circle.</summary>
    /// <param name="question">What is asked of everybody tonight, or null.</param>
    /// <exception cref="Alentour.Foundation.Texts.RefusalException">They hold a role, came less than a week ago, or left the group meanwhile.</exception>
    public async Task<Guid> OpenAsync(HttpContext context, Me me, MemberThere there, HeldMeeting meeting, string? question, CancellationToken stop)
    {
        var fresh = Fresh(there, meeting, await ways.OfAsync(there.Group, stop), question);
        var id = await circles.OpenAsync(fresh, async (connection, transaction) =>
        {
            await gatherings.RefuseRolesAsync(connection, transaction, there, stop);
            await gatherings.RefuseNewcomersAsync(connection, transaction, there, stop);
        }, stop);
        // Whoever is led to another's circle sits nowhere yet.
        if (id == fresh.Id)
            await sessions.HoldUntilAsync(context, me, fresh.ClosesAt, stop);
        return id;
    }

    Circle Fresh(MemberThere there, HeldMeeting meeting, CircleWays ways, string? question)
    {
        var keeper = CircleDoor.SeatOf(there, 1);
        var circle = new Circle
        {
            Id = Ids.WithoutTime(),
            GroupId = there.Group.Id,
            SeriesId = meeting.SeriesId,
            Day = meeting.PlannedDay,
            Steps = ways.Steps,
            Threshold = ways.Threshold,
            AsksNumber = ways.AsksNumber,
            EndsAt = meeting.Ends,
            Question = question,
            Words = Slips.DrawForAnEvening(),
            Seats = [keeper],
            Keeper = keeper.Id,
            Round = new SpeakingRound(ways.Order, [keeper.Place]),
        };
        circle.Round.Begin(circle.Now.Form, circles.Now);
        return circle;
    }
}
