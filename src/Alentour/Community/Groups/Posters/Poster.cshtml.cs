using Alentour.Foundation.Running;
using Alentour.Foundation.Texts;
using Alentour.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.Groups.Posters;

/// <summary>/groupes/{slug}/affiche: one letter page with tear-off strips, for a wall without Internet.</summary>
public sealed class PosterModel(GroupStore groups, SiteFace site, Settings settings, IEnumerable<IUrgentWords> urgent, Words words) : PageModel
{
    /// <summary>As many as fit across a letter page, wide enough for a phone number.</summary>
    public int Strips => 8;

    public PublicGroup Shown { get; private set; } = null!;

    public string? Phone => site.Now.Phone;

    public string Rhythm => string.Join("; ", Shown.Series.Select(s => RhythmWords.Say(s, words)));

    /// <summary>The first crisis lines, in one sentence: paper has no link.</summary>
    public string Urgent => string.Join(' ', urgent.Select(u => u.OnPaper(words.Language)));

    /// <summary>The address of the group without its scheme: what people copy by hand.</summary>
    public string Address => $"{settings.PublicAddress?.Authority ?? Request.Host.Value}/groupes/{Shown.Group.Slug}";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await groups.ForPublic().BySlugAsync(slug, stop) is not { } shown)
            return NotFound();
        Shown = shown;
        return Page();
    }
}
