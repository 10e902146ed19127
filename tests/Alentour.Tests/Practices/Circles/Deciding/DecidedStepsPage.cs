using System.Net;
using Alentour.Tests.Cast;
using static Alentour.Tests.Practices.Circles.CircleSteps;

namespace Alentour.Tests.Practices.Circles.Deciding;

/// <summary>The group reorders and renames the steps of its circles; the circle opened afterwards goes that way.</summary>
public sealed class DecidedStepsPage
{
    static readonly (string, string)[] Ours =
    [
        ("rang-Round", "1"), ("rang-Welcome", "2"), ("rang-Closing", "3"), ("rang-Exchanges", "4"), ("rang-Weather", "5"),
        ("nom-Round", "Le grand tour"), ("nom-Weather", "La marée de chaque personne"),
    ];

    static readonly string[] OurNames = ["Le grand tour", "Accueil", "Clôture", "Échanges", "La marée de chaque personne"];

    [Fact]
    public async Task A_circle_opened_afterwards_shows_the_steps_in_the_order_and_under_the_names_that_the_group_gave()
    {
        await using var house = await EveningAsync();
        using var simone = await house.SignedInAsync("Simone");
        Assert.Equal(["Accueil", "Météo du jour", "Tour de parole", "Échanges", "Clôture"], GroupWays.Steps(await simone.PageAsync(GroupWays.Page)));
        await simone.DecideAsync(Ours);
        Assert.Equal(OurNames, GroupWays.Steps(await simone.PageAsync(GroupWays.Page)));
        var circle = await simone.OpenCircleAsync();
        using var maude = await house.SeatedAsync("Maude", circle);
        foreach (var browser in new[] { simone, maude })
            Assert.Equal(OurNames, GroupWays.Steps(await browser.PageAsync(circle)));
        Assert.DoesNotContain("Météo du jour", await maude.PageAsync(circle));
    }

    [Fact]
    public async Task The_circle_goes_through_them_in_that_order_and_turns_go_as_each_step_asks()
    {
        await using var house = await EveningAsync();
        using var simone = await house.SignedInAsync("Simone");
        await simone.DecideAsync(Ours);
        var circle = await simone.OpenCircleAsync();
        // A round comes first: the pebble is with somebody as soon as the circle is open.
        var centres = new[] { "Le galet est chez vous", "Bienvenue", "Le galet est chez vous", "La parole est libre", "Le galet est chez vous" };
        for (var step = 0; step < centres.Length; step++)
        {
            var page = await simone.PageAsync(circle);
            Assert.Equal((step, centres[step]), (step, Centre(page)));
            Assert.Contains($"<span>{OurNames[step]}", page[page.IndexOf("aria-current=\"step\"", StringComparison.Ordinal)..][..80]);
            if (step + 1 == centres.Length)
                return;
            Assert.Contains($"Passer à l’étape : {OurNames[step + 1]}", page.Replace('\u00a0', ' '));
            Assert.Equal(HttpStatusCode.SeeOther, await simone.PressAsync(circle, "etape", ("valeur", $"{step + 1}")));
        }
    }

    [Fact]
    public async Task A_circle_that_is_open_goes_on_as_it_began()
    {
        await using var house = await EveningAsync();
        using var simone = await house.SignedInAsync("Simone");
        var circle = await simone.OpenCircleAsync();
        await simone.DecideAsync(Ours);
        Assert.Equal(["Accueil", "Météo du jour", "Tour de parole", "Échanges", "Clôture"], GroupWays.Steps(await simone.PageAsync(circle)));
        await simone.PressAsync(circle, "fermer");
        Assert.Equal(OurNames, GroupWays.Steps(await simone.PageAsync(await simone.OpenCircleAsync())));
    }

    [Fact]
    public async Task Somebody_from_outside_the_group_decides_nothing_and_of_two_who_decide_at_once_one_does()
    {
        await using var house = await EveningAsync();
        using var simone = await house.SignedInAsync("Simone");
        using var nadia = await house.SignedInAsync("Nadia");
        Assert.Equal(HttpStatusCode.NotFound, (await nadia.SendAsync(GroupWays.Page, [("geste", "facon"), ("vu", "0"), .. Ours])).StatusCode);
        await simone.DecideAsync(Ours);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await simone.SendAsync(GroupWays.Page, ("geste", "facon"), ("vu", "0"), ("nom-Round", "Autrement"))).StatusCode);
        Assert.Equal(OurNames, GroupWays.Steps(await simone.PageAsync(GroupWays.Page)));
    }
}
