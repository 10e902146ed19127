using Alentour.Community.Organizations;
using Alentour.Foundation.Places;
using Alentour.Foundation.Texts;
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

    /// <summary>Whether a choice of the folded part of the form is in force.</summary>
    public bool HasMoreChoices => Query.Wanted != Wanted.All || Query.Region is not null || Query.Ways != 0 || Query.IsMixed || Query.IsEvening
        || Query.Tongue is not null || Query.Access != 0 || Query.Radius != FinderQuery.DefaultRadius;

    public async Task OnGetAsync(CancellationToken stop)
    {
        Query = FinderQuery.Read(name => [.. Request.Query[name]]);
        Sought = await places.FindAsync(Query, stop);
        Answer = await search.FindAsync(Query, Sought, stop);
        if (Answer.Count > 0)
            return;
        FromAnywhere = await search.FromAnywhereAsync(FewShown, stop);
        OfRegion = await search.ResourcesOfAsync(Sought.RegionCode, FewShown, stop);
        if (await houses.ForPublicAsync(stop) is { } house)
            Opening = OpeningWords.Say(house.OpeningHours, clock.Now, cards.Words);
    }

    /// <summary>How many, and where.</summary>
    public string Heading
    {
        get
        {
            var words = cards.Words;
            var count = Answer.IsMore ? words["finder.foundMany", ("count", FinderQuery.Most)] : words.Count("finder.found", Answer.Count);
            return Sought switch
            {
                { Centre.Name: { } town } => words["finder.foundNear", ("found", count), ("place", town), ("km", Query.Radius)],
                { Centre: not null } => words["finder.foundHere", ("found", count), ("km", Query.Radius)],
                { Region: { } region } => words["finder.foundIn", ("found", count), ("place", words.Of(region.Name))],
                _ => count,
            };
        }
    }

    /// <summary>The same search with another town.</summary>
    public string With(Town town) => (Query with { Place = town.Name, Region = town.RegionCode, Here = null }).Address("/groupes");

    public string NameOf(Town town) =>
        cards.Words["finder.townIn", ("town", town.Name), ("region", cards.Words.Of(Quebec.Table.RegionOf(town.RegionCode)?.Name ?? Bilingual.Empty))];
}
