using Alentour.Community.Organizations;
using Alentour.Foundation.Clock;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.People.Roles;

/// <summary>/roles: a coordinator names a role and the decision behind it, and receives a slip of three words to hand over.</summary>
[ForRole(RoleKind.Coordinator)]
public sealed class OfferRoleModel(RoleOffers offers, HouseClock clock, Words words) : PageModel
{
    const int LongestDecision = 200;

    public RoleKind? Kind { get; private set; }

    public string? Decision { get; private set; }

    /// <summary>The text keys of what is missing, by field.</summary>
    public IReadOnlyDictionary<string, string> Refusals { get; private set; } = new Dictionary<string, string>();

    /// <summary>The words of a slip just drawn, once.</summary>
    public IReadOnlyList<string>? Slip { get; private set; }

    public IReadOnlyList<RoleOffer> Waiting { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => Waiting = await offers.OpenAsync(stop);

    public async Task<IActionResult> OnPostAsync([FromForm] string? role, [FromForm] string? decision, [FromForm] string? reprendre, CancellationToken stop)
    {
        if (reprendre is not null)
        {
            await offers.TakeBackAsync(reprendre, stop);
            return this.SeeOther("/roles");
        }
        (Kind, Decision) = (Enum.TryParse<RoleKind>(role, out var kind) && Enum.IsDefined(kind) ? kind : null, decision?.Trim());
        Refusals = Missing();
        if (Refusals.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            Waiting = await offers.OpenAsync(stop);
        }
        else
        {
            Slip = await offers.DrawAsync(Kind!.Value, Decision!, stop);
        }
        return Page();
    }

    public string Until(RoleOffer offer) => DateWords.Date(WallClock.ToLocal(offer.RunsOutAt, clock.Zone).Day, words.Language);

    Dictionary<string, string> Missing()
    {
        var missing = new Dictionary<string, string>();
        if (Kind is null)
            missing["role"] = "roles.refusal.noRole";
        if (string.IsNullOrEmpty(Decision) || Decision.Length > LongestDecision || Decision.Any(char.IsControl))
            missing["decision"] = "roles.refusal.noDecision";
        return missing;
    }
}
