using System.Net;
using Alentour.Foundation.Jobs;
using Alentour.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;
using static Alentour.Tests.Community.Groups.VisitSteps;

namespace Alentour.Tests.Community.Groups;

/// <summary>« Je viens »: somebody without an account is expected, told of a change if they wished, and forgotten the day after.</summary>
public sealed class VisitPage
{
    [Fact]
    public async Task A_meeting_called_off_by_storm_is_so_in_the_week_at_once()
    {
        await using var house = await House.OpenAsync();
        using var stranger = house.Visitor();
        async Task<string> ReadAsync(string page) => WebUtility.HtmlDecode(await stranger.GetStringAsync(page));
        Assert.DoesNotContain("annulée", await ReadAsync("/semaine"), StringComparison.OrdinalIgnoreCase);
        using var simone = await house.SignedInAsync("Simone");
        await CancelNextAsync(simone);
        Assert.Contains("annulée", await ReadAsync("/semaine"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_stranger_announces_a_visit_the_storm_cancels_it_and_the_greeter_knows_whom_to_call()
    {
        await using var house = await House.OpenAsync();
        using var maude = await house.SignedInAsync("Maude");
        await TakeWelcomeAsync(maude);
        using var stranger = house.Newcomer();
        Assert.Contains("name=\"joindre\"", await stranger.GetStringAsync(Group + "/je-viens"));
        var answer = await stranger.ComeAsync(Group, ("nom", "Ré"), ("joindre", "418 555-0199"), ("repondeur", "true"));
        Assert.Equal(3, Words(await answer.Content.ReadAsStringAsync()).Split(' ').Length);
        Assert.DoesNotContain("max-age", answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.OrdinalIgnoreCase);
        var mine = WebUtility.HtmlDecode(await stranger.GetStringAsync("/ma-visite"));
        Assert.Contains("Ré", mine);
        Assert.DoesNotContain("Cercle du jeudi", Title().Match(mine).Value);

        var welcome = WebUtility.HtmlDecode(await maude.GetStringAsync(Group + "/accueil"));
        Assert.Contains("<strong>Ré</strong>", welcome);
        Assert.DoesNotContain("418 555-0199", welcome);
        await CancelNextAsync(maude);
        Assert.Contains("Tempête", WebUtility.HtmlDecode(await stranger.GetStringAsync("/ma-visite")));
        welcome = WebUtility.HtmlDecode(await maude.GetStringAsync(Group + "/accueil"));
        Assert.Contains("418 555-0199", welcome);
        await maude.SendAsync(Group + "/accueil", ("geste", "dit"), ("visite", VisitId().Match(welcome).Groups[1].Value));
        Assert.DoesNotContain("418 555-0199", await maude.GetStringAsync(Group + "/accueil"));
    }

    [Fact]
    public async Task Without_a_greeter_no_way_to_be_told_is_asked_nor_kept_when_sent()
    {
        await using var house = await House.OpenAsync();
        using var stranger = house.Newcomer();
        Assert.DoesNotContain("name=\"joindre\"", await stranger.GetStringAsync(Group + "/je-viens"));
        await stranger.ComeAsync(Group, ("nom", "Ré"), ("joindre", "418 555-0199"));
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM first_visit WHERE reach IS NULL"));
    }

    [Fact]
    public async Task Three_words_find_the_visit_again_and_one_press_takes_it_back()
    {
        await using var house = await House.OpenAsync();
        using var stranger = house.Newcomer();
        var words = Words(await (await stranger.ComeAsync(Group, ("nom", "Ré"))).Content.ReadAsStringAsync());
        using var library = house.Newcomer();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await library.SendAsync("/ma-visite", ("mots", "chat chien loup"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await library.SendAsync("/ma-visite", ("mots", words.ToUpperInvariant()))).StatusCode);
        Assert.Contains("Ré", WebUtility.HtmlDecode(await library.GetStringAsync("/ma-visite")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await library.SendAsync(Group + "/je-viens", ("nom", "Encore"))).StatusCode);
        await library.SendAsync("/ma-visite", ("geste", "reprendre"));
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM first_visit"));
        Assert.Equal(HttpStatusCode.OK, (await library.ComeAsync(Group, ("nom", "Encore"))).StatusCode);
    }

    [Fact]
    public async Task Through_the_greeter_first_the_exact_place_shows_after_their_yes()
    {
        await using var house = await House.OpenAsync();
        await Sql.RunAsync(house, "UPDATE meeting_series SET visit_door = 'GreeterFirst'");
        await Sql.RunAsync(house, "UPDATE mutual_aid_group SET address_is_public = 0, street = '7, rue Cachée'");
        using var maude = await house.SignedInAsync("Maude");
        await TakeWelcomeAsync(maude);
        using var stranger = house.Newcomer();
        await stranger.ComeAsync(Group, ("nom", "Ré"));
        Assert.DoesNotContain("rue Cachée", WebUtility.HtmlDecode(await stranger.GetStringAsync("/ma-visite")));
        await maude.SendAsync(Group + "/accueil", ("geste", "oui"), ("visite", VisitId().Match(await maude.GetStringAsync(Group + "/accueil")).Groups[1].Value));
        Assert.Contains("rue Cachée", WebUtility.HtmlDecode(await stranger.GetStringAsync("/ma-visite")));
    }

    [Fact]
    public async Task A_group_may_close_its_door_to_first_visits()
    {
        await using var house = await House.OpenAsync();
        using var maude = await house.SignedInAsync("Maude");
        var series = Series().Match(await maude.GetStringAsync(Group + "/accueil")).Groups[1].Value;
        await maude.SendAsync(Group + "/accueil", ("geste", "porte"), ("serie", series), ("porte", "Closed"), ("combien", "2"));
        using var stranger = house.Newcomer();
        Assert.DoesNotContain("name=\"nom\"", await stranger.GetStringAsync(Group + "/je-viens"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await stranger.ComeAsync(Group, ("nom", "Ré"))).StatusCode);
    }

    [Fact]
    public async Task The_day_after_nothing_of_it_is_left()
    {
        await using var house = await House.OpenAsync();
        using var maude = await house.SignedInAsync("Maude");
        await TakeWelcomeAsync(maude);
        using var stranger = house.Newcomer();
        await stranger.ComeAsync(Group, ("nom", "Ré Canari"), ("joindre", "418 555-0199"));
        Assert.NotEmpty(await People.RecordsPage.PlacesAsync(house, "Ré Canari", "418 555-0199"));
        house.Clock.Advance(TimeSpan.FromHours(34));
        await house.Services.GetRequiredService<NightWork>().RunDueAsync();
        Assert.Empty(await People.RecordsPage.PlacesAsync(house, "Ré Canari", "418 555-0199"));
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM greeter"));
    }

    [Fact]
    public async Task A_meeting_that_goes_on_past_midnight_is_not_over_at_midnight()
    {
        await using var house = await House.OpenAsync();
        await Sql.RunAsync(house, "UPDATE meeting_series SET starts_at = 1380");
        using var stranger = house.Newcomer();
        await stranger.ComeAsync(Group, ("nom", "Ré"));
        house.Clock.Advance(TimeSpan.FromHours(10.5));
        var page = WebUtility.HtmlDecode(await stranger.GetStringAsync("/ma-visite"));
        Assert.Contains("418 555-0161", page);
        Assert.Contains("jeudi 26\u00A0novembre à 23\u00A0h", page);
        house.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.DoesNotContain("418 555-0161", await stranger.GetStringAsync("/ma-visite"));
        // The night takes it from then on.
        Assert.Equal(0, await Sql.NumberAsync(house, $"SELECT count(*) FROM first_visit WHERE gone_at > {house.Clock.GetUtcNow().ToUnixTimeMilliseconds()}"));
    }

    [Fact]
    public async Task A_moved_meeting_says_its_new_day_and_an_hour_that_cannot_be_read_is_given_back()
    {
        await using var house = await House.OpenAsync();
        using var maude = await house.SignedInAsync("Maude");
        var page = await maude.GetStringAsync(Group + "/rencontres");
        var (series, day) = (Series().Match(page).Groups[1].Value, Day().Match(page).Groups[1].Value);
        var refused = await maude.SendAsync(Group + "/rencontres", ("geste", "deplacer"), ("serie", series), ("jour", day), ("versJour", "2026-11-28"), ("versHeure", "vers midi"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("vers midi", await refused.Content.ReadAsStringAsync());
        await maude.SendAsync(Group + "/rencontres", ("geste", "deplacer"), ("serie", series), ("jour", day), ("versJour", "2026-11-28"), ("versHeure", "14 h 30"), ("lieu", "Salle du haut"));
        using var anybody = house.Newcomer();
        Assert.Contains("Salle du haut", await anybody.GetStringAsync(Group));
        await maude.SendAsync(Group + "/rencontres", ("geste", "remettre"), ("serie", series), ("jour", day));
        Assert.DoesNotContain("Salle du haut", await anybody.GetStringAsync(Group));
    }

    [Fact]
    public async Task A_date_that_another_cancelled_meanwhile_is_not_moved_over_their_word()
    {
        await using var house = await House.OpenAsync();
        using var maude = await house.SignedInAsync("Maude");
        var page = await maude.GetStringAsync(Group + "/rencontres");
        var (series, day) = (Series().Match(page).Groups[1].Value, Day().Match(page).Groups[1].Value);
        using var simone = await house.SignedInAsync("Simone");
        (string, string)[] cancels = [("geste", "annuler"), ("serie", series), ("jour", day), ("raison", "Tempête de neige")];
        foreach (var _ in Enumerable.Range(0, 2))
            Assert.Equal(HttpStatusCode.SeeOther, (await simone.SendAsync(Group + "/rencontres", cancels)).StatusCode);
        var late = await maude.SendAsync(Group + "/rencontres", ("geste", "deplacer"), ("serie", series), ("jour", day), ("versJour", "2026-11-28"), ("versHeure", "14:00"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        var read = WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync());
        Assert.Contains("vient de changer cette date", read);
        Assert.Contains("Tempête de neige", read);
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM meeting_change WHERE reason = 'Tempête de neige' AND to_day IS NULL"));
    }

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    public async Task A_day_on_which_no_meeting_comes_is_no_date_to_change(string day)
    {
        await using var house = await House.OpenAsync();
        using var maude = await house.SignedInAsync("Maude");
        var series = Series().Match(await maude.GetStringAsync(Group + "/rencontres")).Groups[1].Value;
        foreach (var gesture in new[] { "annuler", "remettre" })
            Assert.Equal(HttpStatusCode.BadRequest, (await maude.SendAsync(Group + "/rencontres", ("geste", gesture), ("serie", series), ("jour", day))).StatusCode);
    }
}
