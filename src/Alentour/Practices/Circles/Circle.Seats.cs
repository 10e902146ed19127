using Alentour.Community.People;
using Alentour.Community.Rounds;
using Alentour.Foundation.Texts;
using Alentour.Practices.Circles.Seats;

namespace Alentour.Practices.Circles;

// Who comes and who goes.
public sealed partial class Circle
{
    /// <summary>The number of the next seat.</summary>
    public int NextNumber => Seats.Select(s => s.Place.Number).DefaultIfEmpty().Max() + 1;

    /// <summary>Takes a seat; whoever left comes back to theirs.</summary>
    /// <exception cref="RefusalException">The seat was ended for this circle, or there is no room left.</exception>
    public Seat Sit(Seat newcomer, DateTimeOffset now)
    {
        if (Recognize(newcomer) is { } known)
        {
            if (!known.IsHere)
            {
                known.Stay = SeatStay.Here;
                Round.Arrive(known.Place, now);
            }
            return known;
        }
        if (Seats.Count(s => s.IsHere) >= MostSeats)
            throw new RefusalException("circle.refusal.full");
        Seats.Add(newcomer);
        if (!newcomer.IsTablet)
            Round.Arrive(newcomer.Place, now);
        return newcomer;
    }

    /// <summary>The seat that whoever comes has already, brought to the screen on which they come; null when they have none.</summary>
    /// <exception cref="RefusalException">It was ended for this circle.</exception>
    internal Seat? Recognize(Seat newcomer)
    {
        FreeScreen(newcomer);
        if (Known(new Sitter(newcomer.PersonId, newcomer.Device), newcomer.VisitId) is not { } known)
            return null;
        if (known.Stay == SeatStay.Ended)
            throw new RefusalException("circle.refusal.ended");
        // The words of a visit on another device: its seat goes there.
        if (known.VisitId is not null && known.VisitId == newcomer.VisitId && Seats.TrueForAll(s => s == known || s.Device != newcomer.Device))
            known.Device = newcomer.Device;
        return known;
    }

    /// <summary>A screen that was lent to the room, or by which a first visit sat that has left, is that of whoever holds it now.</summary>
    void FreeScreen(Seat newcomer)
    {
        if (newcomer.Device is not { } screen || Seats.Find(s => s.Device == screen) is not { } before)
            return;
        if (before.IsTablet && before.IsHere)
            throw new RefusalException("circle.refusal.tabletHere");
        if (before.IsTablet || IsOfAnother(before, newcomer.VisitId))
            before.Device = null;
    }

    /// <summary>The keeper seats somebody in the room or by telephone. The same form sent twice seats once.</summary>
    public void SeatByHand(Seat by, Seat somebody, DateTimeOffset now)
    {
        RefuseAllButTheGroup(by);
        if (somebody.FormKey is null || Seats.All(s => s.FormKey != somebody.FormKey))
            Sit(somebody, now);
    }

    /// <summary>The screen of the room. One at a time: the words open a new one, and the one before closes.</summary>
    /// <exception cref="RefusalException">Somebody sits there with this same screen, or their seat was ended.</exception>
    public Seat SitTablet(Guid id, Sitter who)
    {
        var device = who.Device!;
        if (Seats.Exists(s => s.Stay == SeatStay.Ended && s.Is(who)))
            throw new RefusalException("circle.refusal.ended");
        if (Seats.Find(s => !s.IsTablet && s.Device == device) is { } person)
        {
            if (person.Stay != SeatStay.Left)
                throw new RefusalException(person.IsHere ? "circle.refusal.sameScreen" : "circle.refusal.ended");
            // They left, and lent their screen to the room.
            person.Device = null;
        }
        Seats.RemoveAll(s => s.IsTablet);
        var tablet = new Seat { Id = id, Kind = SeatKind.Tablet, Way = SeatWay.Room, Device = device, Name = "", QuiltSeed = id.GetHashCode() & 0xff, Place = new Place { Seat = id, Number = NextNumber } };
        Seats.Add(tablet);
        return tablet;
    }

