using System.Net;
using System.Text.RegularExpressions;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Foundation.Web;

/// <summary>What is private says so, with its true readers: « les membres » under a card's six words or an erasure would frighten, and be false.</summary>
public sealed partial class ReadersPage(StandingHouses houses)
{
    const string Key = "personne. C’est une clé";
    const string You = "vous seulement";

    [Theory]
    [InlineData(null, "/entrer", Key)]
    [InlineData(null, "/ma-visite", Key)]
    [InlineData(null, "/ouvrir", "les personnes qui ont un groupe en commun avec vous")]
    [InlineData(null, "/groupes/cercle-du-jeudi/je-viens", "la personne qui accueille cette rencontre, et elle seule")]
    [InlineData("Simone", "/mes-donnees", You)]
    [InlineData("Simone", "/mes-donnees/effacer", You)]
    [InlineData("Simone", "/mes-acces", You)]
    [InlineData("Simone", "/qui-je-vois", You)]
    [InlineData("Simone", "/mes-roles", You)]
    [InlineData("Simone", "/aujourdhui", You)]
    [InlineData("Simone", "/groupes/cercle-du-jeudi/accueil", "la personne qui accueille cette rencontre, et elle seule")]
    [InlineData("Simone", "/groupes/cercle-du-jeudi/entre-nous", "les membres du groupe")]
    [InlineData("Simone", "/groupes/cercle-du-jeudi/rencontres", "tout le monde")]
    [InlineData("Line", "/reglages/incidents", "la coordination seulement")]
    [InlineData("Line", "/garanties", "tout le monde")]
    public async Task Each_page_names_its_readers(string? name, string address, string readers)
    {
        var house = await houses.DemonstrationAsync();
        using var browser = name is null ? house.Visitor() : await house.SignedInAsync(name);
        Assert.Contains(readers, LinesOf(await browser.GetStringAsync(address)));
    }

    [Fact]
    public async Task Where_no_member_exists_yet_no_member_is_said_to_read()
    {
        using var visitor = (await houses.LiveAsync()).Visitor();
        var lines = LinesOf(await visitor.GetStringAsync("/ouverture"));
        Assert.Contains(Key, lines);
        Assert.DoesNotContain("membres", lines);
    }

    [Fact]
    public async Task The_dates_of_a_draft_are_read_by_its_members_alone()
    {
        await using var house = await House.OpenAsync();
        using var simone = await house.SignedInAsync("Simone");
        await Sql.RunAsync(house, "UPDATE mutual_aid_group SET published_at = NULL WHERE slug = 'cercle-du-jeudi'");
        foreach (var page in new[] { "rencontres", "rencontres/suite", "accords" })
        {
            var lines = LinesOf(await simone.GetStringAsync($"/groupes/cercle-du-jeudi/{page}"));
            Assert.Contains("les membres du groupe", lines);
            Assert.DoesNotContain("tout le monde", lines);
        }
    }

    static string LinesOf(string page) => string.Join('\n', Line().Matches(page).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value).Replace('\u00a0', ' ')));

    [GeneratedRegex("""<p class="level"[^>]*>(.*?)</p>""")]
    private static partial Regex Line();
}
