using Alentour.Community.Organizations;
using Alentour.Foundation.Places;
using Alentour.Foundation.Texts;
using Alentour.Practices.Finder.Listings;
using Alentour.Practices.Finder.Searches.Offers;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.Finder.Searches;

/// <summary>/groupes: the finder. Groups of the house first, then groups elsewhere, resources, and who helps with rights.</summary>
public sealed class FindGroupModel(FinderSearch search, PlaceFinder places, HouseStore houses, HouseClock clock, CardWords cards) : PageModel
{
    const int FewShown = 5;

    public FinderQuery Query { get; private set; } = new();

    public SoughtPlace Sought { get; private set; } = SoughtPlace.Anywhere;

    public FinderAnswer Answer { get; private set; } = new([], 0, false, 1);

    /// <summary>When nothing is found: who answers from anywhere in Quebec, then resources of the region.</summary>
    public IReadOnlyList<Found> FromAnywhere { get; private set; } = [];

    public IReadOnlyList<Found> OfRegion { get; private set; } = [];

    /// <summary>When nothing is found: when the door of the house opens; "" without a house.</summary>
    public string Opening { get; private set; } = "";

    public CardWords Cards => cards;

    /// <summary>What was chosen, each with the way to take it back.</summary>
    public IReadOnlyList<ChoiceMade> Choices { get; private set; } = [];

    /// <summary>When nothing is found and one word is a letter away from one that we know.</summary>
    public (string Said, FinderQuery Query)? Close { get; private set; }

    /// <summary>When nothing is found: what less of the search finds.</summary>
    public IReadOnlyList<Wider> Wider { get; private set; } = [];

    /// <summary>Whether what was typed may say that it presses.</summary>
    public bool IsPressing => PressingWords.AreIn(Query.Typed);

    public async Task OnGetAsync(CancellationToken stop)
    {
        Query = FinderQuery.Read(name => [.. Request.Query[name]]);
        Sought = await places.FindAsync(Query, stop);
        Answer = await search.FindAsync(Query, Sought, stop);
        Choices = [.. ChoicesMade.Of(Query, Sought, cards.Words)];
        if (Answer.Count > 0)
            return;
        Close = await search.CloseAsync(Query, Sought, stop);
        Wider = await new WiderSearch(search).FindAsync(Query, Sought, stop);
        FromAnywhere = await search.FromAnywhereAsync(FewShown, stop);
        OfRegion = await search.ResourcesOfAsync(Sought.RegionCode, FewShown, stop);
        if (await houses.ForPublicAsync(stop) is { } house)
            Opening = OpeningWords.Say(house.OpeningHours, clock.Now, cards.Words);
    }

    /// <summary>Whether the page holds several kinds, or others than groups: then each stands under its name.</summary>
    public bool HasSections => Query.Wanted is Wanted.All or Wanted.Groups && Answer.Results.Any(f => f.Card.Kind != EntryKind.HouseGroup);

    /// <summary>How many, and where.</summary>
    public string Heading
    {
        get
        {
            var words = cards.Words;
            var count = CountOf(Answer);
            return Sought switch
            {
                { Centre.Name: { } town } => words["finder.foundNear", ("found", count), ("place", town), ("km", Query.Radius)],
                { Centre: not null } => words["finder.foundHere", ("found", count), ("km", Query.Radius)],
                { Region: { } region } => words["finder.foundIn", ("found", count), ("place", words.Of(region.Name))],
                _ => count,
            };
        }
    }

    public string CountOf(FinderAnswer answer) =>
        answer.IsMore ? cards.Words["finder.foundMany", ("count", FinderQuery.Most)] : cards.Words.Count("finder.found", answer.Count);

    /// <summary>The same search with another town.</summary>
    public string With(Town town) => (Query with { Place = town.Name, Region = town.RegionCode, Here = null }).Address("/groupes");

    public string NameOf(Town town) =>
        cards.Words["finder.townIn", ("town", town.Name), ("region", cards.Words.Of(Quebec.Table.RegionOf(town.RegionCode)?.Name ?? Bilingual.Empty))];
}
