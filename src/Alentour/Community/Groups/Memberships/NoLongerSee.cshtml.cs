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
        var asking = (await memberships.RequestsAsync(own, stop)).Select(r => new GroupMember(r.PersonId, r.Handle, r.Name, r.QuiltSeed, null, r.Roles));
        (Own, Choice) = (own, [.. (await memberships.MembersAsync(own, stop)).Concat(asking).Where(m => m.PersonId != me.Id)]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, [FromForm] Guid? personne, [FromForm] string? geste, CancellationToken stop)
    {
        if (await memberships.BySlugAsync(me, slug, stop) is not { } own)
            return NotFound();
        // Somebody who left meanwhile and somebody out of sight are answered alike.
        if (personne is not { } handle || await memberships.SomebodyAsync(own, handle, stop) is not { } seen || seen.PersonId == me.Id)
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
