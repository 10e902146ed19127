using Alentour.Community.People;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.Groups.FirstVisits;

/// <summary>/groupes/{slug}/je-viens: a name of choice, and one is expected. The group's name is not in the title.</summary>
[ForAll]
public sealed class AnnounceModel(Me me, GroupStore groups, VisitDesk desk, VisitWords say, Tries tries) : PageModel
{
    public PublicGroup Shown { get; private set; } = null!;

    /// <summary>The meeting to come to; null when none is open to first visits.</summary>
    public VisitedMeeting? Meeting { get; private set; }

    /// <summary>Whether somebody took the welcome of that meeting: until then no way to be told is asked.</summary>
    public bool HasGreeter { get; private set; }

    public string? Name { get; private set; }

    public string? Reach { get; private set; }

    public bool MayLeaveWord { get; private set; }

    public string? Refusal { get; private set; }

    /// <summary>The key of this form: pressed twice, or sent again when the answer was lost, it announces one visit.</summary>
    public string Key { get; private set; } = RetriedActs.NewKey();

    /// <summary>The three words, once.</summary>
    public IReadOnlyList<string>? Card { get; private set; }

    /// <summary>No room and no address: one comes in by a number or a link.</summary>
    public bool IsAfar => Shown.Group.IsOnlyFromAfar || Meeting is { Series.IsOnlyFromAfar: true };

    /// <summary>What the page says of who expects them: nobody is said to expect anybody while nobody took the welcome.</summary>
    public string Expected => Meeting!.Series.VisitDoor == VisitDoor.GreeterFirst ? HasGreeter ? "visit.expectedGreeter" : "visit.saidGreeter" : HasGreeter ? "visit.expectedLead" : "visit.saidLead";

    public string When => Meeting is { } m ? say.When(m.Meeting) : "";

    /// <summary>Other dates that one may choose instead.</summary>
    public IReadOnlyList<VisitedMeeting> Others { get; private set; } = [];

    public string Say(VisitedMeeting meeting) => say.When(meeting.Meeting);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (!await LookAsync(slug, null, stop))
            return NotFound();
        return await desk.OfAsync(Request, stop) is null ? Page() : Redirect("/ma-visite");
    }

    public async Task<IActionResult> OnPostAsync(string slug, [FromForm] Form form, CancellationToken stop)
    {
        if (!await LookAsync(slug, form.Choix ?? form.Rencontre ?? "", stop))
            return NotFound();
        (Name, Reach, MayLeaveWord, Key) = (form.Nom, form.Joindre, form.Repondeur, form.Cle ?? Key);
        if (form.Choix is not null)
            return Page();
        try
        {
            if (await desk.OfAsync(Request, stop) is not null)
                throw new RefusalException("visit.refusal.already");
            if (Meeting is not { } meeting)
                throw new RefusalException("visit.refusal.closed");
            // A form without its date, or whose date is no longer open: nobody is announced to another than they chose.
            if (form.Rencontre != meeting.Mark)
                throw new RefusalException(string.IsNullOrEmpty(form.Rencontre) ? "visit.refusal.noDate" : "visit.refusal.changed");
            Card = await AnnounceAsync(meeting, form, stop);
        }
        catch (RefusalException refusal)
        {
            Refusal = refusal.TextKey;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
        return Page();
    }

    /// <summary>An account announces one visit at a time; without one, an address a few in an hour: no script takes the seats of all meetings.</summary>
    async Task<IReadOnlyList<string>> AnnounceAsync(VisitedMeeting meeting, Form form, CancellationToken stop)
    {
        var address = Tries.AddressOf(HttpContext);
        if (!me.IsHere && !tries.TakeVisit(address))
            throw new RefusalException("visit.refusal.waitComing");
        try
        {
            var reach = HasGreeter ? VisitDesk.Reach(form.Joindre) : null;
            return await desk.AnnounceAsync(Response, meeting, new Announcement(Person.Name(form.Nom), reach, reach is not null && form.Repondeur) { Key = form.Cle }, me.IsHere ? me.Id : null, stop);
        }
        catch (RefusalException)
        {
            tries.GiveBackVisit(address);
            throw;
        }
    }

    /// <param name="wanted">The mark of the meeting that was chosen; null for the first that has room, "" for the first that is open.</param>
    async Task<bool> LookAsync(string slug, string? wanted, CancellationToken stop)
    {
        if (await groups.ForPublic().BySlugAsync(slug, stop) is not { } shown)
            return false;
        Shown = shown;
        VisitedMeeting[] open = [.. say.Coming(shown).Where(m => m.IsOpen)];
        var free = await desk.FreeAsync(open, stop);
        Meeting = wanted is { Length: > 0 } ? open.FirstOrDefault(m => m.Mark == wanted) : null;
        Meeting ??= wanted is null ? free.FirstOrDefault() : null;
        Meeting ??= open.FirstOrDefault();
        Others = [.. free.Where(m => m.Mark != Meeting?.Mark)];
        HasGreeter = Meeting is { } meeting && await desk.HasGreeterAsync(shown.Group.Id, meeting, stop);
        return true;
    }

    /// <summary>The form as it is sent.</summary>
    /// <param name="Rencontre">The mark of the meeting on the page; <paramref name="Choix"/>: of another, chosen without announcing yet.</param>
    public sealed record Form(string? Nom, string? Joindre, bool Repondeur, string? Rencontre, string? Choix, string? Cle);
}
