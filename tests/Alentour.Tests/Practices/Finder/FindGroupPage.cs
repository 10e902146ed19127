using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Alentour.Foundation.Running;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Practices.Finder;

public sealed class FindGroupPage
{
    [Theory]
    [InlineData("q=cercle&lieu=rimouski&jour=jeudi&soir=1")]
    [InlineData("q=CERCL")]
    [InlineData("q=solitude&jour=jeudi")]
    [InlineData("jour=ce-soir&comment=telephone&acces=sans-parfum")]
    [InlineData("lat=48.45&lon=-68.52&rayon=5&q=galet")]
    [InlineData("region=01&q=jeudi&comment=mixte")]
    public async Task The_Thursday_circle_is_found_by(string search)
    {
        await using var house = await House.OpenAsync();
        Assert.Contains("/groupes/cercle-du-jeudi", await LinksAsync(house, search));
    }

    [Theory]
    [InlineData("/groupes")]
    [InlineData("/groupes?q=rien-de-tel")]
    [InlineData("/entrer")]
    public async Task Who_closed_the_page_of_an_announced_visit_finds_the_way_to_it_again(string address)
    {
        await using var house = await House.OpenAsync();
        using var visitor = house.Newcomer();
        Assert.Contains("href=\"/ma-visite\"", await visitor.GetStringAsync(address), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q=cercle&lieu=montreal")]
    [InlineData("q=cercle&jour=lundi")]
    [InlineData("q=cercle&quoi=ressources")]
    [InlineData("q=cercle&langue=es")]
    public async Task The_Thursday_circle_is_not_found_by(string search)
    {
        await using var house = await House.OpenAsync();
        using var visitor = house.Visitor();
        var found = Results(await visitor.GetStringAsync($"/groupes?{search}"));
        Assert.DoesNotContain("/groupes/cercle-du-jeudi", found.Split("Rien ici pour")[0]);
    }

    [Fact]
    public async Task Groups_of_the_house_come_first_then_its_activities_then_groups_elsewhere_then_resources_then_rights()
    {
        await using var house = await House.OpenAsync();
        var links = (await LinksAsync(house, "")).Concat(await LinksAsync(house, "page=2")).ToList();
        Assert.All(links.Take(10), l => Assert.StartsWith("/groupes/", l, StringComparison.Ordinal));
        Assert.StartsWith("/activites/", links[10], StringComparison.Ordinal);
        Assert.Equal("/ressources/revivre-groupes-virtuels", links[11]);
        Assert.All(links.Skip(11), l => Assert.StartsWith("/ressources/", l, StringComparison.Ordinal));
        Assert.True(links.IndexOf("/ressources/211") < links.Count - 5);
    }

    [Fact]
    public async Task What_makes_no_sense_is_left_aside_with_a_sentence_in_the_language_of_the_person()
    {
        await using var house = await House.OpenAsync();
        using var visitor = house.Visitor();
        Assert.Contains("ne nous dit rien pour", WebUtility.HtmlDecode(await visitor.GetStringAsync("/groupes?jour=blursday")), StringComparison.Ordinal);
        visitor.DefaultRequestHeaders.Add("Cookie", "langue=en");
        Assert.Contains("means nothing to us", await visitor.GetStringAsync("/groupes?jour=blursday"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_that_finds_nothing_shows_in_order_groups_from_anywhere_the_door_resources_and_help()
    {
        await using var house = await House.OpenAsync();
        using var visitor = house.Visitor();
        var page = WebUtility.HtmlDecode(await visitor.GetStringAsync("/groupes?q=zzzz&lieu=montreal"));
        var places = new[] { "Rien ici pour", "de partout au Québec", "La porte", "/ressources/211", "Ça presse?" }.Select(w => page.IndexOf(w, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Take(4).Order(), places.Take(4));
        Assert.Contains("/groupes/cercle-du-jeudi", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Real_resources_stand_in_a_live_house_too_and_say_that_nobody_verified_them()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        using var visitor = house.Visitor();
        foreach (var slug in new[] { "211", "rrasmq", "revivre-groupes-virtuels" })
            Assert.Contains("jamais vérifié", await visitor.GetStringAsync($"/ressources/{slug}"), StringComparison.Ordinal);
        Assert.Contains("/ressources/211", await LinksAsync(house, "q=211"));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/ressources/n-existe-pas")).StatusCode);
    }

    [Fact]
    public async Task An_imported_entry_is_found_near_its_town_shown_with_its_date_and_dropped_when_it_leaves()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        var row = ImportPage.Row(1, "Groupe du mercredi", day: 4);
        (row["location_municipality"], row["latitude"], row["longitude"]) = ("New York", "40.75", "-73.99");
        await ImportPage.TakeAsync(house, [row, ImportPage.Row(2, "Autre")]);
        var links = await LinksAsync(house, "lieu=new-york&jour=mercredi&soir=1");
        var link = Assert.Single(links);
        using var visitor = house.Visitor();
        Assert.Contains("mercredi de 19 h à 20 h 30", WebUtility.HtmlDecode(await visitor.GetStringAsync(link)).Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains(link, await visitor.GetStringAsync("/semaine"), StringComparison.Ordinal);
        await ImportPage.TakeAsync(house, [ImportPage.Row(2, "Autre")]);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.DoesNotContain(link, await LinksAsync(house, "q=mercredi"));
    }

    [Fact]
    public async Task The_copy_to_keep_says_dates_in_full_and_carries_its_own_exit_and_help()
    {
        await using var house = await House.OpenAsync();
        using var visitor = house.Visitor();
        var page = WebUtility.HtmlDecode(await visitor.GetStringAsync("/groupes/garder?q=cercle")).Replace('\u00A0', ' ');
        Assert.Contains("jeudi 26 novembre à 19 h", page, StringComparison.Ordinal);
        Assert.DoesNotContain("ce soir", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/quitter\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/aide\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_map_of_the_site_names_pages_that_answer()
    {
        await using var house = await House.OpenAsync();
        using var visitor = house.Visitor();
        var map = XDocument.Parse(await visitor.GetStringAsync("/sitemap.xml"));
        var addresses = map.Descendants().Where(e => e.Name.LocalName == "loc").Select(e => e.Value).ToList();
        Assert.Equal(addresses.Count, addresses.Distinct().Count());
        Assert.Contains(addresses, a => a.EndsWith("/groupes/cercle-du-jeudi/premiere-visite", StringComparison.Ordinal));
        foreach (var address in addresses)
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(address)).StatusCode);
    }

    internal static async Task<IReadOnlyList<string>> LinksAsync(House house, string search)
    {
        using var visitor = house.Visitor();
        return [.. Regex.Matches(Results(await visitor.GetStringAsync($"/groupes?{search}")), "<h3><a href=\"([^\"]+)\"").Select(m => m.Groups[1].Value)];
    }

    static string Results(string page) => page[page.IndexOf("aria-labelledby=\"found\"", StringComparison.Ordinal)..];
}
