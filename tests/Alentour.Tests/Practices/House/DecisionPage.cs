using System.Net;
using System.Text.RegularExpressions;
using Alentour.Foundation.Jobs;
using Alentour.Tests.Cast;
using Alentour.Tests.Community.People;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Practices;

/// <summary>What the house chose, its members decide: one who was there tells it, two others confirm it, none of them with a role.</summary>
public sealed partial class DecisionPage
{
    const string Words = "On garde nos heures du soir, canari.";
    const string List = "/maison/decisions";
    const string Entries = "SELECT count(*) FROM journal_entry WHERE voice = 'Members' AND decision LIKE '%canari%'";

    [Fact]
    public async Task One_tells_two_others_confirm_and_the_journal_says_that_members_decided_without_their_names()
    {
        await using var house = await House.OpenAsync();
        using var simone = await house.SignedInAsync("Simone");
        await TellAsync(simone);
        Assert.Equal(HttpStatusCode.SeeOther, await ConfirmAsync(simone, await IdAsync(house)));
        using var maude = await house.SignedInAsync("Maude");
        Assert.Contains(Words, WebUtility.HtmlDecode(await maude.GetStringAsync(List)));
        Assert.DoesNotContain("Simone", await maude.GetStringAsync(List));
        var id = await IdAsync(house);
        await ConfirmAsync(maude, id);
        await ConfirmAsync(maude, id);
        Assert.Equal(0, await Sql.NumberAsync(house, Entries));
        using var luc = await house.SignedInAsync("Luc");
        Assert.Contains(List, await luc.GetStringAsync("/aujourdhui"));
        await ConfirmAsync(luc, id);
        using var visitor = house.Visitor();
        var journal = WebUtility.HtmlDecode(await visitor.GetStringAsync("/maison/journal"));
        Assert.Contains(Words, journal);
        Assert.Contains("Réunion du 20 novembre 2026, cuisine. 7 personnes présentes.", Plain(journal));
        Assert.Matches("(?s)<dt>Les heures</dt><dd>(?:(?!</dd>).)*<span class=\"small decided\">Décidé par les membres le 20 novembre 2026</span>", Plain(journal));
        Assert.All(new[] { "Simone", "Maude", "Luc" }, name => Assert.DoesNotContain(name, journal));
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT (SELECT count(*) FROM house_decision) + (SELECT count(*) FROM decision_voice)"));

        using var line = await house.SignedInAsync("Line");
        var form = await line.GetStringAsync("/reglages/heures");
        await line.SendAsync("/reglages/heures", ("vu", Seen().Match(form).Groups[1].Value), ("lundi", "9 h à 10 h"));
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Matches("(?s)<dt>Les heures</dt><dd>(?:(?!</dd>).)*<span class=\"small open-choice\">", Plain(WebUtility.HtmlDecode(await visitor.GetStringAsync("/maison/journal"))));
    }

