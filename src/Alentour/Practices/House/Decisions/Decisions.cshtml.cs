using Alentour.Community.People;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.House.Decisions;

/// <summary>/maison/decisions: what members say they decided on a choice of the house, waiting for two others; nobody reads who told it.</summary>
[ForMembers]
public sealed class DecisionsModel(Me me, DecisionStore decisions, Words words) : PageModel
{
    public IReadOnlyList<HouseDecision> Waiting { get; private set; } = [];

    public bool HoldsRole => me.HoldsAny;

    public string Meeting(HouseDecision decision) =>
        words.Count("journal.meeting", decision.Told.Present, ("date", DateWords.Date(decision.Told.On, words.Language)), ("place", decision.Told.Where));

    public async Task OnGetAsync(CancellationToken stop) => Waiting = await decisions.ForMemberAsync(me, stop);

    public async Task<IActionResult> OnPostAsync([FromForm] string? geste, [FromForm] Guid? decision, CancellationToken stop)
    {
        try
        {
            if (decision is { } confirmed && geste == "confirmer")
                await decisions.ConfirmAsync(me, confirmed, stop);
            if (decision is { } taken && geste == "reprendre")
                await decisions.TakeBackAsync(me, taken, stop);
        }
        catch (RefusalException)
        {
            // The page itself says that whoever holds a role does not confirm.
            await OnGetAsync(stop);
            Response.StatusCode = StatusCodes.Status403Forbidden;
            return Page();
        }
        return this.SeeOther("/maison/decisions");
    }
}
