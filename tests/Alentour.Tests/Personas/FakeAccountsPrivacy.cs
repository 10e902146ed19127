using System.Net;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Personas;

/// <summary>Somebody opens a hundred accounts to read who is in the groups.</summary>
public sealed class FakeAccountsPrivacy
{
    const int Accounts = 100;
    const string Canary = "Canari-";

    static readonly string[] OnRequest = ["entendre-des-voix", "etre-proche", "apres-l-evenement"];
    static readonly string[] DropIn = ["cercle-du-jeudi", "cafe-du-dimanche", "cuisine-du-vendredi"];

    [Fact]
    public async Task A_hundred_fake_accounts_read_no_name_before_a_group_lets_them_in_and_each_has_one_request_and_one_visit_pending()
    {
        await using var house = await House.OpenAsync();
        await Sql.RunAsync(house, $"UPDATE person SET chosen_name = '{Canary}' || chosen_name WHERE chosen_name <> 'Luc' AND id NOT IN (SELECT person_id FROM held_role)");
        await Sql.RunAsync(house, "UPDATE meeting_series SET visits_at_once = 1000, visit_door = 'Open'");
        using var luc = await house.SignedInAsync("Luc");
        Assert.Contains(Canary, await luc.GetStringAsync($"/groupes/{OnRequest[0]}/entre-nous"));
        for (var i = 0; i < Accounts; i++)
        {
            await Sql.RunAsync(house, $"INSERT INTO person (id, chosen_name, quilt_seed, language, joined_on) VALUES ('{Guid.CreateVersion7()}', 'Fausse {i}', 1, 'fr', '2026-11-26')");
            await AskAndAnnounceAsync(house, $"Fausse {i}");
        }
        Assert.Equal((Accounts, Accounts), (await CountAsync(house, "count(*)", "join_request"), await CountAsync(house, "count(DISTINCT person_id)", "join_request")));
        Assert.Equal((Accounts, Accounts), (await CountAsync(house, "count(*)", "first_visit"), await CountAsync(house, "count(DISTINCT person_id)", "first_visit")));
        using var one = await house.SignedInAsync("Fausse 0");
        Assert.Empty((await Crawl.AsAsync(house, one)).Holding(Canary));
    }

    /// <summary>Whoever joins a drop-in group is let in by that; so that one account does not read them all, it joins two a day.</summary>
    [Fact]
    public async Task One_account_joins_two_drop_in_groups_a_day_also_when_it_leaves_them_and_comes_back_to_either()
    {
        await using var house = await House.OpenAsync();
        using var oceane = await house.SignedInAsync("Océane");
        foreach (var slug in DropIn[..2])
        {
            Assert.Equal(HttpStatusCode.SeeOther, await JoinAsync(oceane, slug));
            await oceane.SendAsync($"/groupes/{slug}/entre-nous", ("geste", "partir"));
        }
        var refused = await oceane.SendAsync($"/groupes/{DropIn[2]}/rejoindre");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Revenez demain", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await oceane.GetAsync($"/groupes/{DropIn[2]}/entre-nous")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, await JoinAsync(oceane, DropIn[0]));
        Assert.Contains("Cercle du jeudi", await oceane.GetStringAsync("/mes-donnees/json"));
        house.Clock.Advance(TimeSpan.FromHours(11));
        Assert.Equal(HttpStatusCode.SeeOther, await JoinAsync(oceane, DropIn[2]));
    }

    [Fact]
    public async Task Of_several_groups_joined_at_once_two_let_in()
    {
        await using var house = await House.OpenAsync();
        using var oceane = await house.SignedInAsync("Océane");
        var answers = await Task.WhenAll(new[] { "mon-rapport-a-la-medication", "vos-droits-nos-histoires", "speaking-up-over-tea" }.Concat(DropIn).Select(s => JoinAsync(oceane, s)));
        Assert.Equal(2, answers.Count(a => a == HttpStatusCode.SeeOther));
        Assert.Equal(2, await Sql.NumberAsync(house, "SELECT count(*) FROM membership m JOIN person p ON p.id = m.person_id WHERE p.chosen_name = 'Océane'"));
    }

    static async Task AskAndAnnounceAsync(House house, string name)
    {
        using var fake = await house.SignedInAsync(name);
        // Another browser of the same account, which knows nothing of the visit announced in the first.
        using var again = await house.SignedInAsync(name);
        foreach (var slug in OnRequest)
        {
            await fake.SendAsync($"/groupes/{slug}/rejoindre");
            await fake.ComeAsync($"/groupes/{slug}", ("nom", name));
            await again.ComeAsync($"/groupes/{slug}", ("nom", name));
            Assert.Equal(HttpStatusCode.NotFound, (await fake.GetAsync($"/groupes/{slug}/entre-nous")).StatusCode);
        }
    }

    static async Task<HttpStatusCode> JoinAsync(HttpClient browser, string slug) => (await browser.SendAsync($"/groupes/{slug}/rejoindre")).StatusCode;

    static Task<long> CountAsync(House house, string what, string table) => Sql.NumberAsync(house, $"SELECT {what} FROM {table}");
}
