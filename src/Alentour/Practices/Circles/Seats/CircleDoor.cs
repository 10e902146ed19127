using Alentour.Community.Groups;
using Alentour.Community.People;
using Alentour.Community.Rounds;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;
using Alentour.Practices.Circles.Opening;

namespace Alentour.Practices.Circles.Seats;

/// <summary>How somebody wishes to take a seat.</summary>
public readonly record struct Coming(SeatWay Way, bool OnlyListens);

/// <summary>
/// Who may come into an open circle: the members of its group, a named guest, a first visit that was let in, the tablet of the room.
/// For everybody else, whatever role they hold, the circle is not there.
/// </summary>
public sealed class CircleDoor(CircleStore circles, Gatherings gatherings, HeldSessions sessions, Sight sight, Database database)
{
    public CircleStore Circles => circles;

    public Gatherings Gatherings => gatherings;

    /// <summary>Whether this person may take a seat in it: as a member of the group, or as its guest.</summary>
    public async Task<bool> MayComeAsync(CircleAtDoor door, Me me, CancellationToken stop)
    {
        if (!me.IsHere)
            return false;
        if (await gatherings.ForMemberAsync(me, door.GroupId, stop) is not null)
            return true;
        await using var connection = await database.OpenAsync(stop);
        return me.HoldsAny && await GuestStore.IsGuestAsync(connection, null, (door.SeriesId, door.Day), me.Id, stop);
    }

    /// <summary>Those whom this person no longer wishes to see, and who sit there: before entering they read it, and choose.</summary>
    public Task<IReadOnlyList<Block>> BlockedThereAsync(CircleAtDoor door, Me me, CancellationToken stop) => sight.AmongAsync(me, door.Seated, stop);

    /// <summary>Takes a seat as a member of the group or as its guest.</summary>
    /// <exception cref="RefusalException">They may not, or no longer; the circle is closed; their seat was ended for it.</exception>
    public async Task EnterAsync(HttpContext context, Me me, Guid id, Coming coming, CancellationToken stop)
    {
        var door = await circles.AtDoorAsync(id, stop) ?? throw new RefusalException("circle.refusal.closed");
        var member = await gatherings.ForMemberAsync(me, door.GroupId, stop);
        var isMember = false;
        await circles.ComeAsync(id, async (circle, connection, transaction) =>
        {
            if (!isMember && !(me.HoldsAny && await GuestStore.IsGuestAsync(connection, transaction, (circle.SeriesId, circle.Day), me.Id, stop)))
                throw new RefusalException("circle.refusal.closed");
            var now = circles.Now;
            var seat = circle.Sit(isMember ? SeatOf(member!, circle.NextNumber) : GuestSeat(me, circle.NextNumber), now);
            seat.Way = coming.Way;
            if (coming.OnlyListens && !seat.Place.IsListening)
                circle.Round.Listen(seat.Id, new AsOf(circle.Round.Number, circle.Round.LastTurn), now);
        }, stop, async (connection, transaction) => isMember = member is not null && await gatherings.IsMemberAsync(connection, transaction, door.GroupId, me.Id, stop));
        await sessions.HoldUntilAsync(context, me, door.ClosesAt, stop);
    }

    /// <summary>The seat of a member as the group sees them.</summary>
    public static Seat SeatOf(MemberThere there, int number)
    {
        var id = Ids.WithoutTime();
        return new Seat
        {
            Id = id,
            Kind = there.IsNew ? SeatKind.NewMember : SeatKind.Member,
            PersonId = there.PersonId,
            Name = there.Name,
            QuiltSeed = there.QuiltSeed,
            Roles = there.Roles,
            Place = new Place { Seat = id, Number = number },
        };
    }

    static Seat GuestSeat(Me me, int number)
    {
        var id = Ids.WithoutTime();
        return new Seat
        {
            Id = id,
            Kind = SeatKind.Guest,
            PersonId = me.Id,
            Name = me.ChosenName,
            QuiltSeed = me.QuiltSeed,
            Roles = [.. me.Roles.Select(r => r.Kind)],
            Place = new Place { Seat = id, Number = number },
        };
    }
}
