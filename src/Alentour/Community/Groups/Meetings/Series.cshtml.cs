using Alentour.Community.Groups.FirstVisits;
using Alentour.Community.Groups.Openings;
using Alentour.Community.People;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.Groups.Meetings;

/// <summary>/groupes/{slug}/rencontres/suite: meetings that come back, written, seen in words before they are kept, changed from a day on, ended.</summary>
[ForMembers]
public sealed class SeriesModel(Me me, GroupDesk desk, SeriesStore store, VisitWords say) : PageModel
{
    const int DatesShown = 5;

    public WrittenGroup Written { get; private set; } = null!;

    /// <summary>The series that is changed; null for a new one.</summary>
    public MeetingSeries? Old { get; private set; }

    public Sheet Sheet { get; private set; } = null!;

    public string Key { get; private set; } = RetriedActs.NewKey();

    public int Seen { get; private set; }

    public string? Refusal { get; private set; }

    /// <summary>The next dates in words.</summary>
    public IReadOnlyList<string> Preview { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, Guid? id, CancellationToken stop)
    {
        if (!await LookAsync(slug, id, stop))
            return NotFound();
        Sheet = Old is { } old ? new Sheet(field => WrittenSeries.Read(old, say.Today, field)) : new Sheet(New);
        (Seen, Refusal) = (Old?.Version ?? 0, me.HoldsAny ? "pen.refusal.role" : null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, Guid? id, [FromForm] string? geste, [FromForm] string? cle, [FromForm] int vu, CancellationToken stop)
    {
        if (!await LookAsync(slug, id, stop))
            return NotFound();
        var form = await Request.ReadFormAsync(stop);
        (Sheet, Key, Seen) = (new Sheet(field => form.TryGetValue(field, out var typed) ? typed.ToString() : null), cle ?? Key, vu);
        try
        {
            if (WrittenSeries.Of(Sheet, say.Today) is { } written && await ActAsync(geste, written, stop))
            {
                await desk.TellAsync(stop);
                return this.SeeOther($"/groupes/{slug}/rencontres");
            }
        }
        catch (RefusalException refusal)
        {
            if (!await LookAsync(slug, id, stop))
                return NotFound();
            Refusal = refusal.TextKey;
        }
        if (!Sheet.IsSound || Refusal is not null)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <returns>False when the dates are to be looked at first.</returns>
    async Task<bool> ActAsync(string? gesture, WrittenSeries written, CancellationToken stop)
    {
        if (gesture == "voir")
        {
            Preview = [.. written.Series(Guid.Empty, Guid.Empty).Meetings(say.Today, say.Today.AddYears(1)).Take(DatesShown).Select(say.When)];
            return false;
        }
        var from = DateOnly.ParseExact(Sheet["jour"]!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        if (gesture == "finir" && Old is { } ended)
        {
            await store.EndAsync(Written.Own, (ended, Seen, from), stop);
            return true;
        }
        if ((written.IsOnlyFromAfar || !Written.Group.Ways.Contains(MeetingWay.Room)) && Written.Hearing is null)
            throw new RefusalException("hearing.refusal.first");
        await (Old is { } old ? store.ChangeAsync(Written.Own, (old, Seen, from), written, stop) : store.AddAsync(Written.Own, written, Key, stop));
        return true;
    }

    string? New(string field) => field switch
    {
        "jour" => say.Today.AddDays(7).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        "heure" => "19:00",
        "duree" => "120",
        "rythme" => "semaine",
        "accueil" => nameof(VisitDoor.GreeterFirst),
        "combien" => "3",
        "deloin" => Written.Group.Ways.Contains(MeetingWay.Room) ? "" : "oui",
        _ => null,
    };

    async Task<bool> LookAsync(string slug, Guid? id, CancellationToken stop)
    {
        if (await desk.OfAsync(me, slug, stop) is not { } written)
            return false;
        (Written, Old) = (written, written.Shown.Series.FirstOrDefault(s => s.Id == id));
        return id is null || Old is not null;
    }
}