    [Fact]
    public async Task Whoever_holds_a_role_reads_it_and_neither_tells_nor_confirms()
    {
        await using var house = await House.OpenAsync();
        using var simone = await house.SignedInAsync("Simone");
        await TellAsync(simone);
        var id = await IdAsync(house);
        foreach (var name in new[] { "Line", "Nadia", "Denise", "Gaétan" })
        {
            using var holder = await house.SignedInAsync(name);
            Assert.DoesNotContain("name=\"geste\"", await holder.GetStringAsync(List));
            Assert.Equal(HttpStatusCode.Forbidden, await ConfirmAsync(holder, id));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await holder.SendAsync(List + "/dire", Told)).StatusCode);
        }
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM decision_voice"));
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM house_decision"));
    }

    [Fact]
    public async Task Of_those_who_confirm_at_once_the_journal_gets_one_entry()
    {
        await using var house = await House.OpenAsync();
        using var simone = await house.SignedInAsync("Simone");
        await TellAsync(simone);
        var id = await IdAsync(house);
        var members = await Task.WhenAll(new[] { "Maude", "Luc", "Kateri", "Jean-Guy" }.Select(house.SignedInAsync));
        await Task.WhenAll(members.Select(m => ConfirmAsync(m, id)));
        Assert.Equal(1, await Sql.NumberAsync(house, Entries));
        foreach (var member in members)
            member.Dispose();
    }

    [Fact]
    public async Task A_form_sent_twice_tells_once_and_one_person_tells_one_decision_at_a_time()
    {
        await using var house = await House.OpenAsync();
        using var simone = await house.SignedInAsync("Simone");
        await TellAsync(simone);
        await TellAsync(simone);
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM house_decision"));
        var another = await simone.SendAsync(List + "/dire", [.. Told.Where(f => f.Name != "cle"), ("cle", "another form")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, another.StatusCode);
        Assert.Contains(Words, WebUtility.HtmlDecode(await another.Content.ReadAsStringAsync()));
        await simone.SendAsync(List, ("geste", "reprendre"), ("decision", await IdAsync(house)));
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM house_decision"));
        await TellAsync(simone);
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM house_decision"));
    }

    [Theory]
    [InlineData("choix", "Card")]
    [InlineData("mots", " ")]
    [InlineData("jour", "demain")]
    [InlineData("jour", "2026-11-27")]
    [InlineData("lieu", "")]
    [InlineData("mots", "On garde nos heures\u202E.rios ud")]
    [InlineData("lieu", "cui\u200Bsine")]
    [InlineData("presents", "2")]
    public async Task What_does_not_fit_is_said_beside_its_field_and_what_was_typed_stays(string field, string typed)
    {
        await using var house = await House.OpenAsync();
        using var simone = await house.SignedInAsync("Simone");
        var answer = await simone.SendAsync(List + "/dire", [.. Told.Select(f => f.Name == field ? (field, typed) : f)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains($"id=\"{field}-refus\"", page);
        Assert.Equal(1, page.Split("error-text").Length - 1);
        Assert.Contains(field == "lieu" ? Words : "cuisine", page);
    }

    [Fact]
    public async Task What_nobody_confirms_goes_after_thirty_days_and_with_whoever_told_it()
    {
        await using var house = await House.OpenAsync();
        using var simone = await house.SignedInAsync("Simone");
        await TellAsync(simone);
        Assert.Contains(Words, await simone.GetStringAsync("/mes-donnees/json"));
        await simone.SendAsync("/mes-donnees/effacer", ("oui", "true"));
        Assert.Empty(await RecordsPage.PlacesAsync(house, Words));
        using var maude = await house.SignedInAsync("Maude");
        await TellAsync(maude, "another form");
        Assert.NotEmpty(await RecordsPage.PlacesAsync(house, Words));
        house.Clock.Advance(TimeSpan.FromDays(31));
        await house.Services.GetRequiredService<NightWork>().RunDueAsync();
        Assert.Empty(await RecordsPage.PlacesAsync(house, Words));
    }

    static (string Name, string Value)[] Told =>
        [("choix", "Hours"), ("mots", Words), ("jour", "2026-11-20"), ("lieu", "cuisine"), ("presents", "7"), ("cle", "one form")];

    static async Task TellAsync(HttpClient browser, string key = "one form")
    {
        var answer = await browser.SendAsync(List + "/dire", [.. Told.Where(f => f.Name != "cle"), ("cle", key)]);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
    }

    static async Task<HttpStatusCode> ConfirmAsync(HttpClient browser, string id) => (await browser.SendAsync(List, ("geste", "confirmer"), ("decision", id))).StatusCode;

    static async Task<string> IdAsync(House house) => (await Sql.TextsAsync(house, "SELECT id FROM house_decision")).Single();

    static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    [GeneratedRegex("""name="vu" value="([^"]+)["]""")]
    private static partial Regex Seen();
}
