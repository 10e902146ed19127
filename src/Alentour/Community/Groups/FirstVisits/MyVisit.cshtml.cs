using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.Groups.FirstVisits;

/// <summary>/ma-visite: what changed first, then when and where; found again by three words; taken back in one press.</summary>
[ForAll]
public sealed class MyVisitModel(VisitDesk desk, GroupStore groups, HouseClock clock, Words words) : PageModel
{
    public OwnVisit? Visit { get; private set; }

    public PublicGroup? Shown { get; private set; }

    public VisitedMeeting? Meeting { get; private set; }

    public string? Words { get; private set; }

    public string? Refusal { get; private set; }

    public string When => Meeting is { } m ? DateWords.When(m.Meeting.Day, m.Meeting.StartsAt, clock.Now, words.Language) : "";

    /// <summary>Whether the exact place may be shown: at once where one comes as one likes, after the greeter's yes where the group asks it.</summary>
    public bool MaySeePlace => Visit is { IsAccepted: true };

    public string Place => Meeting?.Meeting.Change?.Place ?? (Shown!.Group.Street is { Length: > 0 } street ? $"{street}, {Shown.Group.Town}" : Shown.Group.Town);

    public async Task OnGetAsync(CancellationToken stop)
    {
        Visit = await desk.OfAsync(Request, stop);
        if (Visit is { } visit && (Shown = await groups.ForPublic().BySlugAsync(visit.GroupSlug, stop)) is { } shown)
            Meeting = VisitedMeeting.Of(shown, clock.Now).FirstOrDefault(m => m.IsFor(visit.SeriesId, visit.Day));
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? mots, [FromForm] string? geste, CancellationToken stop)
    {
        if (geste == "reprendre")
            await desk.TakeBackAsync(HttpContext, stop);
        else if (await desk.FindAsync(HttpContext, mots, stop) is { } refusal)
        {
            (Refusal, Words) = (refusal, mots);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        Response.Headers.Location = geste == "reprendre" ? "/ma-visite?reprise=1" : "/ma-visite";
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}
