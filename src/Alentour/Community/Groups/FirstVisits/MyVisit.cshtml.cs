using Alentour.Community.Groups.Hearing;
using Alentour.Community.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.Groups.FirstVisits;

/// <summary>/ma-visite: what changed first, then when and where; found again by three words; taken back in one press.</summary>
[ForAll]
public sealed class MyVisitModel(VisitDesk desk, GroupStore groups, HearingStore hearings, VisitWords say) : PageModel
{
    public OwnVisit? Visit { get; private set; }

    public PublicGroup? Shown { get; private set; }

    public VisitedMeeting? Meeting { get; private set; }

    /// <summary>How the group hears each other, from one hour before until the end; null at any other time.</summary>
    public GroupHearing? Hearing { get; private set; }

    public string? Words { get; private set; }

    public string? Refusal { get; private set; }

    public string When => Meeting is { } m ? say.When(m.Meeting) : "";

    /// <summary>Whether the exact place may be shown: at once where one comes as one likes, after the greeter's yes where the group asks it.</summary>
    public bool MaySeePlace => Visit is { IsAccepted: true };

    public string Place => Meeting?.Meeting.Place ?? (Shown!.Group.Street is { Length: > 0 } street ? $"{street}, {Shown.Group.Town}" : Shown.Group.Town);

    public async Task OnGetAsync(CancellationToken stop)
    {
        Visit = await desk.OfAsync(Request, stop);
        if (Visit is { } visit && (Shown = await groups.ForVisitAsync(visit, stop)) is { } shown)
        {
            Meeting = say.Coming(shown).FirstOrDefault(m => m.IsFor(visit.SeriesId, visit.Day));
            Hearing = await hearings.NowAsync(visit, shown, stop);
        }
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
