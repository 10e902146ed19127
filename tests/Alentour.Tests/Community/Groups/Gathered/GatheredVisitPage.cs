using Alentour.Community.Groups;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Community.Groups.Gathered;

/// <summary>Whoever announced a first visit, at the meeting they announced it for.</summary>
public sealed class GatheredVisitPage
{
    static readonly DateOnly Day = new(2026, 11, 26);

    [Fact]
    public async Task An_announced_visitor_is_there_when_their_meeting_is_near_and_a_stranger_never()
    {
        await using var house = await House.OpenAsync();
        var (browser, _) = await house.AnnounceAsync("Ré");
        var before = (await house.Gatherings().ForVisitAsync(browser.Request, default))!;
        Assert.Equal(("Cercle du jeudi", "Ré", null, null), (before.Group.Name, before.Name, before.PersonId, before.Now));
        house.Clock.MoveTo(GatheredSteps.At(18));
        Assert.Equal(Day, (await house.Gatherings().ForVisitAsync(browser.Request, default))!.Now!.PlannedDay);
        Assert.Null(await house.Gatherings().ForVisitAsync(GatheredSteps.Request().Request, default));
        Assert.Null(await house.Gatherings().ForVisitAsync(GatheredSteps.Request("visite=quelquechose").Request, default));
        house.Clock.MoveTo(GatheredSteps.At(21));
        Assert.Null((await house.Gatherings().ForVisitAsync(browser.Request, default))!.Now);
    }

    [Fact]
    public async Task Another_meeting_of_the_group_than_theirs_is_none_of_theirs()
    {
        await using var house = await House.OpenAsync();
        var (browser, _) = await house.AnnounceAsync("Ré");
        await Sql.RunAsync(house, "UPDATE first_visit SET day = '2026-12-03', gone_at = gone_at + 604800000");
        house.Clock.MoveTo(GatheredSteps.At(18, 30));
        Assert.NotNull((await house.ThereAsync("Simone")).Now);
        Assert.Null((await house.Gatherings().ForVisitAsync(browser.Request, default))!.Now);
    }

    [Fact]
    public async Task A_moved_meeting_is_theirs_where_it_went_and_a_cancelled_one_is_nobody_s()
    {
        await using var house = await House.OpenAsync();
        var (browser, _) = await house.AnnounceAsync("Ré");
        using var maude = await house.SignedInAsync("Maude");
        var page = await maude.GetStringAsync(VisitSteps.Group + "/rencontres");
        (string, string)[] date = [("serie", VisitSteps.Series().Match(page).Groups[1].Value), ("jour", "2026-11-26")];
        // To 23 h, until 1 h: the visit goes with the meeting, not at midnight.
        await maude.SendAsync(VisitSteps.Group + "/rencontres", [.. date, ("geste", "deplacer"), ("versJour", "2026-11-27"), ("versHeure", "23:00")]);
        house.Clock.MoveTo(GatheredSteps.At(18, 30));
        Assert.Null((await house.Gatherings().ForVisitAsync(browser.Request, default))!.Now);
        house.Clock.MoveTo(GatheredSteps.At(22).AddDays(1));
        Assert.Equal(Day, (await house.Gatherings().ForVisitAsync(browser.Request, default))!.Now!.PlannedDay);
        house.Clock.MoveTo(GatheredSteps.At(0, 30).AddDays(2));
        Assert.Equal(Day, (await house.Gatherings().ForVisitAsync(browser.Request, default))!.Now!.PlannedDay);
        await maude.SendAsync(VisitSteps.Group + "/rencontres", [.. date, ("geste", "remettre")]);
        house.Clock.MoveTo(GatheredSteps.At(18, 30));
        await maude.SendAsync(VisitSteps.Group + "/rencontres", [.. date, ("geste", "annuler")]);
        Assert.Null((await house.Gatherings().ForVisitAsync(browser.Request, default))!.Now);
    }

    [Fact]
    public async Task The_three_words_give_the_visit_to_another_browser_and_wrong_ones_a_refusal()
    {
        await using var house = await House.OpenAsync(now: GatheredSteps.At(18, 30));
        var (_, words) = await house.AnnounceAsync("Ré");
        var tablet = GatheredSteps.Request();
        Assert.Equal(("visit.refusal.unknown", null), await house.Gatherings().FindVisitAsync(tablet, "chat chien loup", default));
        Assert.Equal(0, tablet.Response.Headers.SetCookie.Count);
        var (refusal, visit) = await house.Gatherings().FindVisitAsync(tablet, words.ToUpperInvariant(), default);
        Assert.Null(refusal);
        Assert.Equal(("Ré", Day), (visit!.Name, visit.Now!.PlannedDay));
        var cookie = tablet.Response.Headers.SetCookie.Single()!.Split(';')[0];
        Assert.Equal(visit.VisitId, (await house.Gatherings().ForVisitAsync(GatheredSteps.Request(cookie).Request, default))!.VisitId);
    }

    [Fact]
    public async Task An_account_that_announced_itself_is_known_by_it()
    {
        await using var house = await House.OpenAsync();
        using var oceane = await house.SignedInAsync("Océane");
        var (browser, _) = await house.AnnounceAsync("Vague", oceane);
        Assert.Equal(await house.IdAsync("Océane"), (await house.Gatherings().ForVisitAsync(browser.Request, default))!.PersonId);
    }

    [Fact]
    public async Task A_name_announced_to_a_meeting_is_found_as_people_write_it_and_at_no_other_meeting()
    {
        await using var house = await House.OpenAsync(now: GatheredSteps.At(18, 30));
        var (browser, _) = await house.AnnounceAsync("Zoé  Bœuf");
        var visit = (await house.Gatherings().ForVisitAsync(browser.Request, default))!;
        foreach (var typed in new[] { "Zoé Bœuf", "ZOE BOEUF", "  zoé\u00A0 boeuf " })
            Assert.Equal(visit.VisitId, await house.Gatherings().ExpectedAsync(visit.Now!, typed, default));
        foreach (var typed in new[] { "Zoé", "", "Ré" })
            Assert.Null(await house.Gatherings().ExpectedAsync(visit.Now!, typed, default));
        Assert.Null(await house.Gatherings().ExpectedAsync(visit.Now! with { PlannedDay = Day.AddDays(7) }, "Zoé Bœuf", default));
        Assert.Null(await house.Gatherings().ExpectedAsync(visit.Now! with { SeriesId = Guid.CreateVersion7() }, "Zoé Bœuf", default));
        await house.AnnounceAsync("Zoe Boeuf");
        Assert.Equal(visit.VisitId, await house.Gatherings().ExpectedAsync(visit.Now!, "Zoe Boeuf", default));
    }
}
