using System.Net;
using System.Text.RegularExpressions;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Practices.Finder;

/// <summary>After a search: what was chosen is said, each part can be taken back, and what was found comes at once.</summary>
public sealed class FinderChoicesPage
{
    [Fact]
    public async Task What_was_chosen_stands_above_the_results_and_each_part_can_be_taken_back()
    {
        await using var house = await House.OpenAsync();
        var chosen = Chosen(await Read(house, "q=cercle&lieu=Rimouski&jour=jeudi&soir=1&acces=sans-parfum&page=1"));
        Assert.Equal(["« cercle »", "jeudi", "le soir", "à Rimouski, jusqu'à 25 km", "sans parfum"], chosen.Select(c => c.Said));
        Assert.Equal("/groupes?q=cercle&lieu=Rimouski&soir=1&acces=sans-parfum", chosen[1].Link);
        Assert.Equal("/groupes?q=cercle&jour=jeudi&soir=1&acces=sans-parfum", chosen[3].Link);
        Assert.Equal(["autour de Rimouski", "jusqu'à 50 km"], Chosen(await Read(house, "lieu=Rimouski&rayon=50")).Select(c => c.Said));
        Assert.Empty(Chosen(await Read(house, "")));
    }

    [Fact]
    public async Task The_other_choices_stay_folded_after_a_search_and_still_go_with_the_next()
    {
        await using var house = await House.OpenAsync();
        var page = await Read(house, "comment=telephone&acces=sans-parfum");
        Assert.Contains("<details class=\"fold more\"><summary>", page, StringComparison.Ordinal);
        Assert.Matches("value=\"telephone\" checked", page);
        Assert.Single(Regex.Matches(page, "name=\"soir\""));
    }

    [Fact]
    public async Task Books_and_networks_never_stand_among_groups()
    {
        await using var house = await House.OpenAsync();
        var page = await Read(house, "");
        var places = new[] { ">Les groupes de la maison<", "/groupes/cercle-du-jeudi", ">Les groupes d'ailleurs<", "/ressources/revivre", ">Réseaux, formations, livres et balados<", "/ressources/acsm-montreal" }
            .Select(w => page.IndexOf(w, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.DoesNotContain(">Les groupes de la maison<", await Read(house, "q=cercle&jour=jeudi"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_shows_at_most_three_pieces_that_decide_and_the_rest_in_one_quiet_line()
    {
        await using var house = await House.OpenAsync();
        var page = await Read(house, "");
        var tags = Regex.Matches(page, "(?s)<ul class=\"tags\">(.*?)</ul>").Select(m => Regex.Count(m.Value, "<li>")).ToList();
        Assert.NotEmpty(tags);
        Assert.All(tags, count => Assert.InRange(count, 1, 3));
        Assert.Contains("<li>dans une salle et par téléphone</li>", page, StringComparison.Ordinal);
        Assert.Contains("Aussi : sans escalier, sans parfum", page, StringComparison.Ordinal);
    }

    static List<(string Said, string Link)> Chosen(string page) =>
        [.. Regex.Matches(page, "<li><a href=\"([^\"]+)\" rel=\"nofollow\"><span class=\"visually-hidden\">Enlever : </span>(.*?)<svg").Select(m => (m.Groups[2].Value, m.Groups[1].Value))];

    static async Task<string> Read(House house, string search)
    {
        using var visitor = house.Visitor();
        return WebUtility.HtmlDecode(await visitor.GetStringAsync($"/groupes?{search}")).Replace('\u00A0', ' ').Replace('’', '\'');
    }
}
