using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Texts;
using Alentour.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.CrisisHelp.Lines;

/// <summary>/reglages/lignes/fiche adds a local line; with its key after it, edits or withdraws one.</summary>
[ForRole(RoleKind.Coordinator)]
public sealed class EditLineModel(LineStore lines, KeepLines keep, LineFields fields, HouseClock clock, SiteFace site) : PageModel
{
    /// <summary>Null for one to be added.</summary>
    public KeptLine? Line { get; private set; }

    public Sheet Sheet { get; private set; } = null!;

    public int Seen { get; private set; }

    public string? Refusal { get; private set; }

    public string Action => "/reglages/lignes/fiche" + (Line is null ? "" : "/" + Line.Key);

    public async Task<IActionResult> OnGetAsync(string? key, CancellationToken stop)
    {
        if (!await FindAsync(key, stop))
            return NotFound();
        Sheet = fields.Of(Line?.Line);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? key, [FromForm] string? geste, [FromForm] int vu, CancellationToken stop)
    {
        if (!await FindAsync(key, stop))
            return NotFound();
        Sheet = geste == "retirer" ? fields.Of(Line?.Line) : new Sheet(field => Request.Form[field]);
        try
        {
            if (geste == "retirer" && Line is not null)
            {
                await keep.SetWithdrawnAsync(Line.Key, true, clock.Now.Day, stop);
                return To("retiree", Line.Key);
            }
            var answered = fields.Answer(Line?.Line, Sheet, clock.Now.Day, site.Now.Name);
            if (!Sheet.IsSound)
                return Again(StatusCodes.Status422UnprocessableEntity, vu);
            if (Line is null)
                return To("ajoutee", await keep.AddAsync(answered, clock.Now.Day, stop));
            await keep.EditAsync(Line.Key, vu, answered, clock.Now.Day, stop);
            return To("gardee", Line.Key);
        }
        catch (RefusalException refusal)
        {
            Refusal = refusal.TextKey;
            await FindAsync(key, stop);
            return Again(StatusCodes.Status409Conflict, Seen);
        }
    }

    async Task<bool> FindAsync(string? key, CancellationToken stop)
    {
        if (key is null)
            return true;
        Line = (await lines.AllAsync(stop)).FirstOrDefault(l => l.Key == key);
        Seen = Line?.Version ?? 0;
        return Line is not null;
    }

    PageResult Again(int status, int seen)
    {
        (Response.StatusCode, Seen) = (status, seen);
        return Page();
    }

    StatusCodeResult To(string done, string key)
    {
        return this.SeeOther($"/reglages/lignes?fait={done}&ligne={key}");
    }
}
