using System.Net;
using Alentour.Tests.Cast;
using static Alentour.Tests.Practices.Circles.CircleSteps;

namespace Alentour.Tests.Practices.Circles.Speaking;

/// <summary>A proposal decided by consent, through the pages: everybody in turn, objections, and back to the step.</summary>
public sealed class ConsentRoundPage
{
    const string Proposal = "On commence à 18 h 30 en hiver";

    [Fact]
    public async Task An_objection_stands_until_whoever_made_it_lifts_it_and_then_the_proposal_is_consented_to()
    {
        await using var house = await EveningAsync();
        using var simone = await house.SignedInAsync("Simone");
        var circle = await simone.OpenCircleAsync();
        using var maude = await house.SeatedAsync("Maude", circle);
        using var luc = await house.SeatedAsync("Luc", circle);
        await ProposeAsync(simone, circle);
        foreach (var browser in new[] { simone, maude, luc })
            Assert.Contains(Proposal, Plain(await browser.PageAsync(circle)));
        Assert.Contains("value=\"objection\"", await simone.PageAsync(circle));
        await PressedAsync(simone, circle, "fini");
        Assert.DoesNotContain("value=\"objection\"", await luc.PageAsync(circle));
        await PressedAsync(maude, circle, "objection");
        await PressedAsync(luc, circle, "passer");
        Assert.Equal("Il reste au moins une objection", Centre(await simone.PageAsync(circle)));
        Assert.Equal("a une objection", Under(await luc.PageAsync(circle))["Maude"]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await luc.PressAsync(circle, "objection-levee", ("place", await SeatAsync(house, "Maude"))));
        Assert.Equal("Il reste au moins une objection", Centre(await luc.PageAsync(circle)));
        await PressedAsync(maude, circle, "objection-levee");
        foreach (var browser in new[] { simone, maude, luc })
            Assert.Equal("Personne ne s’y oppose", Centre(await browser.PageAsync(circle)));
    }

    [Fact]
    public async Task Back_at_the_step_nothing_of_the_proposal_remains_and_its_round_begins_anew()
    {
        await using var house = await EveningAsync();
        using var simone = await house.SignedInAsync("Simone");
        var circle = await simone.OpenCircleAsync();
        using var maude = await house.SeatedAsync("Maude", circle);
        await PressedAsync(simone, circle, "etape", ("valeur", "1"));
        await PressedAsync(simone, circle, "fini");
        await ProposeAsync(simone, circle);
        Assert.Equal("Le galet est chez Simone", Centre(await maude.PageAsync(circle)));
        await PressedAsync(simone, circle, "objection");
        await PressedAsync(maude, circle, "fini");
        await PressedAsync(simone, circle, "proposition-close");
        var page = await maude.PageAsync(circle);
        Assert.DoesNotContain(Proposal, Plain(page));
        Assert.DoesNotContain("a une objection", page);
        Assert.Contains("<li aria-current=\"step\"><span>Météo du jour", page);
        Assert.Equal("Le galet est chez Simone", Centre(page));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await simone.PressAsync(circle, "objection"));
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM circle_seat WHERE objects = 1"));
    }

    [Fact]
    public async Task Only_the_keeper_proposes_and_a_late_or_empty_proposal_changes_nothing()
    {
        await using var house = await EveningAsync();
        using var simone = await house.SignedInAsync("Simone");
        var circle = await simone.OpenCircleAsync();
        using var maude = await house.SeatedAsync("Maude", circle);
        Assert.DoesNotContain("id=\"proposition\"", await maude.PageAsync(circle));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await maude.PressAsync(circle, "proposer", ("texte", Proposal)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await simone.PressAsync(circle, "proposer", ("texte", "  ")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await simone.SendAsync(circle, ("geste", "proposer"), ("texte", Proposal), ("ronde", "0"))).StatusCode);
        Assert.Equal("Bienvenue", Centre(await maude.PageAsync(circle)));
        Assert.DoesNotContain(Proposal, Plain(await maude.PageAsync(circle)));
        await ProposeAsync(simone, circle);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await maude.PressAsync(circle, "proposition-close"));
        Assert.Contains(Proposal, Plain(await maude.PageAsync(circle)));
    }

    static Task ProposeAsync(HttpClient keeper, string circle) => PressedAsync(keeper, circle, "proposer", ("texte", Proposal));

    static async Task PressedAsync(HttpClient browser, string circle, string press, params (string, string)[] more) =>
        Assert.Equal((press, HttpStatusCode.SeeOther), (press, await browser.PressAsync(circle, press, more)));

    static async Task<string> SeatAsync(House house, string name) => (await Sql.TextsAsync(house, $"SELECT id FROM circle_seat WHERE name = '{name}'")).Single();

    static string Plain(string page) => page.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
