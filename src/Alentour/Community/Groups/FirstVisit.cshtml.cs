using Alentour.Community.Organizations;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.Groups;

/// <summary>/groupes/{slug}/premiere-visite: the door, the smell of coffee, who greets, how long, what will not happen (R043).</summary>
public sealed class FirstVisitModel(GroupStore groups, HouseClock clock, Words words) : PageModel
{
    public PublicGroup Shown { get; private set; } = null!;

    /// <summary>The next meeting that holds, in words; null when none is planned.</summary>
    public string? Next => Shown.Next(clock.Now) is { } meeting ? DateWords.When(meeting.Day, meeting.StartsAt, clock.Now, words.Language) : null;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await groups.ForPublic().BySlugAsync(slug, stop) is not { } shown)
            return NotFound();
        Shown = shown;
        return Page();
    }
}
