using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.House.Decisions;

/// <summary>/maison/decisions: what members say they decided on a choice of the house, waiting for two others; and what the journal says they decided, which a member may contest. Nobody reads who told it.</summary>
[ForMembers]
public sealed class DecisionsModel(Me me, DecisionStore decisions, ContestStore contests, HouseClock clock, Words words) : PageModel
{
    public IReadOnlyList<HouseDecision> Waiting { get; private set; } = [];

    public IReadOnlyList<StandingDecision> Standing { get; private set; } = [];

    /// <summary>The text key of why this person only reads here, or null.</summary>
    public string? WhyNot => me.WhyNotSpeak(clock.Now.Day);

    public string Meeting(RecordedDecision told) =>
        words.Count("journal.meeting", told.Present, ("date", DateWords.Date(told.On, words.Language)), ("place", told.Where));

    public async Task OnGetAsync(CancellationToken stop) =>
        (Waiting, Standing) = (await decisions.ForMemberAsync(me, stop), await contests.ForMemberAsync(me, stop));

    public async Task<IActionResult> OnPostAsync([FromForm] string? geste, [FromForm] Guid? decision, CancellationToken stop)
    {
        try
        {
            await (decision is not { } id ? Task.CompletedTask : geste switch
            {
                "confirmer" => decisions.ConfirmAsync(me, id, stop),
                "reprendre" => decisions.TakeBackAsync(me, id, stop),
                "contester" => contests.ContestAsync(me, id, stop),
                "ne-plus-contester" => contests.TakeBackAsync(me, id, stop),
                _ => Task.CompletedTask,
            });
        }
        catch (RefusalException)
        {
            // The page itself says why whoever looks does not speak here.
            await OnGetAsync(stop);
            Response.StatusCode = StatusCodes.Status403Forbidden;
            return Page();
        }
        return this.SeeOther("/maison/decisions");
    }
}
