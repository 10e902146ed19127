using Alentour.Community.Organizations;
using Alentour.Foundation.Texts;
using Alentour.Foundation.Web;
using Microsoft.AspNetCore.Html;

namespace Alentour.Community.Groups.Sheets;

/// <summary>What a group's page says, for the world and, before that, for its members.</summary>
public sealed class GroupSheet(PublicGroup shown, HouseClock clock, SiteFace site, Words words, LongTexts texts)
{
    const int MeetingsShown = 4;

    public PublicGroup Shown => shown;

    /// <summary>The next meetings, cancelled and moved ones among them.</summary>
    public IReadOnlyList<Meeting> Coming { get; } = [.. shown.Coming(clock.Now).Take(MeetingsShown)];

    /// <summary>Whether somebody new may say « je viens » to one of its meetings.</summary>
    public bool MayCome => shown.Group.IsShown && shown.Series.Any(s => s.VisitDoor != VisitDoor.Closed && s.GoesOn(clock.Now.Day));

    /// <summary>What does not hold as planned in the four weeks that come: said first.</summary>
    public IEnumerable<Meeting> Changes => Coming.Where(m => m.Change is not null && m.Day <= clock.Now.Day.AddDays(28));

    public string FirstSentence => shown.Group.Say(shown.Group.InMembersWords).Split(". ")[0].TrimEnd('.') + ".";

    public string Rhythm => string.Join("; ", shown.Series.Where(s => s.GoesOn(clock.Now.Day)).Select(s => RhythmWords.Say(s, words)));

    public HtmlString WaitAdvice => texts.Get("Community.Groups", "wait-advice", words.Language);

    /// <summary>The telephone of the house, where coming asks for a word first: from afar, or to a place the world does not see.</summary>
    public string? ReachByPhone => shown.Group.NeedsAWordFirst ? site.Now.Phone : null;

    public string When(Meeting meeting) =>
        words["group.when", ("when", DateWords.When(meeting.Day, meeting.StartsAt, clock.Now, words.Language)), ("end", DateWords.Time(meeting.EndsAt, words.Language))];

    public string Date(DateOnly day) => DateWords.Date(day, words.Language);

    /// <summary>A change as a sentence: cancelled, or moved to when.</summary>
    public string Say(Meeting meeting)
    {
        var planned = DateWords.Day(meeting.PlannedDay, words.Language, clock.Now.Day);
        return meeting.IsCancelled
            ? words["group.cancelledSentence", ("day", planned)]
            : words["group.movedSentence", ("day", planned), ("when", DateWords.When(meeting.Day, meeting.StartsAt, clock.Now, words.Language))];
    }
}
