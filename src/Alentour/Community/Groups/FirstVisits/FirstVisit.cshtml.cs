using Alentour.Community.Organizations;
using Alentour.Foundation.Texts;
using Alentour.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.Groups.FirstVisits;

/// <summary>/groupes/{slug}/premiere-visite: the door, the smell of coffee, who greets, how long, what will not happen (R043).</summary>
public sealed class FirstVisitModel(GroupStore groups, HouseClock clock, SiteFace site, Words words) : PageModel
{
    public PublicGroup Shown { get; private set; } = null!;

    /// <summary>The next meeting that holds, in words; null when none is planned.</summary>
    public string? Next => Shown.Next(clock.Now) is { } meeting ? DateWords.When(meeting.Day, meeting.StartsAt, clock.Now, words.Language) : null;

    /// <summary>The telephone of the house, where coming asks for a word first: from afar, or to a place the world does not see.</summary>
    public string? ReachByPhone => Shown.Group.NeedsAWordFirst ? site.Now.Phone : null;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await groups.ForPublic().BySlugAsync(slug, stop) is not { } shown)
            return NotFound();
        Shown = shown;
        return Page();
    }
}
