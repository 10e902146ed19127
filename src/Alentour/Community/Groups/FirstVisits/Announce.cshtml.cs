using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.Groups.FirstVisits;

/// <summary>/groupes/{slug}/je-viens: a name of choice, and one is expected. The group's name is not in the title.</summary>
[ForAll]
public sealed class AnnounceModel(Me me, GroupStore groups, VisitDesk desk, HouseClock clock, Words words) : PageModel
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

    public string When => Meeting is { } m ? DateWords.When(m.Meeting.Day, m.Meeting.StartsAt, clock.Now, words.Language) : "";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (!await LookAsync(slug, stop))
            return NotFound();
        return await desk.OfAsync(Request, stop) is null ? Page() : Redirect("/ma-visite");
    }

    public async Task<IActionResult> OnPostAsync(string slug, [FromForm] Form form, CancellationToken stop)
    {
        if (!await LookAsync(slug, stop))
            return NotFound();
        (Name, Reach, MayLeaveWord, Key) = (form.Nom, form.Joindre, form.Repondeur, form.Cle ?? Key);
        try
        {
            if (Meeting is not { } meeting)
                throw new RefusalException("visit.refusal.closed");
            if (await desk.OfAsync(Request, stop) is not null)
                throw new RefusalException("visit.refusal.already");
            var reach = HasGreeter && !string.IsNullOrWhiteSpace(form.Joindre) ? form.Joindre.Trim()[..Math.Min(form.Joindre.Trim().Length, 120)] : null;
            Card = await desk.AnnounceAsync(Response, meeting, new Announcement(Person.Name(form.Nom), reach, reach is not null && form.Repondeur) { Key = form.Cle }, me.IsHere ? me.Id : null, stop);
        }
        catch (RefusalException refusal)
        {
            Refusal = refusal.TextKey;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
        return Page();
    }

    async Task<bool> LookAsync(string slug, CancellationToken stop)
    {
        if (await groups.ForPublic().BySlugAsync(slug, stop) is not { } shown)
            return false;
        Shown = shown;
        Meeting = VisitedMeeting.Of(shown, clock.Now).FirstOrDefault(m => !m.Meeting.IsCancelled && m.Series.VisitDoor != VisitDoor.Closed);
        HasGreeter = Meeting is { } meeting && await desk.HasGreeterAsync(shown.Group.Id, meeting, stop);
        return true;
    }

    /// <summary>The form as it is sent.</summary>
    public sealed record Form(string? Nom, string? Joindre, bool Repondeur, string? Cle);
}

/// <summary>Where a first visit is announced, found again and taken back.</summary>
public sealed class VisitDesk(VisitStore visits, GreeterStore greeters, Slips slips)
{
    /// <summary>The visit of this browser, or null.</summary>
    public async Task<OwnVisit?> OfAsync(HttpRequest request, CancellationToken stop) =>
        SeatCookie.Read(request) is { } seat ? await visits.BySeatAsync(seat, stop) : null;

    public async Task<bool> HasGreeterAsync(Guid group, VisitedMeeting meeting, CancellationToken stop) =>
        (await greeters.OfAsync(group, stop)).ContainsKey((meeting.Series.Id, meeting.Meeting.PlannedDay));

    /// <exception cref="RefusalException">The meeting is full, or the account has one announced already.</exception>
    public async Task<IReadOnlyList<string>> AnnounceAsync(HttpResponse response, VisitedMeeting meeting, Announcement said, Guid? person, CancellationToken stop)
    {
        var (words, lookup) = slips.Draw();
        var seat = SeatCookie.Draw();
        await visits.AnnounceAsync(meeting, said, lookup, SeatCookie.Lookup(seat), person, stop);
        SeatCookie.Write(response, seat);
        return words;
    }

    /// <summary>Finds a visit by its three words and gives it to this browser; the text key of the refusal, or null.</summary>
    public async Task<string?> FindAsync(HttpContext context, string? typed, CancellationToken stop)
    {
        if (slips.MustWait(context))
            return "visit.refusal.wait";
        if (slips.LookupOf(typed) is not { } lookup || await visits.ByWordsAsync(lookup, stop) is not { } visit)
        {
            slips.WasWrong(context);
            return "visit.refusal.unknown";
        }
        var seat = SeatCookie.Draw();
        await visits.SeatAsync(visit, SeatCookie.Lookup(seat), stop);
        SeatCookie.Write(context.Response, seat);
        return null;
    }

    public async Task TakeBackAsync(HttpContext context, CancellationToken stop)
    {
        if (await OfAsync(context.Request, stop) is { } visit)
            await visits.TakeBackAsync(visit, stop);
        SeatCookie.Drop(context.Response);
    }
}
