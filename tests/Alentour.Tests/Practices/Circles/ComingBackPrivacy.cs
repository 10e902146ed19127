using System.Net;
using Alentour.Practices.Circles;
using Alentour.Tests.Cast;
using Alentour.Tests.Community.People;
using Alentour.Tests.Practices.Circles.Watching;
using Microsoft.Extensions.DependencyInjection;
using static Alentour.Tests.Practices.Circles.CircleSteps;

namespace Alentour.Tests.Practices.Circles;

/// <summary>Whoever comes a second time, by another way or on another's screen: a closed door stays closed, an open one leads to one's own seat.</summary>
public sealed class ComingBackPrivacy
{
    [Theory]
    [InlineData("Words")]
    [InlineData("Anyone")]
    public async Task A_screen_that_was_the_tablet_becomes_that_of_a_first_visit_and_the_pebble_moves_on(string threshold)
    {
        await using var evening = await WatchedEvening.ComesAsync();
        var (visitor, words) = await evening.AnnouncedAsync("Ré");
        await evening.BeginAsync();
        await Sql.RunAsync(evening.House, $"UPDATE circle SET threshold = '{threshold}'");
        await visitor.SendAsync("/cercles/tablette", ("mots", evening.Words));
        await visitor.SendAsync(evening.Circle, ("geste", "eteindre"));
        await evening.Simone.PressAsync(evening.Circle, "etape", ("valeur", "1"));
        await evening.Simone.PressAsync(evening.Circle, "passer");
        await evening.Simone.PressAsync(evening.Circle, "passer", ("place", await evening.SeatAsync(WatchedEvening.Rosalie)));
        await visitor.SendAsync("/cercles/arriver", ("geste", "mots"), ("mots", words));
        await evening.ArriveAsync(visitor);
        if (threshold == "Anyone")
            await evening.LetInAsync("Ré");
        Assert.Equal("Le galet est chez Ré", Centre(await evening.Simone.PageAsync(evening.Circle)));
        evening.House.Clock.Advance(TimeSpan.FromMinutes(3));
        var circles = evening.House.Services.GetRequiredService<CircleStore>();
        await circles.LookAsync(default);
        Assert.Contains("Ré", await evening.ShownAsync());
        evening.House.Clock.Advance(TimeSpan.FromHours(10));
        await circles.LookAsync(default);
        Assert.Equal(0, await Sql.NumberAsync(evening.House, "SELECT count(*) FROM circle"));
    }

