using Alentour.Community.Groups;
using Alentour.Community.Organizations;
using Alentour.Foundation.Clock;
using Alentour.Foundation.Texts;

namespace Alentour.Practices.Circles.Opening;

/// <summary>When meetings are, and what steps are called, said to whoever reads.</summary>
public sealed class OpeningWords(Words words, HouseClock clock)
{
    public string When(HeldMeeting meeting)
    {
        var (day, time) = WallClock.ToLocal(meeting.Starts, clock.Zone);
        return DateWords.When(day, time, clock.Now, words.Language);
    }

    public string Hour(DateTimeOffset instant) => DateWords.Time(WallClock.ToLocal(instant, clock.Zone).Time, words.Language);

    public string Day(DateOnly day) => DateWords.Day(day, words.Language, clock.Now.Day);

    public string Step(CircleStep step) => step.Name ?? words[$"circle.step.{step.Kind}"];

    public string Roles(NamedGuest guest) => string.Join(", ", guest.Roles.Select(r => words[$"role.{r}"]));
}
