using Alentour.Community.People;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.Groups.Memberships;

/// <summary>/groupes/{slug}/rejoindre: under which name, and in, or asked.</summary>
[ForMembers]
public sealed class JoinModel(Me me, GroupStore groups, MembershipStore memberships) : PageModel
{
    public MutualAidGroup Group { get; private set; } = null!;

    public PublicGroup Shown { get; private set; } = null!;

    /// <summary>The slug of the group that was asked already, this one or another.</summary>
    public string? Asked { get; private set; }

    public string? NameHere { get; private set; }

    public string? Refusal { get; private set; }

    public string ChosenName => me.ChosenName;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (!await LookAsync(slug, stop))
            return NotFound();
        return await memberships.BySlugAsync(me, slug, stop) is null ? Page() : Redirect($"/groupes/{slug}/entre-nous");
    }

    public async Task<IActionResult> OnPostAsync(string slug, [FromForm] string? nom, [FromForm] string? geste, CancellationToken stop)
    {
        if (!await LookAsync(slug, stop))
            return NotFound();
        if (geste == "reprendre")
        {
            await memberships.TakeBackAsync(me, stop);
            return this.SeeOther($"/groupes/{slug}/rejoindre");
        }
        NameHere = nom;
        try
        {
            var nameHere = string.IsNullOrWhiteSpace(nom) ? null : Person.Name(nom);
            var joined = await memberships.JoinAsync(me, Group, nameHere == me.ChosenName ? null : nameHere, stop);
            return this.SeeOther(joined == Joined.In ? $"/groupes/{slug}/entre-nous" : $"/groupes/{slug}/rejoindre");
        }
        catch (RefusalException refusal)
        {
            Refusal = refusal.TextKey;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
    }

    async Task<bool> LookAsync(string slug, CancellationToken stop)
    {
        if (await groups.ForPublic().BySlugAsync(slug, stop) is not { } shown)
            return false;
        (Shown, Group, Asked) = (shown, shown.Group, await memberships.AskedAsync(me, stop));
        return true;
    }
}
