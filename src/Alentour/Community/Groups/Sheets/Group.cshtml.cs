using Alentour.Community.Organizations;
using Alentour.Foundation.Texts;
using Alentour.Foundation.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.Groups.Sheets;

/// <summary>/groupes/{slug}: what a group is, in its members' words, and when it meets.</summary>
public sealed class GroupModel(GroupStore groups, HouseClock clock, SiteFace site, Words words, LongTexts texts) : PageModel
{
    public PublicGroup Shown => Sheet.Shown;

    public GroupSheet Sheet { get; private set; } = null!;

    public HtmlString LinkedData => new(GroupLinkedData.Write(Shown, Sheet.Coming, clock.Zone, $"{Request.Scheme}://{Request.Host}"));

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await groups.ForPublic().BySlugAsync(slug, stop) is not { } shown)
            return NotFound();
        Sheet = new GroupSheet(shown, clock, site, words, texts);
        return Page();
    }
}
