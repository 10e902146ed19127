using Alentour.Community.People;
using Alentour.Community.Rounds;
using Alentour.Foundation.Texts;
using Alentour.Practices.Circles.Seats;

namespace Alentour.Practices.Circles;

// Who comes, who goes, who is let in.
public sealed partial class Circle
{
    /// <summary>The number of the next seat.</summary>
    public int NextNumber => Seats.Select(s => s.Place.Number).DefaultIfEmpty().Max() + 1;

    /// <summary>Takes a seat; whoever left comes back to theirs.</summary>
    /// <exception cref="RefusalException">The seat was ended for this circle, or there is no room left.</exception>
    public Seat Sit(Seat newcomer, DateTimeOffset now)
    {
        FreeScreen(newcomer);
        if (Known(new Sitter(newcomer.PersonId, newcomer.Device), newcomer.VisitId) is { } known)
        {
            if (known.Stay == SeatStay.Ended)
                throw new RefusalException("circle.refusal.ended");
            // The words of a visit on another device: its seat goes there.
            if (known.VisitId is not null && known.VisitId == newcomer.VisitId && Seats.TrueForAll(s => s == known || s.Device != newcomer.Device))
                known.Device = newcomer.Device;
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

    /// <summary>A screen that was lent to the room, or by which a first visit sat that has left, is that of whoever holds it now.</summary>
    void FreeScreen(Seat newcomer)
    {
        if (newcomer.Device is not { } screen || Seats.Find(s => s.Device == screen) is not { } before)
            return;
        if (before.IsTablet && before.IsHere)
            throw new RefusalException("circle.refusal.tabletHere");
        if (before.IsTablet || before.Stay == SeatStay.Left && before.VisitId is not null && newcomer.VisitId is not null && before.VisitId != newcomer.VisitId)
            before.Device = null;
    }

    /// <summary>The keeper seats somebody in the room or by telephone. The same form sent twice seats once; with another name it seats another.</summary>
    public void SeatByHand(Seat by, Seat somebody, DateTimeOffset now)
    {
        RefuseAllButTheGroup(by);
        if (somebody.FormKey is { } key && Seats.Find(s => s.FormKey == key) is { } same)
        {
            if (same.Name == somebody.Name)
                return;
            somebody.FormKey = null;
        }
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
        if (!by.IsMember || seat == by || !seat.IsHere)
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

    /// <summary>
    /// Somebody waits at the threshold. Doing it twice changes nothing; the words of a visit wait once, on the last device that brought them.
    /// Names alone are only so many: whoever tries them one after the other must not fill the page.
    /// </summary>
    /// <exception cref="RefusalException">Their seat was ended for this circle.</exception>
    public void Arrive(Arrival arrival)
    {
        if (Known(new Sitter(arrival.PersonId, arrival.Device), arrival.VisitId)?.Stay == SeatStay.Ended)
            throw new RefusalException("circle.refusal.ended");
        if (arrival.HasWords && Arrivals.Find(a => a.VisitId == arrival.VisitId) is { IsRefused: true } refused)
            arrival = arrival with { IsRefused = refused.IsRefused };
        var waits = Arrivals.Find(a => a.Device == arrival.Device);
        if (waits is not null ? !arrival.HasWords || waits.VisitId == arrival.VisitId : !arrival.HasWords && Arrivals.Count(a => !a.HasWords) >= MostWithoutWords)
            return;
        Arrivals.RemoveAll(a => a.Device == arrival.Device || a.HasWords && a.VisitId == arrival.VisitId);
        Arrivals.Add(arrival);
    }

    /// <summary>The seat of this account, browser or visit, whether they are here or not; one that was ended before any other.</summary>
    public Seat? Known(Sitter who, Guid? visit) =>
        Seats.Where(s => !s.IsTablet && (s.Is(who) || visit is not null && s.VisitId == visit)).OrderBy(s => s.Stay != SeatStay.Ended).ThenBy(s => !s.Is(who)).FirstOrDefault();

    public bool MayLetIn(Seat by) => by.IsMember && (Threshold != Threshold.Keeper || IsKept(by));

    /// <summary>« Entrez ». Of two who say it at once, one opens; nothing happens twice.</summary>
    public void LetIn(Seat by, Guid arrival, DateTimeOffset now)
    {
        RefuseAtDoor(by);
        if (Arrivals.Find(a => a.Id == arrival) is not { } waiting)
            throw new RefusalException("circle.refusal.alreadyIn");
        Arrivals.Remove(waiting);
        Sit(Visitor(waiting), now);
    }

    /// <summary>Not tonight; whoever brought words reads it at the threshold, and may be let in all the same. Who gave a name alone learns nothing.</summary>
    public void NotTonight(Seat by, Guid arrival)
    {
        RefuseAtDoor(by);
        var at = Arrivals.FindIndex(a => a.Id == arrival);
        if (at >= 0 && Arrivals[at].HasWords)
            Arrivals[at] = Arrivals[at] with { IsRefused = true };
        else if (at >= 0)
            Arrivals.RemoveAt(at);
    }

    /// <summary>The seat of a first visit.</summary>
    public Seat Visitor(Arrival arrival) => new()
    {
        Id = arrival.Id,
        Kind = SeatKind.Visitor,
        PersonId = arrival.PersonId,
        Device = arrival.Device,
        VisitId = arrival.VisitId,
        Name = arrival.Name,
        QuiltSeed = arrival.Id.GetHashCode() & 0xff,
        Place = new Place { Seat = arrival.Id, Number = NextNumber, IsNewcomer = true },
    };

    void RefuseAtDoor(Seat by)
    {
        if (!MayLetIn(by))
            throw new RefusalException("circle.refusal.letIn");
    }

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
        // Nobody is left who could say no to whoever asked.
        if (Keeper is null && Asked is { } asked)
            (Keeper, Asked) = (asked.Seat, null);
    }

    /// <summary>What a seat that is forgotten had asked is forgotten with it.</summary>
    internal void ForgetAsking(Seat gone) => Seats.ForEach(s => s.AskedOutBy = Without(s.AskedOutBy, gone));

    static Guid? Without(Guid? role, Seat seat) => role == seat.Id ? null : role;
}
