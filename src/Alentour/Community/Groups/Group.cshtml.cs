using Alentour.Community.Organizations;
using Alentour.Foundation.Texts;
using Alentour.Foundation.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.Groups;

/// <summary>/groupes/{slug}: what a group is, in its members' words, and when it meets.</summary>
public sealed class GroupModel(GroupStore groups, HouseClock clock, SiteFace site, Words words, LongTexts texts) : PageModel
{
    const int MeetingsShown = 4;

    public PublicGroup Shown { get; private set; } = null!;

    /// <summary>The next meetings, cancelled and moved ones among them.</summary>
    public IReadOnlyList<Meeting> Coming { get; private set; } = [];

    /// <summary>What does not hold as planned in the four weeks that come: said first.</summary>
    public IEnumerable<Meeting> Changes => Coming.Where(m => m.Change is not null && m.Day <= clock.Now.Day.AddDays(28));

    public string FirstSentence => Shown.Group.Say(Shown.Group.InMembersWords).Split(". ")[0].TrimEnd('.') + ".";

    public string Rhythm => Shown.Series.Count == 0 ? "" : string.Join("; ", Shown.Series.Select(s => RhythmWords.Say(s, words)));

    public HtmlString WaitAdvice => texts.Get("Community.Groups", "wait-advice", words.Language);

    public HtmlString LinkedData => new(GroupLinkedData.Write(Shown, Coming, clock.Zone, $"{Request.Scheme}://{Request.Host}"));

    /// <summary>The telephone of the house, where coming asks for a word first: from afar, or to a place the world does not see.</summary>
    public string? ReachByPhone => Shown.Group.NeedsAWordFirst ? site.Now.Phone : null;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await groups.ForPublic().BySlugAsync(slug, stop) is not { } shown)
            return NotFound();
        Shown = shown;
        Coming = [.. shown.Coming(clock.Now).Take(MeetingsShown)];
        return Page();
    }

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
