using Alentour.Community.Organizations;
using Alentour.Foundation.Texts;

namespace Alentour.Community.Groups.FirstVisits;

/// <summary>The meetings that come, said to whoever reads, by the clock of the house.</summary>
public sealed class VisitWords(HouseClock clock, Words words)
{
    public DateOnly Today => clock.Now.Day;

    public IEnumerable<VisitedMeeting> Coming(PublicGroup group) => VisitedMeeting.Of(group, clock.Now);

    public string When(Meeting meeting) => DateWords.When(meeting.Day, meeting.StartsAt, clock.Now, words.Language);

    /// <summary>The day the repetition gives: how people name a meeting that was moved.</summary>
    public string Planned(Meeting meeting) => DateWords.Day(meeting.PlannedDay, words.Language, clock.Now.Day);
}
