using Alentour.Community.Groups.Openings;
using Alentour.Community.People;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.Groups.Agreements;

/// <summary>/groupes/{slug}/accords: what the group gave itself, all versions, and the next one.</summary>
[ForMembers]
public sealed class AdoptModel(Me me, GroupDesk desk, AgreementStore agreements, Words words) : PageModel
{
    public WrittenGroup Written { get; private set; } = null!;

    public IReadOnlyList<GroupAgreement> Versions { get; private set; } = [];

    public Sheet Sheet { get; private set; } = null!;

    public int Seen { get; private set; }

    public string? Refusal { get; private set; }

    public string Date(DateOnly day) => DateWords.Date(day, words.Language);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (!await LookAsync(slug, stop))
            return NotFound();
        Sheet = new Sheet(field => field == "articles" && Versions.Count > 0 ? string.Join('\n', Versions[0].Articles) : null);
        Refusal = me.HoldsAny ? "pen.refusal.role" : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, [FromForm] string? articles, [FromForm] string? maniere, [FromForm] int vu, CancellationToken stop)
    {
        if (!await LookAsync(slug, stop))
            return NotFound();
        Sheet = new Sheet(field => field == "articles" ? articles : maniere);
        var (lines, method) = (Sheet.Lines("articles"), Sheet.Text("maniere", 400));
        if (lines is null)
            Sheet.Refuse("articles", "agreements.refusal.none");
        if (method is null)
            Sheet.Refuse("maniere", "agreements.refusal.method");
        try
        {
            if (Sheet.IsSound)
            {
                await agreements.AdoptAsync(Written.Own, vu, method!, lines!, stop);
                await desk.TellAsync(stop);
                return this.SeeOther($"/groupes/{slug}/page");
            }
        }
        catch (RefusalException refusal)
        {
            await LookAsync(slug, stop);
            Refusal = refusal.TextKey;
        }
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    async Task<bool> LookAsync(string slug, CancellationToken stop)
    {
        if (await desk.OfAsync(me, slug, stop) is not { } written)
            return false;
        (Written, Versions) = (written, await agreements.OfAsync(written.Own, stop));
        Seen = Versions.Count == 0 ? 0 : Versions[0].Number;
        return true;
    }
}
