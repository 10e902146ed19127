using System.Globalization;
using Alentour.Community.Groups.FirstVisits;
using Alentour.Community.Groups.Memberships;
using Alentour.Community.Groups.Openings;
using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.Groups.Meetings;

/// <summary>/groupes/{slug}/rencontres: any member cancels a date, moves it, or puts it back.</summary>
[ForMembers]
public sealed class ChangesModel(Me me, GroupDesk desk, MeetingChanges changes, VisitWords say) : PageModel
{
    public PublicGroup Shown { get; private set; } = null!;

    public IReadOnlyList<MeetingSeries> Series => [.. Shown.Series.Where(s => s.GoesOn(say.Today))];

    public IReadOnlyList<VisitedMeeting> Coming { get; private set; } = [];

    /// <summary>Which date was refused, and why, as a text key.</summary>
    public (Guid Series, DateOnly Day, string Key)? Refusal { get; private set; }

    public Form? Typed { get; private set; }

    public VisitWords Say => say;

    public OwnGroup Own { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop) => await LookAsync(slug, stop) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(string slug, [FromForm] Form form, CancellationToken stop)
    {
        if (await LookAsync(slug, stop) is not { } own)
            return NotFound();
        if (!DateOnly.TryParseExact(form.Jour, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || form.Serie is not { } series || !Coming.Any(m => m.IsFor(series, day)))
            return BadRequest();
        try
        {
            await ActAsync(own, series, day, form, stop);
            await desk.TellAsync(stop);
        }
        catch (RefusalException refusal)
        {
            // As the dates stand now: somebody may have changed this one meanwhile.
            await LookAsync(slug, stop);
            (Refusal, Typed) = ((series, day, refusal.TextKey), form);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        return this.SeeOther($"/groupes/{slug}/rencontres");
    }

    Task ActAsync(OwnGroup own, Guid series, DateOnly day, Form form, CancellationToken stop) => form.Geste switch
    {
        "annuler" => changes.KeepAsync(own, ChangedDate.Cancel(series, day, form.Raison), stop),
        "deplacer" => changes.KeepAsync(own, ChangedDate.Move(series, day, (form.VersJour, form.VersHeure, form.Nuit), form.Lieu, form.Raison, say.Today), stop),
        _ => changes.PutBackAsync(own, series, day, stop),
    };

    async Task<OwnGroup?> LookAsync(string slug, CancellationToken stop)
    {
        if (await desk.OfAsync(me, slug, stop) is not { } written)
            return null;
        (Own, Shown, Coming) = (written.Own, written.Shown, [.. say.Coming(written.Shown)]);
        return Own;
    }

    /// <summary>One date and what to do with it.</summary>
    public sealed record Form(Guid? Serie, string? Jour, string? Geste, string? VersJour, string? VersHeure, string? Nuit, string? Lieu, string? Raison);
}
