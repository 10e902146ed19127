using System.Globalization;
using Alentour.Community.Groups.Memberships;
using Alentour.Community.People;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.Groups.FirstVisits;

/// <summary>/groupes/{slug}/accueil: who takes the welcome of which meeting, whom they expect, and whom to call when it changes.</summary>
[ForMembers]
public sealed class WelcomeModel(Me me, GroupStore groups, MembershipStore memberships, WelcomeDesk desk, VisitWords say) : PageModel
{
    public PublicGroup Shown { get; private set; } = null!;

    public IReadOnlyList<WelcomedMeeting> Meetings { get; private set; } = [];

    public string? Refusal { get; private set; }

    public VisitWords Say => say;

    public Guid MyId => me.Id;

    public OwnGroup Own { get; private set; } = null!;

    /// <summary>Who comes in is for members to say, and not for who has just come.</summary>
    public bool MaySetDoor => !Own.IsNew && !me.HoldsAny;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop) => await LookAsync(slug, stop) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(string slug, [FromForm] Form form, CancellationToken stop)
    {
        if (await LookAsync(slug, stop) is not { } own)
            return NotFound();
        try
        {
            await ActAsync(own, form, stop);
        }
        catch (RefusalException refusal)
        {
            Refusal = refusal.TextKey;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await LookAsync(slug, stop);
            return Page();
        }
        return this.SeeOther($"/groupes/{slug}/accueil");
    }

    Task ActAsync(OwnGroup own, Form form, CancellationToken stop)
    {
        _ = DateOnly.TryParseExact(form.Jour, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        return form.Geste switch
        {
            "prendre" when Meetings.FirstOrDefault(m => m.Of.IsFor(form.Serie, day)) is { } meeting => desk.Greeters.TakeAsync(me, meeting.Of, stop),
            "rendre" => desk.Greeters.GiveBackAsync(me, stop),
            "oui" => desk.Visits.MarkAsync(form.Visite, me.Id, isAccepted: true, stop),
            "dit" => desk.Visits.MarkAsync(form.Visite, me.Id, isAccepted: false, stop),
            "porte" when Enum.TryParse<VisitDoor>(form.Porte, out var door) && Enum.IsDefined(door) => desk.Greeters.SetDoorAsync(own, form.Serie, door, form.Combien, stop),
            _ => Task.CompletedTask,
        };
    }

    async Task<OwnGroup?> LookAsync(string slug, CancellationToken stop)
    {
        if (await memberships.BySlugAsync(me, slug, stop) is not { } own || await groups.ForMemberAsync(own, stop) is not { } shown)
            return null;
        (Shown, Own) = (shown, own);
        Meetings = [.. (await desk.OfAsync(me, stop)).Of(own, say.Coming(shown))];
        return own;
    }

    /// <summary>One gesture on one meeting, one series or one visit.</summary>
    public sealed record Form(string? Geste, Guid Serie, string? Jour, Guid Visite, string? Porte, int Combien);
}

/// <summary>A meeting with its greeter, if it has one; whom they expect is filled for the greeter alone.</summary>
/// <param name="IsAwaited">Somebody announced themself, and nobody took the welcome.</param>
public sealed record WelcomedMeeting(VisitedMeeting Of, Guid? Greeter, IReadOnlyList<ExpectedVisit> Expected, bool IsAwaited)
{
    /// <summary>The group took its page back: for somebody new the meeting is off.</summary>
    public bool IsWithdrawn { get; init; }

    public bool IsChanged => Of.Meeting.Change is not null || IsWithdrawn;

    /// <summary>Those who wished to be told of a change and have not been.</summary>
    public IEnumerable<ExpectedVisit> ToCall => IsChanged ? Expected.Where(v => v.Reach is not null && !v.WasTold) : [];
}

/// <summary>What the welcome of a group needs.</summary>
public sealed class WelcomeDesk(VisitStore visits, GreeterStore greeters)
{
    public VisitStore Visits => visits;

    public GreeterStore Greeters => greeters;

    /// <summary>Who takes which welcome in all groups of this person, asked at once.</summary>
    public async Task<Welcomes> OfAsync(Me me, CancellationToken stop)
    {
        var taken = await greeters.OfAsync(me, stop);
        return new Welcomes(me.Id, taken, await visits.UnwelcomedAsync(me, stop), taken.Values.Contains(me.Id) ? await visits.ForGreeterAsync(me, stop) : []);
    }
}

/// <summary>The welcomes of a person's groups as that person may know of them.</summary>
/// <param name="Expected">Whom they expect, at the one meeting whose welcome they took.</param>
public sealed record Welcomes(Guid Mine, IReadOnlyDictionary<(Guid Series, DateOnly Day), Guid> Taken, IReadOnlySet<(Guid Series, DateOnly Day)> Awaited, IReadOnlyList<ExpectedVisit> Expected)
{
    /// <summary>Those of one group. That somebody new comes is for those who may welcome them.</summary>
    public IEnumerable<WelcomedMeeting> Of(OwnGroup own, IEnumerable<VisitedMeeting> coming) => coming.Select(meeting =>
    {
        var one = (meeting.Series.Id, meeting.Meeting.PlannedDay);
        var greeter = Taken.TryGetValue(one, out var who) ? who : (Guid?)null;
        var isAwaited = greeter is null && !own.IsNew && !meeting.Meeting.IsCancelled && Awaited.Contains(one);
        return new WelcomedMeeting(meeting, greeter, greeter == Mine ? Expected : [], isAwaited) { IsWithdrawn = !own.IsShown };
    });
}
