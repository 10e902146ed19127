using Alentour.Practices.Circles.Seats;
using Alentour.Practices.Circles.Sitting;

namespace Alentour.Practices.Circles.Choosing;

/// <summary>One seat, as whoever chooses for it sees it: its person, the keeper for whom they seated, the tablet for those in the room.</summary>
public sealed record SeatSight(CircleSight Sight, Seat Seat)
{
    public bool IsOwn => Seat == Sight.Mine;

    /// <summary>Their own hand presses: on their screen, or on that of the room. Buttons then say « je ».</summary>
    public bool IsTheirHand => IsOwn || Sight.Mine.IsTablet;

    /// <summary>What a form must name so that it is about this seat; null for one's own.</summary>
    public Guid? Place => IsOwn ? null : Seat.Id;
}
