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
public sealed class MyVisitModel(Me me, VisitDesk desk, VisitedGroups visited, GatheringDoors doors, VisitWords say) : PageModel
{
    public OwnVisit? Visit { get; private set; }

    /// <summary>The group; null when it closed, or no longer says to the world that it meets.</summary>
    public PublicGroup? Shown { get; private set; }

    public VisitedMeeting? Meeting { get; private set; }

    /// <summary>How the group hears each other, from one hour before until the end; null at any other time.</summary>
    public GroupHearing? Hearing { get; private set; }

    /// <summary>What practices offer to whoever is expected.</summary>
    public IReadOnlyList<GatheringLine> Gatherings { get; private set; } = [];

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

    /// <summary>Taken back a moment ago.</summary>
    public bool IsTakenBack { get; private set; }

    /// <summary>Somebody took the welcome of the meeting.</summary>
    public bool HasGreeter { get; private set; }

    /// <summary>A way to be told may be given now that somebody would read it.</summary>
    public bool MayGiveReach => HasGreeter && Visit is { HasReach: false } && Meeting is { Meeting.IsCancelled: false };

    /// <summary>No room and no address: one comes in by a number or a link.</summary>
    public bool IsAfar => Shown!.Group.IsOnlyFromAfar || Meeting is { Series.IsOnlyFromAfar: true };

    public string? Reach { get; private set; }

    public bool MayLeaveWord { get; private set; }

    public Task OnGetAsync(string? reprise, CancellationToken stop)
    {
        IsTakenBack = reprise == "1";
        return LookAsync(stop);
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? mots, [FromForm] string? geste, [FromForm] Given given, CancellationToken stop)
    {
        if (geste is "rester" or "changer" or "joindre")
            return await ActAsync(geste, given, stop);
        if (geste == "reprendre")
            await desk.TakeBackAsync(HttpContext, stop);
        else if (await desk.FindAsync(HttpContext, mots, stop) is { Refusal: { } refusal })
        {
            (Refusal, Words) = (refusal, mots);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        return this.SeeOther(geste == "reprendre" ? "/ma-visite?reprise=1" : "/ma-visite");
    }

    async Task<IActionResult> ActAsync(string gesture, Given given, CancellationToken stop)
    {
        await LookAsync(stop);
        if (Visit is not { } visit)
            return this.SeeOther("/ma-visite");
        try
        {
            return this.SeeOther(await ActAsync(gesture, given, visit, Shown ?? throw new RefusalException("visit.refusal.gone"), stop));
        }
        catch (RefusalException refusal)
        {
            (VisitRefusal, Response.StatusCode) = (refusal.TextKey, StatusCodes.Status422UnprocessableEntity);
            (Reach, MayLeaveWord) = (given.Joindre, given.Repondeur);
            return Page();
        }
    }

    /// <summary>Another date; a way to be told; or « Rester, si vous voulez »: whoever is in joins, whoever is not opens an account that joins (<see cref="VisitOnTheWay"/>).</summary>
    /// <returns>Where it leads.</returns>
    async Task<string> ActAsync(string gesture, Given given, OwnVisit visit, PublicGroup shown, CancellationToken stop)
    {
        if (gesture == "rester")
            return !me.IsHere ? "/ouvrir?rester=1" : $"/groupes/{shown.Group.Slug}/{(await desk.StayAsync(me, shown.Group, stop) == Joined.In ? "entre-nous" : "rejoindre")}";
        if (gesture == "joindre")
            await desk.TellByAsync(visit, given.Joindre, given.Repondeur, stop);
        else
            await desk.ChangeAsync(visit, Others.FirstOrDefault(m => m.Mark == given.Rencontre) ?? throw new RefusalException("visit.refusal.full"), stop);
        return "/ma-visite";
    }

    async Task LookAsync(CancellationToken stop)
    {
        Visit = await desk.OfAsync(Request, stop);
        if (Visit is not { } visit || (Shown = await visited.Groups.ForVisitAsync(visit, stop)) is not { } shown)
            return;
        Meeting = say.Coming(shown).FirstOrDefault(m => m.IsFor(visit.SeriesId, visit.Day));
        (Hearing, Gatherings) = (await visited.Hearings.NowAsync(visit, shown, stop), await doors.ForVisitAsync(Request, stop));
        HasGreeter = Meeting is { } meeting && await desk.HasGreeterAsync(shown.Group.Id, meeting, stop);
        Others = [.. (await desk.FreeAsync(say.Coming(shown), stop)).Where(m => m.Mark != Meeting?.Mark)];
    }

    /// <summary>What goes with a gesture: the mark of another meeting, or a way to be told.</summary>
    public sealed record Given(string? Rencontre, string? Joindre, bool Repondeur);
}

/// <summary>Where the group of a visit is found, and how it hears each other.</summary>
public sealed record VisitedGroups(GroupStore Groups, HearingStore Hearings);
