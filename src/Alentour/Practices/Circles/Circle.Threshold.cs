using Alentour.Community.Rounds;
using Alentour.Foundation.Texts;
using Alentour.Practices.Circles.Seats;

namespace Alentour.Practices.Circles;

// Who stands at the threshold, and who is let in.
public sealed partial class Circle
{
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

    public bool MayLetIn(Seat by) => by.IsMember && (Threshold != Threshold.Keeper || IsKept(by));

    /// <summary>
    /// « Entrez ». Of two who say it at once, one opens; nothing happens twice. Whoever brought words reads at the threshold who sits there,
    /// and is seated; whoever gave a name alone has read nothing yet: a seat waits for them, and they take it by a press of their own.
    /// </summary>
    public void LetIn(Seat by, Guid arrival, DateTimeOffset now)
    {
        RefuseAtDoor(by);
        if (Arrivals.Find(a => a.Id == arrival) is not { } waiting)
            throw new RefusalException("circle.refusal.alreadyIn");
        Arrivals.Remove(waiting);
        var seat = Visitor(waiting);
        if (waiting.HasWords)
            Sit(seat, now);
        else if (Recognize(seat) is null)
        {
            seat.Stay = SeatStay.Left;
            Seats.Add(seat);
        }
    }

    /// <summary>The words of a visit are brought: it sits down, comes back to its seat, or waits to be let in.</summary>
    /// <param name="chooses">Somebody whom they no longer wish to see sits there: of that they read first.</param>
    public void Bring(Arrival arrival, bool chooses, DateTimeOffset now)
    {
        var seat = Visitor(arrival);
        // Whoever sat there comes back to their seat, also from another device.
        var known = Known(new Sitter(arrival.PersonId, arrival.Device), arrival.VisitId) is not null;
        if (known && chooses)
            Recognize(seat);
        else if (known || Threshold == Threshold.Words && !chooses)
            Sit(seat, now);
        else
            Arrive(arrival);
    }

    /// <summary>« Pas cette fois »; whoever brought words reads it at the threshold, and may be let in all the same. Who gave a name alone learns nothing.</summary>
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
}
