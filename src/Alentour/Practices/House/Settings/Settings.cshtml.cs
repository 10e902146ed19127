using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Texts;
using Alentour.Practices.House.Questions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.House.Settings;

/// <summary>/reglages: what the house chose, each answer with its page, and the number of members from five up.</summary>
[ForRole(RoleKind.Coordinator)]
public sealed class SettingsModel(HouseQuestions questions, HouseStore houses, HouseJournal journal, RoleHolders holders, Words words) : PageModel
{
    /// <summary>Each question with its answer ("" for none), and whether members have decided it.</summary>
    public IReadOnlyList<(Question Question, string Answer, bool IsDecided)> Answers { get; private set; } = [];

    /// <summary>Null for fewer than five.</summary>
    public long? Members { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await houses.ForPublicAsync(stop) is not { } house)
            return NotFound();
        var decided = StandingChoice.Of(await journal.ForPublicAsync(stop)).Where(c => c.Decided is not null).Select(c => c.Topic).ToHashSet();
        Answers = [.. questions.All.Select(q => (q, q.SayTo(house, words), decided.Contains(q.Topic)))];
        Members = await holders.NumberOfMembersAsync(stop);
        return Page();
    }
}
