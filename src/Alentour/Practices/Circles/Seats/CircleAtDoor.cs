namespace Alentour.Practices.Circles.Seats;

/// <summary>An open circle seen from outside its door: whether one may come in, and nothing of who sits there but whom the person asks about.</summary>
public sealed class CircleAtDoor(Circle circle)
{
    public Guid Id => circle.Id;

    public Guid GroupId => circle.GroupId;

    public Guid SeriesId => circle.SeriesId;

    public DateOnly Day => circle.Day;

    public DateTimeOffset ClosesAt => circle.ClosesAt;

    /// <summary>The group decided that the three words of a visit are enough.</summary>
    public bool WordsSuffice => circle.Threshold == Threshold.Words;

    /// <summary>Somebody with this account or browser waits at the threshold with the words of a visit. Who gave a name alone learns nothing here.</summary>
    public bool IsWaiting(Sitter who) => circle.Arrivals.Exists(a => a.HasWords && a.Is(who));

    /// <summary>« Pas cette fois » was said to whoever brought the words of a visit.</summary>
    public bool IsRefused(Sitter who) => circle.Arrivals.Exists(a => a.IsRefused && a.Is(who));

    /// <summary>A first visit that sat there and left, or was let in by its name: its seat waits for it.</summary>
    public bool MayComeBack(Sitter who) => circle.Known(who, null) is { Kind: SeatKind.Visitor, Stay: SeatStay.Left };

    /// <summary>Their seat was ended for this circle.</summary>
    public bool IsEnded(Sitter who) => circle.Seats.Exists(s => s.Stay == SeatStay.Ended && s.Is(who));

    /// <summary>The accounts that are seated, for <see cref="Community.People.Sight.AmongAsync"/> alone: whoever blocked somebody reads that they sit there.</summary>
    internal IReadOnlyCollection<Guid> Seated => [.. circle.Here.Select(s => s.PersonId).OfType<Guid>()];
}
