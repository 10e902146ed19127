using System.Net;
using Alentour.Foundation.Running;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Practices;

/// <summary>One tired coordinator opens a house: a code, a name, and whatever else they wish.</summary>
public sealed class SetUpPage
{
    [Fact]
    public async Task With_the_code_and_a_name_alone_a_house_opens()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        using var browser = await house.BeginSetUpAsync();
        Assert.Equal("/ouverture/mission", Next(await browser.SendAsync("/ouverture/nom", ("nom", "La Passerelle"))));
        foreach (var step in new[] { "mission", "langues", "mot", "adresse", "heures", "chemin", "lignes", "venir", "confidentialite", "compte" })
            Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync($"/ouverture/{step}", ("geste", "passer"))).StatusCode);
        using var visitor = house.Visitor();
        Assert.Contains("La maison se prépare", await visitor.GetStringAsync("/maison"));
        Assert.Equal("/maison", Next(await browser.SendAsync("/ouverture/fin")));
        Assert.Contains("La Passerelle", await visitor.GetStringAsync("/"));
        Assert.Equal("Name", Assert.Single(await Sql.TextsAsync(house, "SELECT topic FROM journal_entry")));
    }

    [Fact]
    public async Task A_set_up_goes_on_in_another_browser_at_the_first_question_that_is_neither_answered_nor_passed()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        using (var browser = await house.BeginSetUpAsync())
        {
            await browser.SendAsync("/ouverture/nom", ("nom", "La Passerelle"));
            await browser.SendAsync("/ouverture/mission", ("mission", "OtherMission"));
            await browser.SendAsync("/ouverture/langues", ("geste", "passer"));
        }
        using var elsewhere = house.Newcomer();
        Assert.Equal("/ouverture/mot", Next(await elsewhere.SendAsync("/ouverture", ("code", house.SetUpCode()))));
        Assert.Contains("value=\"La Passerelle\"", await elsewhere.GetStringAsync("/ouverture/nom"));
    }

    [Fact]
    public async Task Without_the_code_no_page_of_the_set_up_is_reached_and_nothing_is_kept()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        using var stranger = house.Newcomer();
        foreach (var step in new[] { "nom", "lignes", "compte", "fin" })
        {
            Assert.Equal("/ouverture", Next(await stranger.GetAsync($"/ouverture/{step}")));
            Assert.Equal("/ouverture", Next(await stranger.SendAsync($"/ouverture/{step}", ("nom", "Intruse"))));
        }
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT (SELECT count(*) FROM house) + (SELECT count(*) FROM person) + (SELECT count(*) FROM set_up_step)"));
    }

    [Fact]
    public async Task The_coordinator_receives_a_card_once_and_the_code_ends_when_the_house_opens()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        var code = house.SetUpCode();
        using var browser = await house.BeginSetUpAsync();
        await browser.SendAsync("/ouverture/nom", ("nom", "La Passerelle"));
        var noted = await (await browser.SendAsync("/ouverture/compte", ("nom", "Line"), ("cle", "k1"))).Content.ReadAsStringAsync();
        Assert.Equal(6, Forms.CardOn(noted).Count);
        Assert.Contains("id=\"new-passkey\"", noted, StringComparison.Ordinal);
        Assert.Contains("/built/access", noted, StringComparison.Ordinal);
        Assert.Equal("/reglages/debut", Next(await browser.SendAsync("/ouverture/fin")));
        Assert.Contains("/maison/affiche", await browser.GetStringAsync("/reglages/debut"));
        Assert.Equal("/reglages", Next(await browser.GetAsync("/ouverture/nom")));
        using var late = house.Newcomer();
        Assert.Equal(HttpStatusCode.NotFound, (await late.SendAsync("/ouverture", ("code", code))).StatusCode);
        Assert.False(File.Exists(Path.Combine(house.Folder, "set-up-code")));
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT (SELECT count(*) FROM set_up) + (SELECT count(*) FROM set_up_visit) + (SELECT count(*) FROM set_up_step)"));
        Assert.Contains("Line", await late.GetStringAsync("/garanties"));
    }

    [Fact]
    public async Task What_does_not_fit_is_said_beside_its_field_and_what_was_typed_stays()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        using var browser = await house.BeginSetUpAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync("/ouverture/nom", ("nom", "  "), ("devise", "Une maison"))).StatusCode);
        await browser.SendAsync("/ouverture/nom", ("nom", "La Passerelle"));
        var answer = await browser.SendAsync("/ouverture/heures", ("lundi", "le matin"), ("mardi", "10 h à 16 h"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("id=\"lundi-refus\"", page);
        Assert.Contains("value=\"10 h à 16 h\"", page);
        Assert.Equal("[]", Assert.Single(await Sql.TextsAsync(house, "SELECT opening_hours FROM house")));
    }

    [Fact]
    public async Task Whoever_guesses_codes_is_slowed_and_the_right_code_works_later()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        using var guesser = house.Newcomer();
        for (var i = 0; i < Alentour.Community.People.Tries.Most; i++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await guesser.SendAsync("/ouverture", ("code", "AAAA-BBBB-CCCC-DDDD"))).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await guesser.SendAsync("/ouverture", ("code", house.SetUpCode()))).StatusCode);
        house.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(HttpStatusCode.SeeOther, (await guesser.SendAsync("/ouverture", ("code", house.SetUpCode().Replace("-", " ").ToLowerInvariant()))).StatusCode);
    }

    [Fact]
    public async Task A_demonstration_has_no_set_up()
    {
        await using var house = await House.OpenAsync();
        using var browser = house.Newcomer();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/ouverture")).StatusCode);
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM set_up"));
    }

    static string? Next(HttpResponseMessage answer) => answer.Headers.Location?.OriginalString;
}
