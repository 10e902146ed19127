using Alentour.Community.Groups;
using Alentour.Community.Organizations;
using Alentour.Foundation.Texts;
using Alentour.Practices.Finder.Searches;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.Finder.Listings;

/// <summary>/droits: who can help with rights, and the groups that watch over them together (seed 004: one of the three forms of mutual aid).</summary>
public sealed class RightsModel(FinderSearch search, GroupStore groups, HouseClock clock, Words words) : PageModel
{
    const string PathSlug = "porter-plainte";

    /// <summary>The sheet of which the page tells the steps (domain.md 2.12); null when the list does not hold it.</summary>
    public Found? Path { get; private set; }

    public IReadOnlyList<Found> Bodies { get; private set; } = [];

    public IReadOnlyList<MutualAidGroup> Groups { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var found = (await search.FindAsync(new FinderQuery { Wanted = Wanted.Rights }, SoughtPlace.Anywhere, stop)).Results;
        Path = found.FirstOrDefault(f => f.Card.Slug == PathSlug);
        Bodies = [.. found.Where(f => f != Path)];
        Groups = [.. (await groups.ForPublic().AllAsync(stop)).Select(g => g.Group).Where(g => g.Forms.Contains(AidForm.Rights))];
    }

    public string Verified(Found found) => VerifiedWords.Say(found.Card.VerifiedOn, found.Card.ReceivedOn, clock.Now.Day, words, found.Card.WrittenOn);
}
