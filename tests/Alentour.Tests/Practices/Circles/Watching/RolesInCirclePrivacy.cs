using System.Net;
using Alentour.Tests.Cast;
using Alentour.Tests.Personas;
using static Alentour.Tests.Practices.Circles.CircleSteps;

namespace Alentour.Tests.Practices.Circles.Watching;

/// <summary>The team does not come in by its role. A member who holds one sits there as a member, shown as both; a guest sits there for one meeting, shown as such.</summary>
public sealed class RolesInCirclePrivacy
{
    /// <summary>What is done in the group's name.</summary>
    static readonly string[] InItsName = ["garder", "entrez", "pas-ce-soir", "depart", "confier", "fermer", "asseoir", "etape"];

    [Fact]
    public async Task A_volunteer_who_is_a_member_is_shown_with_the_role_and_leaves_the_group_s_acts_to_the_others()
    {
        await using var evening = await WatchedEvening.ComesAsync();
        await evening.BelongsAsync("Gaétan");
        await evening.AnnouncedAsync("Ré");
        await evening.BeginAsync();
        using var stranger = evening.Somebody();
        await stranger.SendAsync("/cercles/arriver", ("geste", "nom"), ("groupe", "cercle-du-jeudi"), ("nom", "Ré"));
        var gaetan = await evening.SeatedAsync("Gaétan");
        Assert.Contains("bénévole", Under(await evening.Simone.PageAsync(evening.Circle))["Gaétan"], StringComparison.OrdinalIgnoreCase);
        await RefusedAsync(evening, gaetan);
        Assert.DoesNotContain("entrez", await gaetan.PageAsync(evening.Circle));
    }

    [Fact]
    public async Task A_guest_is_shown_as_of_the_team_and_may_do_nothing_in_the_group_s_name()
    {
        await using var evening = await WatchedEvening.ComesAsync();
        await evening.AnnouncedAsync("Ré");
        await evening.BeginAsync();
        using var stranger = evening.Somebody();
        await stranger.SendAsync("/cercles/arriver", ("geste", "nom"), ("groupe", "cercle-du-jeudi"), ("nom", "Ré"));
        await ObserverPrivacy.InviteAsync(evening, "Nadia", "inviter");
        var nadia = await evening.SeatedAsync("Nadia");
        Assert.Contains("équipe", Under(await evening.Simone.PageAsync(evening.Circle))["Nadia"], StringComparison.OrdinalIgnoreCase);
        await RefusedAsync(evening, nadia);
    }

    [Fact]
    public async Task A_role_that_is_taken_while_its_person_sits_is_shown_and_they_leave_the_group_s_acts_to_the_others()
    {
        await using var evening = await WatchedEvening.ComesAsync();
        await evening.BeginAsync();
        var maude = await evening.SeatedAsync("Maude");
        Assert.DoesNotContain("bénévole", Under(await evening.Simone.PageAsync(evening.Circle))["Maude"], StringComparison.OrdinalIgnoreCase);
        await Sql.RunAsync(evening.House, "INSERT INTO held_role (person_id, kind, since, decision) SELECT id, 'Volunteer', '2026-11-26', 'x' FROM person WHERE chosen_name = 'Maude'");
        Assert.Contains("bénévole", Under(await evening.Simone.PageAsync(evening.Circle))["Maude"], StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await maude.SendAsync(evening.Circle, ("geste", "garder"))).StatusCode);
    }

    [Fact]
    public async Task No_role_opens_a_circle_not_even_a_member_s()
    {
        await using var evening = await WatchedEvening.ComesAsync();
        await evening.BelongsAsync("Gaétan");
        evening.House.Clock.MoveTo(ThursdayEvening);
        var gaetan = await evening.InAsync("Gaétan");
        Assert.Equal(HttpStatusCode.OK, (await gaetan.GetAsync(Group + "/cercle")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await gaetan.SendAsync(Group + "/cercle", ("geste", "ouvrir"))).StatusCode);
        foreach (var name in new[] { "Nadia", "Line", "Denise" })
            Assert.Equal(HttpStatusCode.NotFound, (await (await evening.InAsync(name)).SendAsync(Group + "/cercle", ("geste", "ouvrir"))).StatusCode);
        Assert.Equal(0, await Sql.NumberAsync(evening.House, "SELECT count(*) FROM circle"));
    }

    [Fact]
    public async Task The_invitation_names_the_group_and_nobody_and_is_gone_the_day_after()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        await ObserverPrivacy.InviteAsync(evening, "Nadia", "inviter");
        var nadia = await evening.InAsync("Nadia");
        var today = await nadia.PageAsync("/aujourdhui");
        Assert.Contains("vous invite", today);
        foreach (var name in new[] { "Simone", "Maude", "Kateri", "Canari" })
            Assert.DoesNotContain(name, today, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.NotFound, (await nadia.GetAsync(Group + "/cercle")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await nadia.GetAsync(Group + "/entre-nous")).StatusCode);
        evening.House.Clock.Advance(TimeSpan.FromDays(1));
        Assert.DoesNotContain("vous invite", await nadia.PageAsync("/aujourdhui"));
        await new Nights(evening.House).PassAsync();
        Assert.Equal(0, await Sql.NumberAsync(evening.House, "SELECT count(*) FROM meeting_guest"));
    }

    [Fact]
    public async Task Whatever_the_team_opens_in_the_whole_house_nothing_says_that_a_circle_is_open()
    {
        await using var evening = await WatchedEvening.ComesAsync();
        evening.House.Clock.MoveTo(ThursdayEvening);
        var nadia = await evening.InAsync("Nadia");
        var before = await Crawl.AsAsync(evening.House, nadia);
        await evening.BeginAsync();
        await evening.SeatedAsync("Maude");
        var after = await Crawl.AsAsync(evening.House, nadia);
        Assert.Equal(before.Keys.Order(), after.Keys.Order());
        Assert.Empty(after.Where(p => before[p.Key] != p.Value).Select(p => p.Key));
        Assert.NotEmpty((await Crawl.AsAsync(evening.House, await evening.InAsync("Luc"))).Holding(evening.Circle));
    }

    static async Task RefusedAsync(WatchedEvening evening, HttpClient browser)
    {
        var (rows, arrival) = (await evening.RowsAsync(), (await Sql.TextsAsync(evening.House, "SELECT id FROM circle_arrival")).Single());
        foreach (var press in InItsName)
            foreach (var place in new[] { arrival, await evening.SeatAsync("Simone") })
                Assert.Equal(HttpStatusCode.UnprocessableEntity, await browser.PressAsync(evening.Circle, press, ("place", place), ("texte", "Ré"), ("valeur", "1")));
        Assert.Equal(rows, await evening.RowsAsync());
    }
}
