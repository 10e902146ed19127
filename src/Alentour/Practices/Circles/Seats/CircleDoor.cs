using System.Data.Common;
using Alentour.Community.Groups;
using Alentour.Community.People;
using Alentour.Community.Rounds;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;
using Alentour.Practices.Circles.Opening;

namespace Alentour.Practices.Circles.Seats;

/// <summary>How somebody wishes to take a seat.</summary>
/// <param name="Seen">Whom their page showed of those they blocked, by <see cref="BlockedThere.Marks"/>.</param>
public readonly record struct Coming(SeatWay Way, bool OnlyListens, string? Seen);

/// <summary>
/// Who may come into an open circle: the members of its group, a named guest, a first visit that was let in, the tablet of the room.
/// For everybody else, whatever role they hold, the circle is not there.
/// </summary>
public sealed class CircleDoor(CircleStore circles, Gatherings gatherings, HeldSessions sessions, Sight sight, Database database)
{
    public CircleStore Circles => circles;

    public Gatherings Gatherings => gatherings;

    /// <summary>Whether this person may take a seat in it: as a member of the group, as its guest, or as a visit whose seat waits for it.</summary>
    public async Task<bool> MayComeAsync(CircleAtDoor door, Sitter who, Me me, CancellationToken stop)
    {
        if (door.MayComeBack(who))
            return true;
        if (!me.IsHere)
            return false;
        if (await gatherings.ForMemberAsync(me, door.GroupId, stop) is not null)
            return true;
        await using var connection = await database.OpenAsync(stop);
        return me.HoldsAny && await GuestStore.IsGuestAsync(connection, (door.SeriesId, door.Day), me.Id, stop);
    }

    /// <summary>The session of this browser holds until the circle closes.</summary>
    public Task HoldAsync(HttpContext context, Me me, Circle circle, CancellationToken stop) =>
        me.IsHere ? sessions.HoldUntilAsync(context, me, circle.ClosesAt, stop) : Task.CompletedTask;

    /// <summary>Those whom this person no longer wishes to see, and who sit there: before entering they read it, and choose.</summary>
    public async Task<IReadOnlyList<Block>> BlockedThereAsync(CircleAtDoor door, Me me, CancellationToken stop) => me.IsHere ? await sight.AmongAsync(me, door.Seated, stop) : [];

    Task<IReadOnlyList<Block>> BlocksAsync(Me me, CancellationToken stop) => me.IsHere ? sight.OfAsync(me, stop) : Task.FromResult<IReadOnlyList<Block>>([]);

    /// <summary>Takes a seat as a member of the group or as its guest, or the one that waits for a first visit.</summary>
    /// <exception cref="RefusalException">They may not, or no longer; the circle is closed; their seat was ended for it; somebody they blocked sits there of whom they have not read.</exception>
    public async Task EnterAsync(HttpContext context, Me me, Guid id, Coming coming, CancellationToken stop)
    {
        var door = await circles.AtDoorAsync(id, stop) ?? throw new RefusalException("circle.refusal.closed");
        var who = CircleCookie.Of(context.Request, me);
        var member = me.IsHere ? await gatherings.ForMemberAsync(me, door.GroupId, stop) : null;
        var blocks = await BlocksAsync(me, stop);
        var mayCome = false;
        await circles.ComeAsync(id, (circle, _, _) =>
        {
            var back = mayCome ? null : circle.Known(who, null);
            if (!mayCome && back is not { Kind: SeatKind.Visitor })
                throw new RefusalException("circle.refusal.closed");
            if (circle.OfSitter(who) is not { IsTablet: false })
                BlockedThere.RefuseUnread(circle, blocks, coming.Seen);
            Sit(circle, back ?? (member is not null ? SeatOf(member, circle.NextNumber) : SeatOf(SeatKind.Guest, me.Id, me.ChosenName, me.QuiltSeed, circle.NextNumber)), coming);
            return Task.CompletedTask;
        }, stop, async (connection, transaction) => mayCome = await MayComeNowAsync(connection, transaction, door, me, member is not null, stop));
        if (me.IsHere)
            await sessions.HoldUntilAsync(context, me, door.ClosesAt, stop);
    }

    /// <summary>Their membership, or their invitation, at this moment: whoever takes it away meanwhile waits, and finds the seat.</summary>
    async Task<bool> MayComeNowAsync(DbConnection connection, DbTransaction transaction, CircleAtDoor door, Me me, bool isMember, CancellationToken stop) =>
        me.IsHere && (isMember
            ? await gatherings.IsMemberAsync(connection, transaction, door.GroupId, me.Id, stop)
            : me.HoldsAny && await GuestStore.TakeGuestAsync(connection, transaction, (door.SeriesId, door.Day), me.Id, stop));

    void Sit(Circle circle, Seat newcomer, Coming coming)
    {
        var seat = circle.Sit(newcomer, circles.Now);
        seat.Way = coming.Way;
        if (coming.OnlyListens && !seat.Place.IsListening)
            circle.Round.Listen(seat.Id, new AsOf(circle.Round.Number, circle.Round.LastTurn), circles.Now);
    }

    /// <summary>The seat of a member as the group sees them.</summary>
    public static Seat SeatOf(MemberThere there, int number) => SeatOf(there.IsNew ? SeatKind.NewMember : SeatKind.Member, there.PersonId, there.Name, there.QuiltSeed, number);

    static Seat SeatOf(SeatKind kind, Guid person, string name, int quiltSeed, int number)
    {
        var id = Ids.WithoutTime();
        return new Seat { Id = id, Kind = kind, PersonId = person, Name = name, QuiltSeed = quiltSeed, Place = new Place { Seat = id, Number = number } };
    }
}
