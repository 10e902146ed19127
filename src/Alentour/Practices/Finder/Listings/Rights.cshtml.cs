using Alentour.Practices.Finder.Searches;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.Finder.Listings;

/// <summary>/droits: who helps people have their rights respected.</summary>
public sealed class RightsModel(FinderSearch search, CardWords cards) : PageModel
{
    public IReadOnlyList<Found> Bodies { get; private set; } = [];

    public CardWords Cards => cards;

    public async Task OnGetAsync(CancellationToken stop) =>
        Bodies = (await search.FindAsync(new FinderQuery { Wanted = Wanted.Rights }, SoughtPlace.Anywhere, stop)).Results;
}
