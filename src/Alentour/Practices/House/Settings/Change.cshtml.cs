using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Texts;
using Alentour.Practices.House.Questions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.House.Settings;

/// <summary>/reglages/heures and the like: the pages of the set-up, afterwards.</summary>
[ForRole(RoleKind.Coordinator)]
public sealed class ChangeModel(HouseQuestions questions, SettingsActs acts, HouseStore houses, Words words) : PageModel
{
    public Question Question { get; private set; } = null!;

    public Sheet Sheet { get; private set; } = null!;

    /// <summary>What the answer was when this form was shown.</summary>
    public string Seen { get; private set; } = "";

    /// <summary>The text key of why nothing was kept, or null.</summary>
    public string? Refusal { get; private set; }

    /// <summary>The answer in force, beside what was typed, when somebody else changed it meanwhile.</summary>
    public string Standing { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string question, CancellationToken stop)
    {
        if (questions.At(question) is not { } found || await houses.ForPublicAsync(stop) is not { } house)
            return NotFound();
        (Question, Sheet, Seen) = (found, found.Of(house, words.Language), acts.Seen(found, house));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string question, [FromForm] string? vu, CancellationToken stop)
    {
        if (questions.At(question) is not { } found || await houses.ForPublicAsync(stop) is null)
            return NotFound();
        (Question, Sheet, Seen) = (found, new Sheet(field => Request.Form[field]), vu ?? "");
        try
        {
            if (await acts.ChangeAsync(found, Sheet, vu, stop))
            {
                return this.SeeOther("/reglages");
            }
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
        catch (RefusalException refusal)
        {
            var house = await houses.ForPublicAsync(stop);
            (Refusal, Standing, Seen) = (refusal.TextKey, found.SayTo(house!, words), acts.Seen(found, house!));
            Response.StatusCode = StatusCodes.Status409Conflict;
        }
        return Page();
    }
}
