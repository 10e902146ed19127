using Alentour.Community.People;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.Groups.Openings;

/// <summary>/groupes/ouvrir: a name, and a draft is there for its first member. Whoever holds a role is told how to lay it down.</summary>
[ForMembers]
public sealed class OpenGroupModel(Me me, GroupPages pages, Words words) : PageModel
{
    public bool HoldsRole => me.HoldsAny;

    public Sheet Sheet { get; private set; } = new(_ => null);

    public string Key { get; private set; } = RetriedActs.NewKey();

    public async Task<IActionResult> OnPostAsync([FromForm] string? nom, [FromForm] string? cle, CancellationToken stop)
    {
        (Sheet, Key) = (new Sheet(field => field == "nom" ? nom : null), cle ?? Key);
        if (HoldsRole)
            return Refuse(StatusCodes.Status403Forbidden);
        if (Sheet.Text("nom", 80) is not { } name)
            Sheet.Refuse("nom", "page.refusal.name");
        else if (Sheet.IsSound)
            return await OpenAsync(name, stop);
        return Refuse(StatusCodes.Status422UnprocessableEntity);
    }

    async Task<IActionResult> OpenAsync(string name, CancellationToken stop)
    {
        try
        {
            return this.SeeOther($"/groupes/{await pages.OpenAsync(me, name, words, Key, stop)}/page");
        }
        catch (RefusalException refusal)
        {
            Sheet.Refuse("nom", refusal.TextKey);
            return Refuse(StatusCodes.Status403Forbidden);
        }
    }

    PageResult Refuse(int status)
    {
        Response.StatusCode = status;
        return Page();
    }
}
