using Alentour.Community.People;
using Alentour.Foundation.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.Groups.Memberships;

/// <summary>
/// /groupes/{slug}/qui-je-vois: what it does and does not do, then one press, and two people no longer see each other. Whom it
/// is about is chosen by a press, so that neither address nor history holds it.
/// </summary>
[ForMembers]
public sealed class NoLongerSeeModel(Me me, MembershipStore memberships, Sight sight) : PageModel
{
    public OwnGroup Own { get; private set; } = null!;

    /// <summary>Somebody of the group, or who asks to join it.</summary>
    public GroupMember? Other { get; private set; }

    /// <summary>Whom one may choose: those of the group, and those who ask to join it.</summary>
    public IReadOnlyList<GroupMember> Choice { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await memberships.BySlugAsync(me, slug, stop) is not { } own)
            return NotFound();
        (Own, Choice) = (own, await memberships.OthersAsync(own, stop));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, [FromForm] Guid? personne, [FromForm] string? geste, CancellationToken stop)
    {
        if (await memberships.BySlugAsync(me, slug, stop) is not { } own)
            return NotFound();
        // Somebody who left meanwhile and somebody out of sight are answered alike.
        if ((await memberships.OthersAsync(own, stop)).FirstOrDefault(m => m.Handle == personne) is not { } seen)
            return this.SeeOther($"/groupes/{slug}/entre-nous");
        if (geste == "oui")
        {
            await sight.BlockAsync(me, seen.PersonId, seen.Name, stop);
            return this.SeeOther("/qui-je-vois?fait=oui");
        }
        (Own, Other) = (own, seen);
        return Page();
    }
}
