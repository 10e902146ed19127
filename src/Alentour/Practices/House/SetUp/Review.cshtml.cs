using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Texts;
using Alentour.Practices.House.Questions;
using Microsoft.AspNetCore.Mvc;

namespace Alentour.Practices.House.SetUp;

/// <summary>/ouverture/fin: a last look, and the house opens.</summary>
[ForAll]
public sealed class ReviewModel(HouseQuestions questions, HouseStore houses, RoleHolders holders, SetUpActs acts, Words words) : SetUpPage
{
    /// <summary>Each question with its answer; null where it was passed.</summary>
    public IReadOnlyList<(Question Question, string? Answer)> Answers { get; private set; } = [];

    public bool HasCoordinator { get; private set; }

    public string? Refusal { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Step = SetUpSteps.Last;
        var (house, behind) = (await houses.BeingPreparedAsync(stop), await SetUp.StepsAsync(stop));
        Answers = [.. from question in questions.All
                      where question.IsForSetUp
                      let said = house is not null && behind.GetValueOrDefault(question.Path) ? question.SayTo(house, words) : ""
                      select (question, said.Length > 0 ? said : null)];
        HasCoordinator = (await holders.ForPublicAsync(stop)).Any(h => h.Role.Kind == RoleKind.Coordinator);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        try
        {
            if (!await acts.OpenAsync(stop))
                return To("/maison");
            SetUpStore.Cookie.Drop(Response);
            HttpContext.RequestServices.GetRequiredService<SetUpCodeFile>().Remove();
            return To("/reglages/debut");
        }
        catch (RefusalException refusal)
        {
            await OnGetAsync(stop);
            (Refusal, Response.StatusCode) = (refusal.TextKey, StatusCodes.Status422UnprocessableEntity);
            return Page();
        }
    }
}
