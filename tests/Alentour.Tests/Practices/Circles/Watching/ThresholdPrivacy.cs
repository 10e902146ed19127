using System.Net;
using Alentour.Tests.Cast;
using Alentour.Tests.Personas;
using static Alentour.Tests.Practices.Circles.CircleSteps;

namespace Alentour.Tests.Practices.Circles.Watching;

/// <summary>At the threshold nobody learns by a name who is awaited, nor by words what is open; and nobody fills it.</summary>
public sealed class ThresholdPrivacy
{
    [Fact]
    public async Task A_name_without_words_is_answered_alike_whether_it_is_awaited_or_not_and_the_circle_open_or_not()
    {
        await using var evening = await WatchedEvening.ComesAsync();
        await evening.AnnouncedAsync("Ré");
        evening.House.Clock.MoveTo(ThursdayEvening);
        var closed = await AskedAsync(evening, "Ré");
        await evening.BeginAsync();
        var (awaited, unknown) = (await AskedAsync(evening, "Ré"), await AskedAsync(evening, "Xyzzy"));
        Assert.Equal(1, await Sql.NumberAsync(evening.House, "SELECT count(*) FROM circle_arrival"));
        Assert.Equal(closed, awaited);
        Assert.Equal(unknown, awaited);
    }

    [Fact]
    public async Task Words_of_another_meeting_and_those_of_a_closed_circle_open_nothing()
    {
        await using var evening = await WatchedEvening.ComesAsync();
        var (other, _) = await evening.AnnouncedAsync("Ré");
        await Sql.RunAsync(evening.House, "UPDATE first_visit SET day = '2026-12-03'");
        await evening.BeginAsync();
        var answer = await other.SendAsync("/cercles/arriver", ("geste", "entrer"));
        Assert.Equal("/cercles/arriver", answer.Headers.Location?.OriginalString);
        Assert.Equal(0, await Sql.NumberAsync(evening.House, "SELECT count(*) FROM circle_arrival"));
        var tablet = await evening.TabletAsync();
        Assert.Equal(HttpStatusCode.SeeOther, await evening.Simone.PressAsync(evening.Circle, "fermer"));
        Assert.Equal(HttpStatusCode.NotFound, (await tablet.GetAsync(evening.Circle)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await tablet.SendAsync("/cercles/tablette", ("mots", evening.Words))).StatusCode);
    }

