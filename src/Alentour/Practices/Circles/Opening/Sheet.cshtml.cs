using Alentour.Community.Groups;
using Alentour.Community.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.Circles.Opening;

/// <summary>/groupes/{slug}/cercle/feuille: the circle on paper, for a basement without network: steps, agreements, seats to fill by hand.</summary>
[ForMembers]
public sealed class SheetModel(Me me, Gatherings gatherings, WaysStore ways, OpeningWords say) : PageModel
{
    public const int Seats = 12;

    public MemberThere There { get; private set; } = null!;

    public CircleWays Ways { get; private set; } = CircleWays.Usual;

    public OpeningWords Say => say;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await gatherings.ForMemberAsync(me, slug, stop) is not { } there)
            return NotFound();
        (There, Ways) = (there, await ways.OfAsync(there.Group, stop));
        return Page();
    }
}
