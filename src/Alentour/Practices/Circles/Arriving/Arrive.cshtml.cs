using Alentour.Community.Groups;
using Alentour.Community.People;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Texts;
using Alentour.Practices.Circles.Seats;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.Circles.Arriving;

/// <summary>
/// /cercles/arriver: a first visit comes by its three words, or by its announced name alone. Whether a name is awaited, and whether a circle
/// is open, is told to nobody who brings no words: they wait, and are let in or not.
/// </summary>
[ForAll]
public sealed class ArriveModel(Me me, CircleDoor door, ArrivalDesk desk) : PageModel
{
    /// <summary>The visit of this browser.</summary>
    public VisitorThere? Visit { get; private set; }

    /// <summary>Whether the circle of their meeting is open. Of who sits there they read nothing before they are seen at the threshold.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>In that circle the three words are enough: the press seats them at once.</summary>
    public bool WordsSuffice { get; private set; }

    public IReadOnlyList<GatheredGroup> Near { get; private set; } = [];

    /// <summary>They came with a name alone, and wait.</summary>
    public bool Waits { get; private set; }

    public string? Refusal { get; private set; }

    public string? Typed { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery] string? attente, CancellationToken stop)
    {
        Waits = attente is not null;
        if (Waits && await desk.SeatOfAsync(HttpContext, me, stop) is { } seated)
            return Redirect($"/cercles/{seated}");
        await LookAsync(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? geste, [FromForm] string? mots, [FromForm] string? nom, [FromForm] string? groupe, CancellationToken stop)
    {
        try
        {
            switch (geste)
            {
                case "nom":
                    await desk.ComeByNameAsync(HttpContext, me, groupe, nom, stop);
                    return this.SeeOther("/cercles/arriver?attente=1");
                case "entrer":
                    return this.SeeOther(await desk.ComeByVisitAsync(HttpContext, me, stop) is { } id ? $"/cercles/{id}" : "/cercles/arriver");
                default:
                    if ((await door.Gatherings.FindVisitAsync(HttpContext, mots, stop)).Refusal is { } refused)
                        throw new RefusalException(refused);
                    return this.SeeOther("/cercles/arriver");
            }
        }
        catch (RefusalException refusal)
        {
            (Refusal, Typed, Response.StatusCode) = (refusal.TextKey, mots, StatusCodes.Status422UnprocessableEntity);
            await LookAsync(stop);
            return Page();
        }
    }

    async Task LookAsync(CancellationToken stop)
    {
        Near = await door.Gatherings.PublicNearAsync(stop);
        Visit = await door.Gatherings.ForVisitAsync(Request, stop);
        if (Visit is { } visit && !me.HoldsAny && await door.Circles.AtAsync(visit.SeriesId, visit.PlannedDay, stop) is { } id && await door.Circles.AtDoorAsync(id, stop) is { } open)
            (IsOpen, WordsSuffice) = (true, open.WordsSuffice);
    }
}
