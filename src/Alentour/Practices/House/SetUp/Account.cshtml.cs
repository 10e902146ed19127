using Alentour.Community.People;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Alentour.Practices.House.SetUp;

/// <summary>/ouverture/compte: whoever sets up the house receives an account of their own, with the role and a card.</summary>
[ForAll]
public sealed class AccountModel(Coordinators coordinators, RoleHolders holders, Words words) : SetUpPage
{
    public string? Name { get; private set; }

    public bool IsShared { get; private set; } = true;

    public string Key { get; private set; } = RetriedActs.NewKey();

    /// <summary>Whether somebody coordinates already.</summary>
    public bool IsDone { get; private set; }

    /// <summary>The text key of what does not fit, or null.</summary>
    public string? Refusal { get; private set; }

    /// <summary>The words of the new card, once.</summary>
    public IReadOnlyList<string>? Card { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Step = SetUpSteps.Account;
        IsDone = (await holders.ForPublicAsync(stop)).Any(h => h.Role.Kind == RoleKind.Coordinator);
    }

    public async Task<IActionResult> OnPostAsync([FromForm] Form form, CancellationToken stop)
    {
        Step = SetUpSteps.Account;
        if (form.Geste == "passer")
        {
            await SetUp.PassAsync(Step, stop);
            return OnTo(SetUpSteps.Last);
        }
        (Name, IsShared, Key) = (form.Nom, form.Appareil != "mien", form.Cle ?? Key);
        try
        {
            var who = new NewCoordinator(form.Nom, words.Language.Code(), IsShared, form.Cle, words["setUp.account.decision"]);
            Card = await coordinators.OpenFirstAsync(HttpContext, who, (connection, transaction) => SetUpStore.StepAsync(connection, transaction, Step, isAnswered: true, stop), stop);
        }
        catch (RefusalException refusal)
        {
            (Refusal, Response.StatusCode) = (refusal.TextKey, StatusCodes.Status422UnprocessableEntity);
        }
        return Page();
    }

    /// <summary>The form as it is sent.</summary>
    public sealed record Form(string? Nom, string? Appareil, string? Cle, string? Geste);
}
