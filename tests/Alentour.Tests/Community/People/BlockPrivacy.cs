using System.Net;
using System.Text.RegularExpressions;
using Alentour.Tests.Cast;
using Alentour.Tests.Community.Groups;
using Alentour.Tests.Personas;

namespace Alentour.Tests.Community.People;

/// <summary>Maude no longer wishes to see Luc: they share the Thursday circle. He is told nothing, and reads nothing of her anywhere.</summary>
public sealed partial class BlockPrivacy
{
    const string Circle = VisitSteps.Group;
    const string Within = Circle + "/entre-nous";
    const string Canary = "Zéphirine-Canari";

    [Fact]
    public async Task Whoever_is_blocked_finds_no_mention_of_the_other_on_any_page_feed_or_export()
    {
        await using var house = await House.OpenAsync();
        using var maude = await CanaryAsync(house);
        using var luc = await house.SignedInAsync("Luc");
        await VisitSteps.TakeWelcomeAsync(maude);
        await AskAsync(maude, "entendre-des-voix");
        var before = (await Crawl.AsAsync(house, luc)).Holding(Canary);
        Assert.Equal([Within, "/groupes/cercle-du-jeudi/qui-je-vois", "/groupes/entendre-des-voix/entre-nous", "/groupes/entendre-des-voix/qui-je-vois", "/retours"], before);
        await BlockAsync(maude, "Luc");
        Assert.Empty((await Crawl.AsAsync(house, luc)).Holding(Canary));
        Assert.DoesNotContain(Canary, await Forbidden(luc, house));
    }

    [Fact]
    public async Task Whoever_blocked_does_not_see_the_other_either_but_in_their_own_list_and_export()
    {
        await using var house = await House.OpenAsync();
        using var maude = await house.SignedInAsync("Maude");
        using var luc = await CanaryAsync(house, "Luc");
        await BlockAsync(maude, Canary);
        Assert.Equal(["/mes-donnees/json", "/mes-donnees/lisible", "/qui-je-vois"], (await Crawl.AsAsync(house, maude)).Holding(Canary));
        Assert.DoesNotContain("Maude", await luc.GetStringAsync("/mes-donnees/json"));
    }

    [Fact]
    public async Task To_the_blocked_person_the_house_is_byte_for_byte_the_one_that_the_other_left()
    {
        await using var house = await House.OpenAsync();
        using var maude = await CanaryAsync(house);
        using var luc = await house.SignedInAsync("Luc");
        await AskAsync(maude, "entendre-des-voix");
        await BlockAsync(maude, "Luc");
        var blocked = await Crawl.AsAsync(house, luc);
        foreach (var slug in new[] { "cercle-du-jeudi", "vos-droits-nos-histoires", "comite-de-l-assemblee" })
            await maude.SendAsync($"/groupes/{slug}/entre-nous", ("geste", "partir"));
        await maude.SendAsync("/groupes/entendre-des-voix/rejoindre", ("geste", "reprendre"));
        var gone = await Crawl.AsAsync(house, luc);
        Assert.Equal(gone.Keys.Order(), blocked.Keys.Order());
        Assert.Empty(gone.Where(p => blocked[p.Key] != p.Value).Select(p => p.Key));
    }

    [Fact]
    public async Task A_blocked_person_lets_nobody_in_and_greets_nobody_of_those_they_do_not_see()
    {
        await using var house = await House.OpenAsync();
        using var maude = await CanaryAsync(house);
        using var luc = await house.SignedInAsync("Luc");
        await BlockAsync(maude, "Luc");
        await AskAsync(maude, "entendre-des-voix");
        await maude.ComeAsync(Circle, ("nom", "Une autre"));
        await VisitSteps.TakeWelcomeAsync(luc);
        var id = await house.CalledAsync(luc, Canary, "entendre-des-voix");
        foreach (var gesture in new[] { "accueillir", "pas-maintenant" })
            await luc.SendAsync("/groupes/entendre-des-voix/entre-nous", ("geste", gesture), ("personne", id));
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM join_request"));
        Assert.DoesNotContain("Une autre", await luc.GetStringAsync(Circle + "/accueil"));
        var visit = (await Sql.TextsAsync(house, "SELECT id FROM first_visit")).Single();
        await Sql.RunAsync(house, "UPDATE first_visit SET is_accepted = 0");
        await luc.SendAsync(Circle + "/accueil", ("geste", "oui"), ("visite", visit));
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM first_visit WHERE is_accepted = 1"));
        await luc.SendAsync(Circle + "/accueil", ("geste", "rendre"));
        using var simone = await house.SignedInAsync("Simone");
        await VisitSteps.TakeWelcomeAsync(simone);
        Assert.Contains("Une autre", await simone.GetStringAsync(Circle + "/accueil"));
    }

