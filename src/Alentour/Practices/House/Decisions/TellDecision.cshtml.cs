using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.House.Decisions;

/// <summary>/maison/decisions/dire: a member who was there tells what was decided: which choice, in what words, when, where, how many were present.</summary>
[ForMembers]
public sealed class TellDecisionModel(Me me, DecisionStore decisions, HouseClock clock) : PageModel
{
    public ToldDecision Told { get; private set; } = new(null, null, null, null, null);

    public string Key { get; private set; } = RetriedActs.NewKey();

    /// <summary>The text keys of what does not fit, by field; "" for all of it.</summary>
    public Dictionary<string, string> Refusals { get; } = [];

    public IActionResult OnGet(string? choix)
    {
        Told = Told with { Topic = choix };
        return me.WhyNotSpeak(clock.Now.Day) is not null ? Redirect("/maison/decisions") : Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] Form form, CancellationToken stop)
    {
        (Told, Key) = (new ToldDecision(form.Choix, form.Mots, form.Jour, form.Lieu, form.Presents), form.Cle ?? Key);
        try
        {
            if (Told.Understand(clock.Now.Day, Refusals) is var (topic, told))
            {
                await decisions.TellAsync(me, topic, told, form.Cle, stop);
                return this.SeeOther("/maison/decisions");
            }
        }
        catch (RefusalException refusal)
        {
            Refusals[""] = refusal.TextKey;
        }
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>The form as it is sent.</summary>
    public sealed record Form(string? Choix, string? Mots, string? Jour, string? Lieu, string? Presents, string? Cle);
}
