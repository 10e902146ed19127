using Alentour.Foundation.Places;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Practices.Finder.Listings;

/// <summary>The real resources that the seeds name (Content/outside.json): the same in demonstrations and in live houses.</summary>
public static class SeedEntries
{
    public static IReadOnlyList<OfferedEntry> Read() =>
        [.. Demonstration.Read<List<Seed>>("Practices.Finder.Content.outside.json").Select(s => s.Offer())];

    public static ListedSource Source(DateOnly readOn) =>
        new(ListedSource.Seeds, new Bilingual("Documents fondateurs de la maison", "Founding documents of the house"), null, readOn);

    /// <summary>One item of the file, in its own words.</summary>
    sealed record Seed(
        string Slug, EntryKind Kind, Bilingual Name, Bilingual? Summary, Bilingual? ForWhom, Bilingual? When, Bilingual? WhoRuns, Bilingual? Training, IReadOnlyList<Ways> How,
        Bilingual? Area, IReadOnlyList<string> Regions, string? Town, IReadOnlyList<string> Languages, string? Web, string? Cost, Stewardship? Stewardship,
        Bilingual Source, DateOnly FoundOn, DateOnly? VerifiedOn, BilingualList? Themes)
    {
        public OfferedEntry Offer()
        {
            var ways = How.Aggregate(Ways.None, (all, way) => all | way);
            var town = Town is null ? null : Quebec.Table.TownsNamed(Town).FirstOrDefault(t => Regions.Count == 0 || Regions.Contains(t.RegionCode));
            return new OfferedEntry(Slug, Slug, new ListedSheet
            {
                Kind = Kind,
                Name = Name,
                Summary = Summary,
                ForWhom = ForWhom,
                When = When,
                WhoRuns = WhoRuns,
                Training = Training,
                Ways = ways,
                Area = Area,
                Town = Town,
                Regions = Regions,
                Lat = town?.Lat,
                Lon = town?.Lon,
                Languages = Languages,
                Themes = Themes,
                Web = Web,
                IsFree = Cost == "free",
                Stewardship = Stewardship,
                Document = Source,
                FoundOn = FoundOn,
                VerifiedOn = VerifiedOn,
                IsOpenToAllQuebec = (ways & Ways.FromAfar) != 0 && Regions.Count == 0,
            }, []);
        }
    }
}
