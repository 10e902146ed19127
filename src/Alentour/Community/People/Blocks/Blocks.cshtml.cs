using Alentour.Foundation.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.People.Blocks;

/// <summary>/qui-je-vois: those one no longer sees, by the name one knew, each taken back in one press. Neither title nor address says what it is: a shared phone keeps both.</summary>
[ForMembers]
public sealed class BlocksModel(Me me, Sight sight) : PageModel
{
    public IReadOnlyList<Block> Blocks { get; private set; } = [];

    /// <summary>The text key of what was done, or null.</summary>
    public string? Done { get; private set; }

    public async Task OnGetAsync(string? fait, CancellationToken stop)
    {
        Done = fait switch { "oui" => "blocks.done", "repris" => "blocks.undone", _ => null };
        Blocks = await sight.OfAsync(me, stop);
    }

    public async Task<IActionResult> OnPostAsync([FromForm] Guid? personne, CancellationToken stop)
    {
        if (personne is { } other)
            await sight.TakeBackAsync(me, other, stop);
        return this.SeeOther(personne is null ? "/qui-je-vois" : "/qui-je-vois?fait=repris");
    }
}
