using System.Net;
using Alentour.Tests.Cast;
using Alentour.Tests.Community.Groups.Openings;
using static Alentour.Tests.Community.Groups.VisitSteps;

namespace Alentour.Tests.Community.Groups;

/// <summary>A first visit whose group closed or took its page back, that nobody welcomes yet, or that comes in by telephone.</summary>
public sealed class VisitOffPage
{
    [Fact]
    public async Task When_the_last_member_erases_their_account_the_visitor_reads_that_nobody_will_be_there()
    {
        await using var house = await House.OpenAsync();
        using var oceane = await house.SignedInAsync("Océane");
        var (group, stranger, words) = await AnnouncedAsync(house, oceane);
        await oceane.SendAsync("/mes-donnees/effacer", ("oui", "true"));
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM mutual_aid_group WHERE slug = 'les-nuits-blanches'"));
        using var library = await ReadsThatItIsOffAsync(house, stranger, words);
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM first_visit WHERE reach IS NULL"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await library.SendAsync("/ma-visite", ("geste", "rester"))).StatusCode);
        await library.SendAsync("/ma-visite", ("geste", "reprendre"));
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM first_visit"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(group)).StatusCode);
    }

    [Fact]
    public async Task When_the_group_takes_its_page_back_the_visitor_reads_it_joins_nothing_and_the_greeter_calls()
    {
        await using var house = await House.OpenAsync();
        using var oceane = await house.SignedInAsync("Océane");
        var (group, stranger, words) = await AnnouncedAsync(house, oceane);
        await oceane.SendAsync(group + "/page", ("geste", "retirer"));
        using var library = await ReadsThatItIsOffAsync(house, stranger, words);
        Assert.Contains("418 555-0199", await oceane.ReadAsync(group + "/accueil"));
        using var maude = await house.SignedInAsync("Maude");
        await maude.SendAsync("/ma-visite", ("mots", words));
        var refused = await maude.SendAsync("/ma-visite", ("geste", "rester"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("ne peut pas le rejoindre", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()));
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM join_request"));
    }

    [Fact]
    public async Task A_form_of_one_group_sent_to_another_announces_to_the_other_alone()
    {
        await using var house = await House.OpenAsync();
        foreach (var group in new[] { Group, "/groupes/cafe-du-dimanche" })
        {
            using var browser = house.Newcomer();
            Assert.Equal(HttpStatusCode.OK, (await browser.ComeAsync(group, ("nom", "Ré"), ("cle", "one form"))).StatusCode);
            Assert.Equal(group.Split('/')[^1], (await Sql.TextsAsync(house, "SELECT g.slug FROM first_visit v JOIN meeting_series s ON s.id = v.series_id JOIN mutual_aid_group g ON g.id = s.group_id")).Single());
        }
    }

    [Fact]
    public async Task A_form_without_its_date_announces_nothing_and_comes_back_as_it_was_typed()
    {
        await using var house = await House.OpenAsync();
        using var stranger = house.Newcomer();
        var answer = await stranger.SendAsync(Group + "/je-viens", ("nom", "Ré"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("La date manquait", page);
        Assert.Contains("value=\"Ré\"", page);
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM first_visit"));
    }

    [Fact]
    public async Task While_nobody_took_the_welcome_nobody_is_said_to_wait_and_the_group_reads_that_somebody_comes()
    {
        await using var house = await House.OpenAsync();
        using var stranger = house.Newcomer();
        var said = WebUtility.HtmlDecode(await (await stranger.ComeAsync(Group, ("nom", "Ré Canari"))).Content.ReadAsStringAsync());
        Assert.Contains("personne n’a encore pris l’accueil", said);
        Assert.DoesNotContain("On vous attend", said);
        Assert.DoesNotContain("on vous attend", await stranger.ReadAsync("/ma-visite"));
        using var maude = await house.SignedInAsync("Maude");
        foreach (var path in new[] { "/aujourdhui", Group + "/entre-nous", Group + "/accueil" })
        {
            var page = await maude.ReadAsync(path);
            Assert.True(page.Contains("uelqu’un de nouveau s’annonce", StringComparison.Ordinal), path);
            Assert.DoesNotContain("Canari", page);
        }
        Assert.DoesNotContain("name=\"joindre\"", await stranger.ReadAsync("/ma-visite"));
        await TakeWelcomeAsync(maude);
        Assert.DoesNotContain("s’annonce pour", await maude.ReadAsync("/aujourdhui"));
        Assert.Contains("on vous attend", await stranger.ReadAsync("/ma-visite"));
        Assert.Equal(HttpStatusCode.SeeOther, (await stranger.SendAsync("/ma-visite", ("geste", "joindre"), ("joindre", "418 555-0199"))).StatusCode);
        await CancelNextAsync(maude);
        Assert.Contains("418 555-0199", await maude.ReadAsync(Group + "/accueil"));
    }

    [Fact]
    public async Task A_welcome_whose_meeting_is_called_off_says_so_in_what_comes_and_whom_to_call()
    {
        await using var house = await House.OpenAsync();
        using var maude = await house.SignedInAsync("Maude");
        await TakeWelcomeAsync(maude);
        using var stranger = house.Newcomer();
        await stranger.ComeAsync(Group, ("nom", "Ré"), ("joindre", "418 555-0199"));
        Assert.DoesNotContain("à appeler", await maude.ReadAsync("/aujourdhui"));
        await CancelNextAsync(maude);
        var today = await maude.ReadAsync("/aujourdhui");
        Assert.Contains("n’aura pas lieu", today);
        Assert.Contains("Une personne à appeler", today);
        Assert.DoesNotContain("418 555-0199", today);
    }

    [Fact]
    public async Task A_group_by_telephone_has_no_door_and_no_address_and_says_when_its_number_appears()
    {
        await using var house = await House.OpenAsync();
        const string phone = "/groupes/mon-rapport-a-la-medication";
        using var stranger = house.Newcomer();
        foreach (var path in new[] { "", "/premiere-visite", "/je-viens" })
        {
            var page = await stranger.ReadAsync(phone + path);
            Assert.True(page.Contains("numéro et le code", StringComparison.Ordinal), path);
            Assert.DoesNotContain("adresse exacte", page);
        }
        var said = WebUtility.HtmlDecode(await (await stranger.ComeAsync(phone, ("nom", "Ré"))).Content.ReadAsStringAsync());
        Assert.DoesNotContain("enez quand même", said);
        var mine = await stranger.ReadAsync("/ma-visite");
        Assert.Contains("Le numéro et le code paraîtront ici une heure avant la rencontre.", mine);
        Assert.DoesNotContain("Rimouski", mine.Split("<main")[1].Split("</main>")[0]);
        Assert.Contains("VirtualLocation", await stranger.ReadAsync(phone));
    }

    [Fact]
    public async Task Leaving_and_taking_back_end_on_a_page_that_says_so_and_the_last_person_is_asked_once_more()
    {
        await using var house = await House.OpenAsync();
        using var oceane = await house.SignedInAsync("Océane");
        var (group, stranger, _) = await AnnouncedAsync(house, oceane);
        var back = await stranger.SendAsync("/ma-visite", ("geste", "reprendre"));
        Assert.Contains("Personne ne vous attend plus", await stranger.ReadAsync(back.Headers.Location!.OriginalString));
        var asked = await oceane.SendAsync(group + "/entre-nous", ("geste", "partir"));
        Assert.Contains("Fermer le groupe pour de bon", WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync()));
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM mutual_aid_group WHERE slug = 'les-nuits-blanches'"));
        var left = await oceane.SendAsync(group + "/entre-nous", ("geste", "partir"), ("sur", "oui"));
        Assert.Contains("Vous n’êtes plus de ce groupe", await oceane.ReadAsync(left.Headers.Location!.OriginalString));
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM mutual_aid_group WHERE slug = 'les-nuits-blanches'"));
    }

    /// <summary>A group of one member, its welcome taken, and somebody expected there.</summary>
    static async Task<(string Group, HttpClient Stranger, string Words)> AnnouncedAsync(House house, HttpClient member)
    {
        var draft = await member.OpenGroupAsync();
        await member.WriteAllAsync(draft);
        await member.AddSeriesAsync(draft);
        var group = await member.PublishAsync(draft);
        var free = Free().Match(await member.GetStringAsync(group + "/accueil"));
        await member.SendAsync(group + "/accueil", ("geste", "prendre"), ("serie", free.Groups[1].Value), ("jour", free.Groups[2].Value));
        var stranger = house.Newcomer();
        var said = await stranger.ComeAsync(group, ("nom", "Ré"), ("joindre", "418 555-0199"));
        Assert.Contains("On vous attend", WebUtility.HtmlDecode(await said.Content.ReadAsStringAsync()));
        return (group, stranger, Words(await said.Content.ReadAsStringAsync()));
    }

    static async Task<HttpClient> ReadsThatItIsOffAsync(House house, HttpClient stranger, string words)
    {
        var library = house.Newcomer();
        Assert.Contains("n’aura pas lieu", await stranger.ReadAsync("/ma-visite"));
        Assert.Equal(HttpStatusCode.SeeOther, (await library.SendAsync("/ma-visite", ("mots", words))).StatusCode);
        var page = await library.ReadAsync("/ma-visite");
        Assert.Contains("n’aura pas lieu", page);
        Assert.DoesNotContain("enez quand même", page);
        Assert.DoesNotContain("value=\"rester\"", page);
        return library;
    }
}
