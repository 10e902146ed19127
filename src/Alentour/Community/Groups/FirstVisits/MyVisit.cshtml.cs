using Alentour.Community.Groups.Hearing;
using Alentour.Community.Groups.Memberships;
using Alentour.Community.People;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.Groups.FirstVisits;

/// <summary>/ma-visite: what changed first, then when and where; found again by three words; taken back in one press.</summary>
[ForAll]
public sealed class MyVisitModel(Me me, VisitDesk desk, GroupStore groups, HearingStore hearings, VisitWords say) : PageModel
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

    /// <summary>Other dates of the group that have room.</summary>
    public IReadOnlyList<VisitedMeeting> Others { get; private set; } = [];

    /// <summary>What could not be done with the visit, as a text key.</summary>
    public string? VisitRefusal { get; private set; }

    public bool IsChanged => Meeting is not { Meeting.Change: null };

    public string Say(VisitedMeeting meeting) => say.When(meeting.Meeting);

    public Task OnGetAsync(CancellationToken stop) => LookAsync(stop);

    public async Task<IActionResult> OnPostAsync([FromForm] string? mots, [FromForm] string? geste, [FromForm] string? rencontre, CancellationToken stop)
    {
        if (geste is "rester" or "changer")
            return await ActAsync(geste, rencontre, stop);
        if (geste == "reprendre")
            await desk.TakeBackAsync(HttpContext, stop);
        else if (await desk.FindAsync(HttpContext, mots, stop) is { } refusal)
        {
            (Refusal, Words) = (refusal, mots);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        return this.SeeOther(geste == "reprendre" ? "/ma-visite?reprise=1" : "/ma-visite");
    }

    /// <summary>Another date, or « Rester, si vous voulez »: whoever is in joins; whoever is not opens an account that joins (<see cref="VisitOnTheWay"/>).</summary>
    async Task<IActionResult> ActAsync(string gesture, string? mark, CancellationToken stop)
    {
        await LookAsync(stop);
        if (Visit is not { } visit || Shown is not { } shown)
            return this.SeeOther("/ma-visite");
        if (gesture == "rester" && !me.IsHere)
            return this.SeeOther("/ouvrir?rester=1");
        try
        {
            if (gesture == "rester")
                return this.SeeOther($"/groupes/{visit.GroupSlug}/{(await desk.StayAsync(me, shown.Group, stop) == Joined.In ? "entre-nous" : "rejoindre")}");
            if (Others.FirstOrDefault(m => m.Mark == mark) is not { } to)
                throw new RefusalException("visit.refusal.full");
            await desk.ChangeAsync(visit, to, stop);
            return this.SeeOther("/ma-visite");
        }
        catch (RefusalException refusal)
        {
            (VisitRefusal, Response.StatusCode) = (refusal.TextKey, StatusCodes.Status422UnprocessableEntity);
            return Page();
        }
    }

    async Task LookAsync(CancellationToken stop)
    {
        Visit = await desk.OfAsync(Request, stop);
        if (Visit is not { } visit || (Shown = await groups.ForVisitAsync(visit, stop)) is not { } shown)
            return;
        Meeting = say.Coming(shown).FirstOrDefault(m => m.IsFor(visit.SeriesId, visit.Day));
        Hearing = await hearings.NowAsync(visit, shown, stop);
        Others = shown.Group.IsShown ? [.. (await desk.FreeAsync(say.Coming(shown), stop)).Where(m => m.Mark != Meeting?.Mark)] : [];
    }
}
