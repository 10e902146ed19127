using System.Net;
using System.Text.RegularExpressions;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Community.Groups;

/// <summary>The poster goes on a wall: what stands on it must lead somebody who has only the wall.</summary>
public sealed class PosterPage
{
    [Fact]
    public async Task It_never_carries_an_address_that_only_this_machine_knows()
    {
        await using var house = await House.OpenAsync();
        var page = await Read(house, "cercle-du-jeudi", "localhost");
        Assert.DoesNotMatch("class=\"poster-find\"|class=\"web\"", page);
        Assert.Contains("n'est pas encore choisie", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_strips_say_the_day_the_hour_the_place_and_the_way_to_the_page()
    {
        await using var house = await House.OpenAsync();
        var strip = Strip(await Read(house, "cercle-du-jeudi", "lerivage.example"));
        foreach (var words in new[] { "Cercle du jeudi", "jeudi", "19 h", "212, rue du Quai, Rimouski", "418 555-0142", "lerivage.example/groupes/cercle-du-jeudi" })
            Assert.Contains(words, strip, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_that_hides_its_street_shows_its_town_and_a_long_address_leads_to_the_list()
    {
        await using var house = await House.OpenAsync();
        var strip = Strip(await Read(house, "apres-l-evenement", "entraide-du-rivage-de-rimouski.example"));
        Assert.Contains("<span>Rimouski</span>", strip, StringComparison.Ordinal);
        Assert.Contains("entraide-du-rivage-de-rimouski.example/groupes</span>", strip, StringComparison.Ordinal);
        Assert.Contains("<span>Par téléphone</span>", Strip(await Read(house, "mon-rapport-a-la-medication", "lerivage.example")), StringComparison.Ordinal);
    }

    static string Strip(string page) => Regex.Match(page, "(?s)<ul class=\"strips\".*?</li>").Value;

    static async Task<string> Read(House house, string slug, string host)
    {
        using var visitor = house.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/groupes/{slug}/affiche");
        request.Headers.Host = host;
        using var answer = await visitor.SendAsync(request);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).Replace('’', '\'').Replace('\u00A0', ' ');
    }
}