    [Fact]
    public async Task Neither_has_a_hand_in_the_way_back_of_the_other_and_what_was_begun_ends()
    {
        await using var house = await House.OpenAsync();
        using var maude = await house.SignedInAsync("Maude");
        using var luc = await house.SignedInAsync("Luc");
        var (hers, his) = (await house.CalledAsync(luc, "Maude"), await house.CalledAsync(maude, "Luc"));
        Assert.Equal(HttpStatusCode.OK, (await luc.SendAsync("/retours", ("personne", hers), ("presence", "true"))).StatusCode);
        await BlockAsync(maude, "Luc");
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM way_back"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await luc.SendAsync("/retours", ("personne", hers), ("presence", "true"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await maude.SendAsync("/retours", ("personne", his), ("presence", "true"))).StatusCode);
        using var simone = await house.SignedInAsync("Simone");
        var words = Forms.CardOn(await (await simone.SendAsync("/retours", ("personne", await house.CalledAsync(simone, "Maude")), ("presence", "true"))).Content.ReadAsStringAsync());
        var read = $"{words[0]} {words[1]}";
        var begun = (await Sql.TextsAsync(house, "SELECT id FROM way_back")).Single();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await luc.SendAsync("/retours", ("confirmer", begun), ("mots", read))).StatusCode);
        Assert.DoesNotContain(begun, await luc.GetStringAsync("/retours"));
        using var jeanGuy = await house.SignedInAsync("Jean-Guy");
        Assert.Equal(HttpStatusCode.SeeOther, (await jeanGuy.SendAsync("/retours", ("confirmer", begun), ("mots", read))).StatusCode);
    }

    /// <summary>What is answered to acts on the other by somebody who still knows her number from before.</summary>
    static async Task<string> Forbidden(HttpClient luc, House house)
    {
        var (id, known) = (await house.CalledAsync(luc, Canary), await IdAsync(house, Canary));
        var answers = new[]
        {
            await luc.SendAsync(Circle + "/qui-je-vois", ("personne", id)), await luc.SendAsync(Circle + "/qui-je-vois", ("personne", id), ("geste", "oui")),
            await luc.SendAsync("/qui-je-vois", ("personne", known)), await luc.SendAsync("/retours", ("personne", id), ("presence", "true")),
        };
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM block"));
        return WebUtility.HtmlDecode(string.Concat(await Task.WhenAll(answers.Select(a => a.Content.ReadAsStringAsync()))));
    }

    static async Task<HttpClient> CanaryAsync(House house, string name = "Maude")
    {
        var browser = await house.SignedInAsync(name);
        await browser.SendAsync("/mes-acces", ("geste", "nom"), ("nom", Canary));
        return browser;
    }

    static Task AskAsync(HttpClient browser, string slug) => browser.SendAsync($"/groupes/{slug}/rejoindre");

    internal static async Task BlockAsync(HttpClient browser, string name, string within = Within)
    {
        var path = within.Replace("/entre-nous", "/qui-je-vois", StringComparison.Ordinal);
        Assert.Contains(path, await browser.GetStringAsync(within));
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(path));
        var id = Regex.Match(page, $"""name="personne" value="([^"]+)"><button class="word-button">[^<]*<span class="visually-hidden"> : {Regex.Escape(name)}<""").Groups[1].Value;
        Assert.Contains(name, WebUtility.HtmlDecode(await (await browser.SendAsync(path, ("personne", id))).Content.ReadAsStringAsync()));
        Assert.Equal("/qui-je-vois?fait=oui", (await browser.SendAsync(path, ("personne", id), ("geste", "oui"))).Headers.Location?.OriginalString);
    }

    static async Task<string> IdAsync(House house, string name) => (await Sql.TextsAsync(house, $"SELECT id FROM person WHERE chosen_name = '{name}'")).Single();
}
