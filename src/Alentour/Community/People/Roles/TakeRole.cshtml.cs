using Alentour.Community.People.Cards;
using Alentour.Foundation.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.People.Roles;

/// <summary>/roles/accepter: three words show a role that is offered; a second press takes it.</summary>
[ForMembers]
public sealed class TakeRoleModel(Me me, RoleOffers offers, Tries tries) : PageModel
{
    public string? Words { get; private set; }

    /// <summary>What the words offer, to be said yes or no to.</summary>
    public RoleOffer? Offer { get; private set; }

    /// <summary>The text key of what did not work, or null.</summary>
    public string? Refusal { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync([FromForm] string? mots, [FromForm] string? oui, CancellationToken stop)
    {
        Words = mots;
        // By account, not by address: whoever guesses is somebody here.
        if (tries.MustWait(me.Id.ToString()))
            return Refuse("enter.refusal.wait", StatusCodes.Status429TooManyRequests);
        if (CardWords.Understand(mots, CardWords.OnASlip) is not { } words || await offers.FindAsync(words, stop) is not { } offer)
        {
            tries.WasWrong(me.Id.ToString());
            return Refuse("roles.refusal.unknown", StatusCodes.Status422UnprocessableEntity);
        }
        if (oui is null)
        {
            Offer = offer;
            return Page();
        }
        if (!await offers.TakeAsync(me.Id, offer, stop))
            return Refuse("roles.refusal.unknown", StatusCodes.Status422UnprocessableEntity);
        return this.SeeOther("/mes-roles");
    }

    PageResult Refuse(string key, int status)
    {
        (Refusal, Response.StatusCode) = (key, status);
        return Page();
    }
}
