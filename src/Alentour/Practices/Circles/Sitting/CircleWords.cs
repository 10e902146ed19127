using Alentour.Community.Organizations;
using Alentour.Foundation.Clock;
using Alentour.Foundation.Texts;
using Alentour.Practices.Circles.Seats;

namespace Alentour.Practices.Circles.Sitting;

/// <summary>What a circle says, in the words of whoever reads and by the clock of the house.</summary>
public sealed class CircleWords(Words words, HouseClock clock)
{
    public Words Words => words;

    public DateTimeOffset Instant => clock.Instant;

    /// <summary>« 19 h 52 ».</summary>
    public string Hour(DateTimeOffset instant) => DateWords.Time(WallClock.ToLocal(instant, clock.Zone).Time, words.Language);

    /// <summary>A step under the group's name for it, or the house's.</summary>
    public string Step(CircleStep step) => step.Name ?? words[$"circle.step.{step.Kind}"];

    /// <summary>A name, or what a seat without one is called.</summary>
    public string Name(Seat seat) => seat.IsTablet ? words["circle.tablet"] : seat.Name;
}
