using Alentour.Community.Groups.Openings;
using Alentour.Community.People;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.Groups.Hearing;

/// <summary>/groupes/{slug}/entendre: the number, code or link by which people of a group hear each other.</summary>
[ForMembers]
public sealed class HearModel(Me me, GroupDesk desk, HearingStore hearings) : PageModel
{
    public WrittenGroup Written { get; private set; } = null!;

    public Sheet Sheet { get; private set; } = null!;

    public string? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await desk.OfAsync(me, slug, stop) is not { } written)
            return NotFound();
        (Written, Refusal) = (written, me.HoldsAny ? "pen.refusal.role" : null);
        // Whoever may not write it reads it when a meeting is near, like everybody.
        var hearing = me.HoldsAny || written.Own.IsNew ? null : written.Hearing;
        Sheet = new Sheet(field => field switch { "numero" => hearing?.Phone, "code" => hearing?.Code, _ => hearing?.Link });
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, [FromForm] string? numero, [FromForm] string? code, [FromForm] string? lien, CancellationToken stop)
    {
        if (await desk.OfAsync(me, slug, stop) is not { } written)
            return NotFound();
        (Written, Sheet) = (written, new Sheet(field => field switch { "numero" => numero, "code" => code, _ => lien }));
        var hearing = GroupHearing.Of(Sheet);
        try
        {
            if (Sheet.IsSound)
            {
                await hearings.KeepAsync(written.Own, hearing, written.Group.IsShown && written.Shown.NeedsHearing, stop);
                await desk.TellAsync(stop);
                return this.SeeOther($"/groupes/{slug}/page");
            }
        }
        catch (RefusalException refusal)
        {
            Refusal = refusal.TextKey;
        }
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