    [Fact]
    public async Task Wrong_words_slow_down_whoever_tries_them_and_names_too()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        using var stranger = evening.Somebody();
        for (var i = 0; i < 15; i++)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await stranger.SendAsync("/cercles/tablette", ("mots", "abri abri abri abri"))).StatusCode);
            Assert.Equal(HttpStatusCode.SeeOther, (await stranger.SendAsync("/cercles/arriver", ("geste", "nom"), ("groupe", "cercle-du-jeudi"), ("nom", $"Nom {i}"))).StatusCode);
        }
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await stranger.SendAsync("/cercles/tablette", ("mots", evening.Words))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await stranger.SendAsync("/cercles/arriver", ("geste", "nom"), ("groupe", "cercle-du-jeudi"), ("nom", "Ré"))).StatusCode);
        Assert.Equal(0, await Sql.NumberAsync(evening.House, "SELECT count(*) FROM circle_seat WHERE kind = 'Tablet'"));
        evening.House.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(HttpStatusCode.SeeOther, (await stranger.SendAsync("/cercles/tablette", ("mots", evening.Words))).StatusCode);
    }

    [Theory]
    [InlineData("Anyone")]
    [InlineData("Words")]
    public async Task The_words_of_one_visit_are_one_person_from_however_many_browsers(string threshold)
    {
        await using var evening = await WatchedEvening.ComesAsync();
        var (_, words) = await evening.AnnouncedAsync("Ré");
        await evening.BeginAsync();
        await Sql.RunAsync(evening.House, $"UPDATE circle SET threshold = '{threshold}'");
        HttpClient last = null!;
        for (var i = 0; i < 4; i++)
        {
            last = evening.Somebody();
            Assert.Equal(HttpStatusCode.SeeOther, (await last.SendAsync("/cercles/arriver", ("geste", "mots"), ("mots", words))).StatusCode);
            await evening.ArriveAsync(last);
        }
        Assert.Equal(threshold == "Words" ? 0 : 1, await Sql.NumberAsync(evening.House, "SELECT count(*) FROM circle_arrival"));
        Assert.Equal(threshold == "Words" ? 1 : 0, await Sql.NumberAsync(evening.House, "SELECT count(*) FROM circle_seat WHERE kind = 'Visitor'"));
        if (threshold == "Anyone")
            await evening.LetInAsync("Ré");
        Assert.Contains(WatchedEvening.Rosalie, await last.PageAsync(evening.Circle));
    }

    [Theory]
    [InlineData("Anyone", "quelqu’un vous dira « entrez »")]
    [InlineData("Words", "Vos trois mots suffisent")]
    public async Task Whoever_brings_words_reads_before_pressing_whether_they_wait_or_sit_down_at_once(string threshold, string reads)
    {
        await using var evening = await WatchedEvening.ComesAsync();
        var (visitor, _) = await evening.AnnouncedAsync("Ré");
        await evening.BeginAsync();
        await Sql.RunAsync(evening.House, $"UPDATE circle SET threshold = '{threshold}'");
        var page = (await visitor.PageAsync("/cercles/arriver")).Replace('\u00a0', ' ').Replace('\u202f', ' ');
        Assert.Contains(reads, page);
        Assert.Single(new[] { "vous dira", "mots suffisent" }, said => page.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_awaited_name_tried_from_many_browsers_fills_nothing_and_the_one_with_words_still_comes_in()
    {
        await using var evening = await WatchedEvening.ComesAsync();
        var (visitor, _) = await evening.AnnouncedAsync("Ré");
        await evening.BeginAsync();
        for (var i = 0; i < 12; i++)
            await AskedAsync(evening, "Ré");
        Assert.Equal(Alentour.Practices.Circles.Circle.MostWithoutWords, await Sql.NumberAsync(evening.House, "SELECT count(*) FROM circle_arrival"));
        await evening.ArriveAsync(visitor);
        Assert.Equal(1, await Sql.NumberAsync(evening.House, "SELECT count(*) FROM circle_arrival WHERE visit_id IS NOT NULL"));
    }

    [Fact]
    public async Task Whose_seat_was_ended_comes_back_by_no_browser_and_no_words()
    {
        await using var evening = await WatchedEvening.ComesAsync();
        var (visitor, words) = await evening.AnnouncedAsync("Ré");
        await evening.BeginAsync();
        await evening.ArriveAsync(visitor);
        await evening.LetInAsync("Ré");
        await ObserverPrivacy.EndAsync(evening, "Ré");
        using var another = evening.Somebody();
        await another.SendAsync("/cercles/arriver", ("geste", "mots"), ("mots", words));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await another.SendAsync("/cercles/arriver", ("geste", "entrer"))).StatusCode);
        Assert.Equal(0, await Sql.NumberAsync(evening.House, "SELECT count(*) FROM circle_arrival"));
    }

    /// <summary>Somebody at a new browser gives a name; all they are answered, then and when they look again.</summary>
    static async Task<string> AskedAsync(WatchedEvening evening, string name)
    {
        using var stranger = evening.House.Newcomer();
        using var answer = await stranger.SendAsync("/cercles/arriver", ("geste", "nom"), ("groupe", "cercle-du-jeudi"), ("nom", name));
        var cookie = answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Single().Split('=', ';')[1] : "none";
        return await Pairs.SaidAsync(answer, cookie) + await Pairs.SaidAsync(await stranger.GetAsync("/cercles/arriver?attente=1"), name);
    }
}
