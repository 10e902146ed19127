using System.Net;
using Alentour.Tests.Cast;
using Alentour.Tests.Community.People;

namespace Alentour.Tests.Practices;

/// <summary>A decision « of the members » is of members: no account of tonight speaks, and whoever knows that it was not so may say it, without a name.</summary>
public sealed class DecidedPage
{
    const string List = "/maison/decisions";
    const string Contested = "Contestée par une personne membre";

    static readonly (string, string)[] Told = [("choix", "Hours"), ("mots", "Tout est permis, canari."), ("jour", "2026-11-20"), ("lieu", "ici"), ("presents", "7"), ("cle", "k")];

    [Fact]
    public async Task Three_accounts_opened_tonight_decide_nothing_and_read_why_until_a_week_has_passed()
    {
        await using var house = await House.OpenAsync();
        using var bot = house.Newcomer();
        await bot.OpenAccountAsync("Robot", "k1");
        Assert.Contains("moins de sept jours", await ReadAsync(bot, List));
        var refused = await bot.SendAsync(List + "/dire", Told);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("moins de sept jours", Plain(await refused.Content.ReadAsStringAsync()));
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM house_decision"));

        using var simone = await house.SignedInAsync("Simone");
        await simone.SendAsync(List + "/dire", Told);
        var id = (await Sql.TextsAsync(house, "SELECT id FROM house_decision")).Single();
        Assert.Equal(HttpStatusCode.Forbidden, (await bot.SendAsync(List, ("geste", "confirmer"), ("decision", id))).StatusCode);
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM decision_voice"));
        await Sql.RunAsync(house, "UPDATE person SET joined_on = '2026-11-19' WHERE chosen_name = 'Robot'");
        Assert.Equal(HttpStatusCode.SeeOther, (await bot.SendAsync(List, ("geste", "confirmer"), ("decision", id))).StatusCode);
        Assert.Equal(2, await Sql.NumberAsync(house, "SELECT count(*) FROM decision_voice"));
    }

    [Fact]
    public async Task A_member_contests_a_decision_once_and_the_journal_and_the_choice_say_it_without_a_name_until_it_is_undone()
    {
        await using var house = await House.OpenAsync();
        var id = (await Sql.TextsAsync(house, "SELECT id FROM journal_entry WHERE decision IS NOT NULL")).Single();
        using var maude = await house.SignedInAsync("Maude");
        using var line = await house.SignedInAsync("Line");
        using var visitor = house.Visitor();
        Assert.DoesNotContain(Contested, await ReadAsync(visitor, "/maison/journal"));
        await ActAsync(maude, "contester", id);
        Assert.Equal(HttpStatusCode.SeeOther, await ActAsync(maude, "contester", id));
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM decision_contest"));
        house.Clock.Advance(TimeSpan.FromSeconds(5));
        var journal = await ReadAsync(visitor, "/maison/journal");
        Assert.Equal(3, journal.Split(Contested).Length);
        Assert.DoesNotContain("Maude", journal);
        Assert.Contains(Contested, await ReadAsync(line, "/reglages"));
        using var luc = await house.SignedInAsync("Luc");
        var list = await ReadAsync(luc, List);
        Assert.Contains(Contested, list);
        Assert.Contains("value=\"contester\"", list);
        Assert.DoesNotContain("Maude", list);

        Assert.Contains("\"contests\"", await maude.GetStringAsync("/mes-donnees/json"));
        Assert.Equal(HttpStatusCode.SeeOther, await ActAsync(maude, "ne-plus-contester", id));
        house.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.DoesNotContain(Contested, await ReadAsync(visitor, "/maison/journal"));
    }

    [Fact]
    public async Task Whoever_holds_a_role_or_came_this_week_contests_nothing_and_what_a_person_contested_goes_with_them()
    {
        await using var house = await House.OpenAsync();
        var id = (await Sql.TextsAsync(house, "SELECT id FROM journal_entry WHERE decision IS NOT NULL")).Single();
        using var line = await house.SignedInAsync("Line");
        using var newcomer = house.Newcomer();
        await newcomer.OpenAccountAsync("Robot", "k1");
        Assert.Equal(HttpStatusCode.Forbidden, await ActAsync(line, "contester", id));
        Assert.Equal(HttpStatusCode.Forbidden, await ActAsync(newcomer, "contester", id));
        using var maude = await house.SignedInAsync("Maude");
        await ActAsync(maude, "contester", Guid.NewGuid().ToString());
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM decision_contest"));
        await ActAsync(maude, "contester", id);
        await maude.SendAsync("/mes-donnees/effacer", ("oui", "true"));
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM decision_contest"));
    }

    static async Task<HttpStatusCode> ActAsync(HttpClient browser, string gesture, string id) => (await browser.SendAsync(List, ("geste", gesture), ("decision", id))).StatusCode;

    static async Task<string> ReadAsync(HttpClient browser, string path) => Plain(await browser.GetStringAsync(path));

    static string Plain(string page) => WebUtility.HtmlDecode(page).Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
