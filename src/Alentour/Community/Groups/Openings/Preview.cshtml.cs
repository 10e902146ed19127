using Alentour.Community.Groups.Sheets;
using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Texts;
using Alentour.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.Groups.Openings;

/// <summary>/groupes/{slug}/apercu: the page as the world will read it, for members alone.</summary>
[ForMembers]
public sealed class PreviewModel(Me me, GroupDesk desk, HouseClock clock, SiteFace site, PreviewWords words) : PageModel
{
    public GroupSheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await desk.OfAsync(me, slug, stop) is not { } written)
            return NotFound();
        Sheet = new GroupSheet(written.Shown, clock, site, words.Words, words.Texts);
        return Page();
    }
}

/// <summary>The words of a page, short and long.</summary>
public sealed record PreviewWords(Words Words, LongTexts Texts);
