using Alentour.Community.People.Sessions;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.People.Records;

/// <summary>/mes-donnees: what is kept, until when; take it away, or erase it.</summary>
[ForMembers]
public sealed class RecordsModel(Me me, OwnRecords records, ConsentLog log, Words words) : PageModel
{
    public IReadOnlyList<KeptKind> Kinds => records.Kinds;

    public IReadOnlyList<GivenConsent> Consents { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => Consents = await log.OfAsync(me.Id, stop);

    public string Days(GivenConsent consent) => consent.WithdrawnOn is { } back
        ? words["records.withdrawn", ("day", Day(consent.GivenOn)), ("back", Day(back))] : words["records.given", ("day", Day(consent.GivenOn))];

    string Day(DateOnly day) => DateWords.Date(day, words.Language);
}

/// <summary>/mes-donnees/effacer: what erasing does, one yes, and it is done.</summary>
[ForMembers]
public sealed class EraseModel(Me me, OwnRecords records) : PageModel
{
    public bool LacksYes { get; private set; }

    public bool HoldsRole => me.HoldsAny;

    /// <summary>Groups that close with them, by name.</summary>
    public IReadOnlyList<string> Closing { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => Closing = await records.EndsWithAsync(me.Id, stop);

    public async Task<IActionResult> OnPostAsync([FromForm] bool oui, CancellationToken stop)
    {
        if (!oui)
        {
            LacksYes = true;
            await OnGetAsync(stop);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        await records.EraseAsync(me.Id, stop);
        GoingOut.Forget(Response);
        return this.SeeOther("/c-est-efface");
    }
}

/// <summary>/c-est-efface: the last page somebody sees; it is the same for everybody.</summary>
[Foundation.Web.WithoutStore]
public sealed class ErasedModel : PageModel;
