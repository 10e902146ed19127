using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Texts;
using Alentour.Practices.House.Journal;
using Alentour.Practices.House.Questions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.House.Settings;

/// <summary>/reglages: what the house chose, each answer with its page, and the number of members from five up.</summary>
[ForRole(RoleKind.Coordinator)]
public sealed class SettingsModel(HouseQuestions questions, HouseStore houses, HouseMarks marks, RoleHolders holders, TextCatalogue catalogue) : PageModel
{
    /// <summary>Each question with its answer in both languages, and where it stands with the members; null while nothing was chosen.</summary>
    public IReadOnlyList<(Question Question, Bilingual Answer, MarkedChoice? Choice)> Answers { get; private set; } = [];

    /// <summary>Null for fewer than five.</summary>
    public long? Members { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await houses.ForPublicAsync(stop) is not { } house)
            return NotFound();
        var choices = (await marks.ForPublicAsync(stop)).Choices;
        Answers = [.. questions.All.Select(q => (q, q.SayBoth(house, catalogue), choices.FirstOrDefault(c => c.Choice.Topic == q.Topic)))];
        Members = await holders.NumberOfMembersAsync(stop);
        return Page();
    }
}
