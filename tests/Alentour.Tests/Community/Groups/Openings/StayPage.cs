using System.Net;
using System.Text.RegularExpressions;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Community.Groups.Openings;

/// <summary>« Je viens » on another date; « Rester, si vous voulez ».</summary>
public sealed partial class StayPage
{
    [Fact]
    public async Task When_a_meeting_is_full_or_cancelled_other_dates_are_offered()
    {
        await using var house = await House.OpenAsync();
        await Sql.RunAsync(house, "UPDATE meeting_series SET visits_at_once = 1");
        using var first = house.Newcomer();
        var meeting = await first.ProposedAsync(VisitSteps.Group);
        await first.ComeAsync(VisitSteps.Group, ("nom", "Ré"));
        using var second = house.Newcomer();
        var refused = await second.SendAsync(VisitSteps.Group + "/je-viens", ("nom", "Lou"), ("rencontre", meeting));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.Content.ReadAsStringAsync();
        var other = Choice().Match(page).Groups[1].Value;
        page = WebUtility.HtmlDecode(await (await second.SendAsync(VisitSteps.Group + "/je-viens", ("nom", "Lou"), ("choix", other))).Content.ReadAsStringAsync());
        Assert.Contains("value=\"Lou\"", page);
        Assert.Equal(HttpStatusCode.OK, (await second.SendAsync(VisitSteps.Group + "/je-viens", ("nom", "Lou"), ("rencontre", other))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await house.Newcomer().SendAsync(VisitSteps.Group + "/je-viens", ("nom", "Zoé"), ("rencontre", "disparue"))).StatusCode);
        using var maude = await house.SignedInAsync("Maude");
        await VisitSteps.CancelNextAsync(maude);
        page = await first.GetStringAsync("/ma-visite");
        Assert.Equal(HttpStatusCode.SeeOther, (await first.SendAsync("/ma-visite", ("geste", "changer"), ("rencontre", Meeting().Match(page).Groups[1].Value))).StatusCode);
        Assert.DoesNotContain("n’aura pas lieu", await first.ReadAsync("/ma-visite"));
        Assert.Equal(2, await Sql.NumberAsync(house, "SELECT count(DISTINCT day) FROM first_visit"));
    }

    [Theory]
    [InlineData("cercle-du-jeudi", "SELECT count(*) FROM membership m JOIN person p ON p.id = m.person_id WHERE p.chosen_name = 'Ré'")]
    [InlineData("etre-proche", "SELECT count(*) FROM join_request j JOIN person p ON p.id = j.person_id WHERE p.chosen_name = 'Ré'")]
    public async Task Staying_opens_an_account_of_the_same_name_that_joins_or_asks(string slug, string counted)
    {
        await using var house = await House.OpenAsync();
        using var stranger = house.Newcomer();
        await stranger.ComeAsync($"/groupes/{slug}", ("nom", "Ré"));
        Assert.Equal("/ouvrir?rester=1", (await stranger.SendAsync("/ma-visite", ("geste", "rester"))).Headers.Location?.OriginalString);
        Assert.Contains("value=\"Ré\"", await stranger.ReadAsync("/ouvrir?rester=1"));
        Assert.Equal(HttpStatusCode.OK, (await stranger.SendAsync("/ouvrir", ("nom", "Ré"), ("majeur", "true"), ("cle", "k"), ("rester", "1"))).StatusCode);
        Assert.Equal(1, await Sql.NumberAsync(house, counted));
    }

    [Fact]
    public async Task Somebody_who_is_in_stays_in_one_press()
    {
        await using var house = await House.OpenAsync();
        using var oceane = await house.SignedInAsync("Océane");
        await oceane.ComeAsync(VisitSteps.Group, ("nom", "Océane"));
        Assert.Equal(VisitSteps.Group + "/entre-nous", (await oceane.SendAsync("/ma-visite", ("geste", "rester"))).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await oceane.GetAsync(VisitSteps.Group + "/entre-nous")).StatusCode);
    }

    [GeneratedRegex("""name="choix" value="([^"]+)["]""")]
    private static partial Regex Choice();

    [GeneratedRegex("""name="rencontre" value="([^"]+)["]""")]
    private static partial Regex Meeting();
}
