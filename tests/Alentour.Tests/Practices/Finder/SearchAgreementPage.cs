using System.Globalization;
using System.Text.Json.Nodes;
using Alentour.Foundation.Places;
using Alentour.Foundation.Running;
using Alentour.Practices.Finder.Indexes;
using Alentour.Practices.Finder.Searches;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Practices.Finder;

/// <summary>The index against a plain walk through every group: both engines must answer the same, in the same order.</summary>
public sealed class SearchAgreementPage
{
    static readonly string[] Names = ["Cercle", "Café", "Entraide", "Proches aidant.e.s", "L’éveil", "Cœur à cœur", "Marche", "Voix", "Journal", "Journaux intimes", "Ça va", "Écoute"];
    static readonly string[] Towns = ["Montréal", "Saint-Jérôme", "Rimouski", "Gatineau", "Sept-Îles"];
    static readonly StringComparer French = StringComparer.Create(CultureInfo.GetCultureInfo("fr-CA"), ignoreCase: true);

    [Fact]
    public async Task Every_search_finds_what_a_plain_walk_finds_in_the_same_order()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        var groups = Make(new Random(20261126));
        var (_, lines) = await ImportPage.TakeAsync(house, [.. groups.Select(g => (JsonNode?)g.Row())]);
        Assert.Equal("imported 150, updated 0, unchanged 0, refused 0", lines[^1]);
        foreach (var typed in new[] { "", "cercle", "cafe", "entr", "aidante", "aidants proche", "eveil", "coeur", "journaux", "cercle voix", "12" })
            foreach (var more in new[] { "", "&lieu=Montreal&rayon=10", "&lieu=st-jerome&rayon=60", "&jour=jeudi", "&jour=samedi&soir=1", "&soir=1", "&region=01" })
                await CompareAsync(house, groups, typed, more);
    }

    static async Task CompareAsync(House house, IReadOnlyList<Group> groups, string typed, string more)
    {
        var query = FinderQuery.Read(name => [.. System.Web.HttpUtility.ParseQueryString($"q={Uri.EscapeDataString(typed)}{more}").GetValues(name) ?? []]);
        var centre = query.Place.Length > 0 ? Quebec.Table.TownsNamed(query.Place)[0] : null;
        var expected = groups.Where(g => g.Fits(query, centre)).OrderBy(g => centre is null ? 0 : g.From(centre)).ThenBy(g => g.Name, French).Select(g => g.Id).Take(FinderQuery.PageSize);
        var found = (await FindGroupPage.LinksAsync(house, $"quoi=groupes&q={Uri.EscapeDataString(typed)}{more}"))
            .Where(l => l.StartsWith("/ressources/g", StringComparison.Ordinal)).Select(l => int.Parse(l.Split('-')[0][^3..], null));
        Assert.True(expected.SequenceEqual(found), $"q={typed}{more}: expected {string.Join(' ', expected)}, found {string.Join(' ', found)}");
    }

    static List<Group> Make(Random dice) => [.. Enumerable.Range(100, 150).Select(i => new Group(
        i, $"G{i} {Names[dice.Next(Names.Length)]} {Names[dice.Next(Names.Length)]}", Quebec.Table.TownsNamed(Towns[dice.Next(Towns.Length)])[0], dice.Next(1, 8), dice.Next(8, 22)))];

    sealed record Group(int Id, string Name, Town Town, int Weekday, int Hour)
    {
        public JsonObject Row()
        {
            var row = ImportPage.Row(Id, Name, Weekday);
            (row["location_municipality"], row["start_time"]) = (Town.Name, $"{Hour:00}:30:00");
            (row["latitude"], row["longitude"]) = (Town.Lat.ToString(CultureInfo.InvariantCulture), Town.Lon.ToString(CultureInfo.InvariantCulture));
            return row;
        }

        public double From(Town centre) => Earth.Kilometres(centre.Lat, centre.Lon, Town.Lat, Town.Lon);

        public bool Fits(FinderQuery query, Town? centre)
        {
            var kept = SearchWords.Of([Name, Town.Name, "Salle communautaire", "12, rue du Test"]);
            return query.Words.All(asked => kept.Any(w => w.StartsWith(asked, StringComparison.Ordinal)))
                && (centre is null || From(centre) <= query.Radius)
                && (query.Region is null || query.Region == Town.RegionCode)
                && (query.Day is null || (int)query.Day == Weekday - 1)
                && (!query.IsEvening || Hour >= 17);
        }
    }
}
