using Alentour.Community.Organizations;
using Alentour.Foundation.Texts;
using Alentour.Foundation.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.Finder.Searches;

/// <summary>/groupes/garder: one page of results that stays true for days, for « Garder ces groupes ici » to put on the device.</summary>
public sealed class KeepGroupsModel(FinderSearch search, PlaceFinder places, HouseClock clock, CardWords cards, SiteFace site) : PageModel
{
    public FinderAnswer Answer { get; private set; } = new([], 0, false, 1);

    public CardWords Cards => cards;

    public string KeptOn => DateWords.Date(clock.Now.Day, cards.Words.Language);

    public string HouseName => site.Now.Name;

    /// <summary>Of the house; null without one.</summary>
    public string? Phone => site.Now.Phone;

    public async Task OnGetAsync(CancellationToken stop)
    {
        var query = FinderQuery.Read(name => [.. Request.Query[name]]);
        Answer = await search.FindAsync(query, await places.FindAsync(query, stop), stop);
    }
}
