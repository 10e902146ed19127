using System.Net;
using Alentour.Foundation.Running;
using Alentour.Foundation.Texts;
using Alentour.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.Groups.Posters;

/// <summary>/groupes/{slug}/affiche: one letter page with tear-off strips, for a wall without Internet.</summary>
public sealed class PosterModel(GroupStore groups, SiteFace site, Settings settings, IEnumerable<IUrgentWords> urgent, Words words) : PageModel
{
    // One line of a strip, and what a hand copies without a slip.
    const int LongestCopied = 44;

    /// <summary>As many as fit across a letter page, wide enough for the day, the place, a phone number and an address.</summary>
    public int Strips => 6;

    public PublicGroup Shown { get; private set; } = null!;

    public string? Phone => site.Now.Phone;

    public string Place => Shown.Group.IsOnlyFromAfar ? words[$"afar.place.{Shown.Group.Afar}"] : Shown.Group.PublicPlace;

    public string Rhythm => string.Join("; ", Shown.Series.Select(s => RhythmWords.Say(s, words)));

    /// <summary>The first crisis lines, in one sentence: paper has no link.</summary>
    public string Urgent => string.Join(' ', urgent.Select(u => u.OnPaper(words.Language)));

    /// <summary>
    /// What people copy by hand, without its scheme: the page of the group, the list of groups where that is too long to copy;
    /// null where no address is known that leads here from elsewhere.
    /// </summary>
    public string? Address => Host is not { } host ? null
        : $"{host}/groupes/{Shown.Group.Slug}" is { Length: <= LongestCopied } whole ? whole : $"{host}/groupes";

    string? Host => settings.PublicAddress?.Authority ?? (IsThisMachine(Request.Host.Host) ? null : Request.Host.Value);

    static bool IsThisMachine(string host) => host is "localhost" or "0.0.0.0" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await groups.ForPublic().BySlugAsync(slug, stop) is not { } shown)
            return NotFound();
        Shown = shown;
        return Page();
    }
}
