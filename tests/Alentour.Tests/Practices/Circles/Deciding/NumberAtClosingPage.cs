using System.Net;
using System.Text.RegularExpressions;
using Alentour.Tests.Cast;
using static Alentour.Tests.Practices.Circles.CircleSteps;

namespace Alentour.Tests.Practices.Circles.Deciding;

/// <summary>If the group chose so, closing offers one number, typed by hand, without names, that may be corrected. The machine counts nothing.</summary>
public sealed class NumberAtClosingPage
{
    const string Day = "2026-11-26";

    [Fact]
    public async Task Where_the_group_chose_so_the_number_typed_at_closing_is_kept_shown_without_names_and_corrected()
    {
        await using var house = await EveningAsync();
        using var simone = await house.SignedInAsync("Simone");
        await simone.DecideAsync(("compte", "oui"));
        var circle = await simone.OpenCircleAsync();
        using var maude = await house.SeatedAsync("Maude", circle);
        Assert.Contains("id=\"nombre\"", await simone.PageAsync(circle));
        Assert.DoesNotContain("id=\"nombre\"", await maude.PageAsync(circle));
        // Two sit there: what is kept is what was typed.
        Assert.Equal(HttpStatusCode.SeeOther, await simone.PressAsync(circle, "fermer", ("valeur", "8")));
        foreach (var browser in new[] { simone, maude })
            Assert.Equal("8", Number(await browser.PageAsync(GroupWays.Page)));
        var shown = Section(await maude.PageAsync(GroupWays.Page));
        foreach (var name in await Sql.TextsAsync(house, "SELECT chosen_name FROM person"))
            Assert.DoesNotMatch($@"\b{Regex.Escape(name)}\b", shown);
        Assert.Equal(HttpStatusCode.SeeOther, (await maude.SendAsync(GroupWays.Page, ("geste", "nombre"), ("jour", Day), ("nombre", "9"))).StatusCode);
        Assert.Equal("9", Number(await simone.PageAsync(GroupWays.Page)));
        await simone.SendAsync(GroupWays.Page, ("geste", "nombre"), ("jour", Day), ("nombre", ""));
        Assert.DoesNotContain("id=\"numbers\"", await simone.PageAsync(GroupWays.Page));
        Assert.Equal(0, await KeptAsync(house));
    }

    [Fact]
    public async Task Where_the_group_did_not_choose_it_none_is_offered_and_a_forged_post_keeps_nothing()
    {
        await using var house = await EveningAsync();
        using var simone = await house.SignedInAsync("Simone");
        var circle = await simone.OpenCircleAsync();
        Assert.DoesNotContain("id=\"nombre\"", await simone.PageAsync(circle));
        Assert.Equal(HttpStatusCode.SeeOther, await simone.PressAsync(circle, "fermer", ("valeur", "8"), ("nombre", "8")));
        Assert.Equal(0, await KeptAsync(house));
        await simone.SendAsync(GroupWays.Page, ("geste", "nombre"), ("jour", Day), ("nombre", "8"));
        Assert.Equal(0, await KeptAsync(house));
        Assert.DoesNotContain("id=\"numbers\"", await simone.PageAsync(GroupWays.Page));
    }

    [Fact]
    public async Task Nothing_typed_keeps_nothing_and_what_is_no_number_leaves_the_circle_open()
    {
        await using var house = await EveningAsync();
        using var simone = await house.SignedInAsync("Simone");
        await simone.DecideAsync(("compte", "oui"));
        var circle = await simone.OpenCircleAsync();
        foreach (var typed in new[] { "huit", "-1", "1000", "8,5" })
        {
            var answer = await simone.SendAsync(circle, ("geste", "fermer"), ("valeur", typed));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("Un nombre de 0 à 999, ou rien.", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).Replace('\u00a0', ' '));
        }
        Assert.Contains("circle-ring", await simone.PageAsync(circle));
        Assert.Equal(HttpStatusCode.SeeOther, await simone.PressAsync(circle, "fermer", ("valeur", " ")));
        Assert.Equal(HttpStatusCode.NotFound, (await simone.GetAsync(circle)).StatusCode);
        Assert.Equal(0, await KeptAsync(house));
    }

    [Fact]
    public async Task A_circle_that_everybody_left_keeps_no_number_and_nobody_from_outside_reads_or_corrects_one()
    {
        await using var house = await EveningAsync();
        using var simone = await house.SignedInAsync("Simone");
        using var nadia = await house.SignedInAsync("Nadia");
        await simone.DecideAsync(("compte", "oui"));
        await simone.PressAsync(await simone.OpenCircleAsync(), "fermer", ("valeur", "8"));
        Assert.Equal(HttpStatusCode.NotFound, (await nadia.GetAsync(GroupWays.Page)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await nadia.SendAsync(GroupWays.Page, ("geste", "nombre"), ("jour", Day), ("nombre", "9"))).StatusCode);
        Assert.Equal("8", Number(await simone.PageAsync(GroupWays.Page)));
        var circle = await simone.OpenCircleAsync();
        Assert.Equal(HttpStatusCode.SeeOther, await simone.PressAsync(circle, "sortir", ("valeur", "7")));
        Assert.Equal("8", Number(await simone.PageAsync(GroupWays.Page)));
    }

    static Task<long> KeptAsync(House house) => Sql.NumberAsync(house, "SELECT count(*) FROM meeting_tally");

    static string Section(string page) => Regex.Match(page, """<section class="patch" aria-labelledby="numbers">.*?</section>""", RegexOptions.Singleline).Value;

    static string Number(string page) => Regex.Match(Section(page), """name="jour" value="2026-11-26">.*?name="nombre" value="(\d*)["]""", RegexOptions.Singleline).Groups[1].Value;
}
