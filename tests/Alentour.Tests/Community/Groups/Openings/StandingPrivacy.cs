using System.Net;
using Alentour.Tests.Cast;
using static Alentour.Tests.Community.Groups.VisitSteps;

namespace Alentour.Tests.Community.Groups.Openings;

/// <summary>Whoever joined a group with an open door a minute ago reads it, and acts in its name after a week.</summary>
public sealed class StandingPrivacy
{
    [Fact]
    public async Task A_stranger_of_one_minute_takes_no_welcome_calls_nothing_off_and_changes_no_word_of_the_group()
    {
        await using var house = await House.OpenAsync();
        using var visitor = house.Newcomer();
        await visitor.ComeAsync(Group, ("nom", "Ré Canari"));
        using var oceane = await house.SignedInAsync("Océane");
        Assert.Equal(HttpStatusCode.SeeOther, (await oceane.SendAsync(Group + "/rejoindre")).StatusCode);
        Assert.Contains("Maude", await oceane.ReadAsync(Group + "/entre-nous"));
        using var maude = await house.SignedInAsync("Maude");
        var free = Free().Match(await maude.GetStringAsync(Group + "/accueil"));
        (string, string)[] meeting = [("serie", free.Groups[1].Value), ("jour", free.Groups[2].Value)];
        foreach (var (path, fields) in new (string, (string, string)[])[]
        {
            ("/accueil", [("geste", "prendre"), .. meeting]),
            ("/accueil", [("geste", "porte"), ("serie", free.Groups[1].Value), ("porte", "Closed"), ("combien", "1")]),
            ("/rencontres", [("geste", "annuler"), .. meeting]),
            ("/rencontres", [("geste", "remettre"), .. meeting]),
            ("/entendre", [("numero", "418 555-0100"), ("code", "0")]),
            ("/accords", [("articles", "Plus rien."), ("maniere", "Seule."), ("vu", "1")]),
            ("/page/lieu", [("ville", "Gaspé"), ("rue", "1, rue d'ailleurs"), ("montrer", "rue"), ("vu", "1")]),
            ("/page", [("geste", "retirer")]),
        })
            Assert.True((await oceane.SendAsync(Group + path, fields)).StatusCode == HttpStatusCode.UnprocessableEntity, path);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await oceane.AddSeriesAsync(Group)).StatusCode);
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM greeter"));
        Assert.Equal(2, await Sql.NumberAsync(house, "SELECT count(*) FROM meeting_change c JOIN meeting_series s ON s.id = c.series_id JOIN mutual_aid_group g ON g.id = s.group_id WHERE g.slug = 'cercle-du-jeudi'"));
        Assert.Equal("418 555-0161", (await Sql.TextsAsync(house, "SELECT phone FROM group_hearing h JOIN mutual_aid_group g ON g.id = h.group_id WHERE g.slug = 'cercle-du-jeudi'")).Single());
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM mutual_aid_group WHERE slug = 'cercle-du-jeudi' AND published_at IS NOT NULL AND town = 'Rimouski'"));
    }

    [Fact]
    public async Task Where_the_buttons_would_be_who_has_just_come_reads_from_when_on_they_may()
    {
        await using var house = await House.OpenAsync();
        using var oceane = await house.SignedInAsync("Océane");
        await oceane.SendAsync(Group + "/rejoindre");
        foreach (var path in new[] { "/entre-nous", "/accueil", "/rencontres", "/rencontres/suite", "/page", "/page/mots", "/accords", "/entendre" })
        {
            var page = (await oceane.ReadAsync(Group + path)).Replace('\u00A0', ' ');
            Assert.True(page.Contains("Dès le 3 décembre 2026", StringComparison.Ordinal), path);
            Assert.DoesNotContain("555-0161", page);
            foreach (var button in new[] { "prendre", "porte", "annuler", "deplacer", "retirer", "garder" })
                Assert.False(page.Contains($"name=\"geste\" value=\"{button}\"", StringComparison.Ordinal), path + " " + button);
        }
        house.Clock.Advance(TimeSpan.FromDays(7));
        using var later = await house.SignedInAsync("Océane");
        Assert.DoesNotContain("Vous venez d’arriver", await later.ReadAsync(Group + "/entre-nous"));
        await TakeWelcomeAsync(later);
    }

    [Theory]
    [InlineData("Closed")]
    [InlineData("99")]
    [InlineData("-1")]
    public async Task Who_holds_a_role_does_not_say_who_comes_in(string door)
    {
        await using var house = await House.OpenAsync();
        await Sql.RunAsync(house, "INSERT INTO membership (group_id, person_id, since) SELECT g.id, p.id, '2026-01-01' FROM mutual_aid_group g, person p WHERE g.slug = 'cercle-du-jeudi' AND p.chosen_name = 'Gaétan'");
        using var gaetan = await house.SignedInAsync("Gaétan");
        using var maude = await house.SignedInAsync("Maude");
        Assert.DoesNotContain("name=\"porte\"", await gaetan.GetStringAsync(Group + "/accueil"));
        var series = Series().Match(await maude.GetStringAsync(Group + "/accueil")).Groups[1].Value;
        foreach (var browser in new[] { gaetan, door == "Closed" ? gaetan : maude })
            await browser.SendAsync(Group + "/accueil", ("geste", "porte"), ("serie", series), ("porte", door), ("combien", "1"));
        Assert.Equal("Open", (await Sql.TextsAsync(house, $"SELECT visit_door FROM meeting_series WHERE id = '{series}'")).Single());
        await TakeWelcomeAsync(gaetan);
    }

    [Fact]
    public async Task A_door_that_closes_is_closed_on_the_pages_that_are_kept()
    {
        await using var house = await House.OpenAsync();
        using var maude = await house.SignedInAsync("Maude");
        var before = await Sql.NumberAsync(house, "SELECT number FROM public_version");
        var series = Series().Match(await maude.GetStringAsync(Group + "/accueil")).Groups[1].Value;
        await maude.SendAsync(Group + "/accueil", ("geste", "porte"), ("serie", series), ("porte", "Closed"), ("combien", "1"));
        Assert.True(await Sql.NumberAsync(house, "SELECT number FROM public_version") > before);
    }

    [Fact]
    public async Task The_journal_says_the_number_of_the_agreements_however_many_there_are()
    {
        await using var house = await House.OpenAsync();
        using var maude = await house.SignedInAsync("Maude");
        for (var number = 2; number <= 5; number++)
            Assert.Equal(HttpStatusCode.SeeOther, (await maude.WriteAsync(Group + "/accords", ("articles", $"Entente {number}."), ("maniere", "Ensemble."))).StatusCode);
        var page = (await maude.ReadAsync(Group + "/page")).Replace('\u00A0', ' ');
        for (var number = 2; number <= 5; number++)
            Assert.Contains($"ententes numéro {number}.", page);
    }
}
