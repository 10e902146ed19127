using Alentour.Community.People;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Texts;
using Alentour.Practices.Circles.Arriving;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.Circles.Tablets;

/// <summary>/cercles/tablette: the meeting's four words make of any screen the tablet of the room, without an account.</summary>
[ForAll]
public sealed class TabletModel(Me me, ArrivalDesk desk) : PageModel
{
    public string? Refusal { get; private set; }

    public string? Typed { get; private set; }

    public async Task<IActionResult> OnPostAsync([FromForm] string? mots, CancellationToken stop)
    {
        try
        {
            return this.SeeOther($"/cercles/{await desk.OpenTabletAsync(HttpContext, me, mots, stop)}");
        }
        catch (RefusalException refusal)
        {
            (Refusal, Typed, Response.StatusCode) = (refusal.TextKey, mots, StatusCodes.Status422UnprocessableEntity);
            return Page();
        }
    }
}