    [Fact]
    public async Task Whoever_was_asked_to_leave_comes_back_neither_as_the_tablet_nor_by_the_words_they_read()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var (maude, luc) = (await evening.SeatedAsync("Maude"), await evening.SeatedAsync("Luc"));
        await evening.Simone.PressAsync(evening.Circle, "confier", ("place", await evening.SeatAsync("Maude")));
        await AskOutAsync(evening, await evening.SeatAsync("Simone"), maude, luc);
        Assert.Contains("terminée pour cette rencontre", await evening.Simone.PageAsync(evening.Circle));
        var now = (await Sql.TextsAsync(evening.House, "SELECT words FROM circle")).Single();
        Assert.NotEqual(evening.Words, now);
        foreach (var words in new[] { evening.Words, now })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await evening.Simone.SendAsync("/cercles/tablette", ("mots", words))).StatusCode);
        using var unknown = evening.House.Newcomer();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await unknown.SendAsync("/cercles/tablette", ("mots", evening.Words))).StatusCode);
        Assert.DoesNotContain(WatchedEvening.Rosalie, await evening.Simone.PageAsync(evening.Circle));
    }

    [Fact]
    public async Task A_tablet_that_two_asked_to_leave_is_not_back_at_once()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var (maude, luc, tablet) = (await evening.SeatedAsync("Maude"), await evening.SeatedAsync("Luc"), await evening.TabletAsync());
        await AskOutAsync(evening, (await Sql.TextsAsync(evening.House, "SELECT id FROM circle_seat WHERE kind = 'Tablet'")).Single(), maude, luc);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await tablet.SendAsync("/cercles/tablette", ("mots", evening.Words))).StatusCode);
        Assert.DoesNotContain(WatchedEvening.Rosalie, await tablet.PageAsync(evening.Circle));
    }

    [Fact]
    public async Task A_member_whose_seat_was_ended_does_not_come_back_by_leaving_and_joining_the_group()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var (maude, luc, kateri) = (await evening.SeatedAsync("Maude"), await evening.SeatedAsync("Luc"), await evening.SeatedAsync("Kateri"));
        await AskOutAsync(evening, await evening.SeatAsync("Luc"), maude, kateri);
        Assert.Equal(HttpStatusCode.SeeOther, (await luc.SendAsync(Group + "/entre-nous", ("geste", "partir"), ("sur", "oui"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await luc.SendAsync(Group + "/rejoindre")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await luc.SendAsync(evening.Circle, ("geste", "entrer"), ("valeur", "Screen"))).StatusCode);
        Assert.Contains("terminée pour cette rencontre", await luc.PageAsync(evening.Circle));
    }

    [Fact]
    public async Task What_one_member_asked_by_mistake_is_taken_back()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var (maude, luc, kateri) = (await evening.SeatedAsync("Maude"), await evening.SeatedAsync("Luc"), await evening.SeatedAsync("Kateri"));
        var seat = await evening.SeatAsync("Luc");
        await maude.PressAsync(evening.Circle, "depart", ("place", seat));
        Assert.Contains("Vous avez demandé que Luc parte", await maude.PageAsync(evening.Circle));
        Assert.DoesNotContain("que Luc parte", await kateri.PageAsync(evening.Circle));
        await maude.PressAsync(evening.Circle, "depart-repris", ("place", seat));
        await kateri.PressAsync(evening.Circle, "depart", ("place", seat));
        Assert.Contains("À vous de choisir", await luc.PageAsync(evening.Circle));
    }

    [Fact]
    public async Task Two_friends_with_one_phone_sit_under_their_own_names()
    {
        await using var evening = await WatchedEvening.ComesAsync();
        var (_, one) = await evening.AnnouncedAsync("Zéphir");
        var (_, two) = await evening.AnnouncedAsync("Babette");
        await evening.BeginAsync();
        var phone = evening.Somebody();
        await phone.SendAsync("/cercles/arriver", ("geste", "mots"), ("mots", one));
        await evening.ArriveAsync(phone);
        await evening.LetInAsync("Zéphir");
        await phone.SendAsync(evening.Circle, ("geste", "sortir"));
        await phone.SendAsync("/cercles/arriver", ("geste", "mots"), ("mots", two));
        await evening.ArriveAsync(phone);
        await evening.LetInAsync("Babette");
        var shown = await evening.ShownAsync();
        Assert.Contains("Babette", shown);
        Assert.DoesNotContain("Zéphir", shown);
    }

    [Fact]
    public async Task After_the_planned_end_people_still_find_the_circle_that_goes_on()
    {
        await using var evening = await WatchedEvening.ComesAsync();
        var (_, words) = await evening.AnnouncedAsync("Ré");
        await evening.BeginAsync();
        var luc = await evening.SeatedAsync("Luc");
        evening.House.Clock.MoveTo(DateTimeOffset.FromUnixTimeMilliseconds(await Sql.NumberAsync(evening.House, "SELECT ends_at FROM circle")).AddMinutes(5));
        using var again = evening.House.Newcomer();
        await again.SendAsync("/cercles/arriver", ("geste", "mots"), ("mots", words));
        await evening.ArriveAsync(again);
        foreach (var page in new[] { "/aujourdhui", Group + "/cercle", Group + "/entre-nous" })
            Assert.Contains(evening.Circle, await luc.PageAsync(page));
    }

    [Fact]
    public async Task A_member_on_the_screen_of_the_room_acts_as_themself()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var luc = await evening.InAsync("Luc");
        await luc.SendAsync("/cercles/tablette", ("mots", evening.Words));
        Assert.Equal(HttpStatusCode.SeeOther, (await luc.SendAsync(evening.Circle, ("geste", "entrer"), ("valeur", "Room"))).StatusCode);
        Assert.Contains("À vous de choisir", await luc.PageAsync(evening.Circle));
    }

    [Fact]
    public async Task Whom_a_visitor_blocked_is_told_to_them_once_they_can_be_seen_themself()
    {
        await using var evening = await WatchedEvening.ComesAsync();
        var aicha = await evening.InAsync("Aïcha");
        await BlockPrivacy.BlockAsync(aicha, "Maude", "/groupes/comite-de-l-assemblee/entre-nous");
        await evening.AnnouncedAsync("Quelqu'un d'autre", aicha);
        await evening.BeginAsync();
        await evening.SeatedAsync("Maude");
        await Sql.RunAsync(evening.House, "UPDATE circle SET threshold = 'Words'");
        Assert.DoesNotContain("Maude, que vous", await aicha.PageAsync("/cercles/arriver"));
        await evening.ArriveAsync(aicha);
        Assert.Contains("Maude, que vous", await aicha.PageAsync(evening.Circle));
        Assert.Contains("autre est au seuil", await evening.Simone.PageAsync(evening.Circle));
        Assert.Equal("/cercles/sorti", (await aicha.SendAsync(evening.Circle, ("geste", "repartir"))).Headers.Location?.OriginalString);
        Assert.DoesNotContain("autre est au seuil", await evening.Simone.PageAsync(evening.Circle));
    }

    [Fact]
    public async Task Whoever_is_refused_tonight_reads_it_does_not_ring_again_and_may_still_be_let_in()
    {
        await using var evening = await WatchedEvening.ComesAsync();
        var (visitor, _) = await evening.AnnouncedAsync("Ré");
        await evening.BeginAsync();
        await evening.ArriveAsync(visitor);
        var arrival = (await Sql.TextsAsync(evening.House, "SELECT id FROM circle_arrival")).Single();
        await evening.Simone.PressAsync(evening.Circle, "pas-ce-soir", ("place", arrival));
        await evening.ArriveAsync(visitor);
        Assert.Contains("Pas cette fois", await visitor.PageAsync(evening.Circle));
        Assert.DoesNotContain("Ré est au seuil", await evening.Simone.PageAsync(evening.Circle));
        await evening.LetInAsync("Ré");
        Assert.Contains(WatchedEvening.Rosalie, await visitor.PageAsync(evening.Circle));
    }

    static async Task AskOutAsync(WatchedEvening evening, string seat, params HttpClient[] members)
    {
        foreach (var member in members)
            Assert.Equal(HttpStatusCode.SeeOther, await member.PressAsync(evening.Circle, "depart", ("place", seat)));
    }
}
