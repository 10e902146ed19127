using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Texts;
using Alentour.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Alentour.Practices.House.SetUp;

/// <summary>/ouverture/lignes: the crisis lines that stand on /aide already, each with whether anybody has checked it. Nothing is asked here.</summary>
[ForAll]
public sealed class LinesModel(IEnumerable<IUrgentWords> urgent, HouseClock clock, Words words) : SetUpPage
{
    public IReadOnlyList<ShownLine> Lines => [.. urgent.SelectMany(u => u.All(words.Language, clock.Now.Day))];

    public void OnGet() => Step = SetUpSteps.Lines;

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await SetUp.PassAsync(SetUpSteps.Lines, stop);
        return OnTo(Steps.After(SetUpSteps.Lines));
    }
}