    public void Leave(Seat seat, DateTimeOffset now) => Go(seat, SeatStay.Left, now);

    /// <summary>Somebody leaves by the press of whoever chooses for them: their own leaving. Pressed twice it is one.</summary>
    public void Leave(Seat by, Seat seat, DateTimeOffset now)
    {
        if (by != seat && !MayChooseFor(by, seat))
            throw new RefusalException("circle.refusal.notYours");
        if (seat.IsHere)
            Leave(seat, now);
    }

    /// <summary>The keeper takes away a seat they gave by hand, or the tablet.</summary>
    public void TakeAway(Seat by, Seat seat, DateTimeOffset now)
    {
        RefuseOthers(by);
        if (!seat.IsByHand && !seat.IsTablet)
            throw new RefusalException("circle.refusal.ownSeat");
        Go(seat, SeatStay.Left, now);
        if (seat.IsTablet)
            Seats.Remove(seat);
    }

    /// <summary>
    /// Asks that a seat leave, without naming a rule. At the second member who asks it ends, for this circle; until then nobody knows
    /// of the first.
    /// </summary>
    /// <remarks>Whoever must go may have read the meeting's words: others are drawn then.</remarks>
    /// <returns>Whether it ended.</returns>
    public bool AskOut(Seat by, Seat seat, DateTimeOffset now)
    {
        if (!seat.IsHere)
            throw new RefusalException("round.refusal.gone");
        if (!by.IsMember || seat == by)
            throw new RefusalException("circle.refusal.askOut");
        if (seat.AskedOutBy is not { } first || first == by.Id || Of(first) is not { IsMember: true })
        {
            seat.AskedOutBy = by.Id;
            return false;
        }
        Go(seat, SeatStay.Ended, now);
        Words = Slips.DrawForAnEvening();
        return true;
    }

    /// <summary>Whoever asked first that a seat leave takes it back, pressed by mistake or thought over.</summary>
    public void TakeBackAskingOut(Seat by, Seat seat)
    {
        if (seat.AskedOutBy == by.Id)
            seat.AskedOutBy = null;
    }

    /// <summary>The seat of this account, browser or visit, whether they are here or not; one that was ended before any other.</summary>
    public Seat? Known(Sitter who, Guid? visit) =>
        Seats.Where(s => !s.IsTablet && (s.Is(who) && !IsOfAnother(s, visit) || visit is not null && s.VisitId == visit)).OrderBy(s => s.Stay != SeatStay.Ended).ThenBy(s => !s.Is(who)).FirstOrDefault();

    /// <summary>Two first visits with one telephone: who left is not who comes now.</summary>
    static bool IsOfAnother(Seat seat, Guid? visit) => seat.Stay == SeatStay.Left && visit is not null && seat.VisitId is { } before && before != visit;

    void Go(Seat seat, SeatStay stay, DateTimeOffset now)
    {
        seat.Stay = stay;
        // Whoever goes out and comes back has been asked to leave as before.
        seat.AskedOutBy = stay == SeatStay.Ended ? null : seat.AskedOutBy;
        LeaveAside(seat);
        if (Support == seat.Id)
            Seats.ForEach(s => s.IsAside = false);
        Round.Leave(seat.Id, now);
        Keeper = Without(Keeper, seat);
        TimeKeeper = Without(TimeKeeper, seat);
        Support = Without(Support, seat);
        if (Asked?.Seat == seat.Id)
            Asked = null;
        if (Drawn?.Seat == seat.Id)
            Drawn = null;
        // Nobody is left who could say no to whoever asked.
        if (Keeper is null && Asked is { } asked)
            GiveTo(asked.Seat);
    }

    /// <summary>What a seat that is forgotten had asked is forgotten with it.</summary>
    internal void ForgetAsking(Seat gone) => Seats.ForEach(s => s.AskedOutBy = Without(s.AskedOutBy, gone));

    static Guid? Without(Guid? role, Seat seat) => role == seat.Id ? null : role;
}
