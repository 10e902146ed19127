using System.Net;
using Alentour.Tests.Cast;
using Alentour.Tests.Community.Groups.Gathered;
using static Alentour.Tests.Practices.Circles.CircleSteps;

namespace Alentour.Tests.Practices.Circles.Races;

/// <summary>Several browsers that press at once: one of them does it, the others read a sentence, and nothing is done twice.</summary>
public sealed class CircleRaces
{
    static readonly string[] Members = ["Maude", "Luc", "Jean-Guy", "Kateri"];

    [Fact]
    public async Task Of_those_who_open_at_once_one_keeps_the_circle_and_all_are_led_to_it()
    {
        await using var house = await EveningAsync();
        var browsers = await Task.WhenAll(Members.Append("Simone").Select(house.SignedInAsync));
        var answers = await Task.WhenAll(browsers.SelectMany(b => new[] { b, b }).Select(b => b.SendAsync(Group + "/cercle", ("geste", "ouvrir"))));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        Assert.Single(answers.Select(a => a.Headers.Location!.OriginalString).Distinct());
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM circle"));
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM circle_seat"));
    }

    [Fact]
    public async Task One_person_who_comes_in_by_two_screens_at_once_has_one_seat()
    {
        await using var house = await EveningAsync();
        using var simone = await house.SignedInAsync("Simone");
        var circle = await simone.OpenCircleAsync();
        var screens = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => house.SignedInAsync("Maude")));
        var answers = await Task.WhenAll(screens.Select(s => s.SendAsync(circle, ("geste", "entrer"), ("valeur", "Screen"))));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        Assert.Equal(2, await Sql.NumberAsync(house, "SELECT count(*) FROM circle_seat"));
    }

    [Fact]
    public async Task A_turn_that_two_end_at_once_ends_once_and_the_other_reads_so()
    {
        await using var house = await EveningAsync();
        using var simone = await house.SignedInAsync("Simone");
        var circle = await simone.OpenCircleAsync();
        foreach (var name in new[] { "Rose", "Guy", "Line" })
            await simone.SendAsync(circle, ("geste", "asseoir"), ("texte", name), ("valeur", "Room"), ("cle", name));
        using var tablet = await TabletAsync(house);
        await simone.PressAsync(circle, "etape", ("valeur", "1"));
        await simone.PressAsync(circle, "passer");
        for (var turn = 2; turn <= 4; turn++)
        {
            var seat = (await Sql.TextsAsync(house, "SELECT turn_seat FROM circle")).Single();
            (string, string)[] press = [("geste", turn % 2 == 0 ? "fini" : "passer"), ("place", seat), ("tour", $"{turn}"), ("ronde", "2")];
            var answers = await Task.WhenAll(new[] { simone, tablet, simone, tablet, simone }.Select(b => b.SendAsync(circle, press)));
            Assert.Single(answers, a => a.StatusCode == HttpStatusCode.SeeOther);
            foreach (var late in answers.Where(a => a.StatusCode != HttpStatusCode.SeeOther))
                await AssertToldAsync(late, turn % 2 == 0 ? "Le galet est déjà passé." : "Ce tour est déjà passé.");
            Assert.Equal(turn < 4 ? turn + 1 : 4, await Sql.NumberAsync(house, "SELECT last_turn FROM circle"));
        }
        Assert.Equal("La ronde est faite", Centre(await simone.PageAsync(circle)));
    }

    [Fact]
    public async Task A_service_that_several_take_at_once_is_taken_by_one()
    {
        await using var house = await EveningAsync();
        using var simone = await house.SignedInAsync("Simone");
        var circle = await simone.OpenCircleAsync();
        var others = await Task.WhenAll(Members.Select(m => house.SeatedAsync(m, circle)));
        await OneTakesAsync(others, circle, "temps", "vient de prendre le temps");
        await OneTakesAsync(others, circle, "soutien", "déjà là pour parler à part");
        await OneTakesAsync(others, circle, "garder", "vient de demander");
        Assert.Equal(HttpStatusCode.SeeOther, (await simone.SendAsync(circle, ("geste", "sortir"))).StatusCode);
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM circle WHERE keeper IS NOT NULL AND asks_to_keep IS NULL"));
    }

    [Fact]
    public async Task Somebody_at_the_threshold_is_let_in_once_and_the_same_form_seats_once()
    {
        await using var house = await EveningAsync();
        using var simone = await house.SignedInAsync("Simone");
        var circle = await simone.OpenCircleAsync();
        var others = await Task.WhenAll(Members.Select(m => house.SeatedAsync(m, circle)));
        await Sql.RunAsync(house, $"INSERT INTO circle_arrival (id, circle_id, device, name, is_refused, visit_id) VALUES ('{Guid.NewGuid()}', '{circle.Split('/')[^1]}', 'd', 'Ana', 0, '{Guid.NewGuid()}')");
        var arrival = (await Sql.TextsAsync(house, "SELECT id FROM circle_arrival")).Single();
        var answers = await Task.WhenAll(others.Append(simone).Select(b => b.SendAsync(circle, ("geste", "entrez"), ("place", arrival))));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.SeeOther);
        foreach (var late in answers.Where(a => a.StatusCode != HttpStatusCode.SeeOther))
            await AssertToldAsync(late, "déjà fait");
        answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => simone.SendAsync(circle, ("geste", "asseoir"), ("texte", "Rose"), ("valeur", "Room"), ("cle", "once"))));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        Assert.Equal(["Ana", "Rose"], (await Sql.TextsAsync(house, "SELECT name FROM circle_seat WHERE person_id IS NULL ORDER BY name")));
    }

    [Fact]
    public async Task The_tablet_that_is_opened_again_and_again_is_one_seat()
    {
        await using var house = await EveningAsync();
        using var simone = await house.SignedInAsync("Simone");
        var circle = await simone.OpenCircleAsync();
        using var tablet = await TabletAsync(house);
        var words = await WordsAsync(house);
        var again = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => tablet.SendAsync("/cercles/tablette", ("mots", words))));
        Assert.All(again, a => Assert.Equal(circle, a.Headers.Location?.OriginalString));
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM circle_seat WHERE kind = 'Tablet'"));
    }

    [Fact]
    public async Task Whoever_leaves_the_group_while_they_come_in_sits_there_no_longer()
    {
        await using var house = await EveningAsync();
        using var simone = await house.SignedInAsync("Simone");
        var circle = await simone.OpenCircleAsync();
        using var maude = await house.SignedInAsync("Maude");
        using var again = await house.SignedInAsync("Maude");
        for (var time = 0; time < 8; time++)
        {
            var answers = await Task.WhenAll(
                maude.SendAsync(circle, ("geste", "entrer"), ("valeur", "Screen")), again.SendAsync(Group + "/entre-nous", ("geste", "partir"), ("sur", "oui")),
                maude.SendAsync(circle, ("geste", "entrer"), ("valeur", "Screen")), maude.SendAsync(circle, ("geste", "pause"), ("tour", "0"), ("ronde", "1")));
            Assert.All(answers, a => Assert.InRange((int)a.StatusCode, 300, 499));
            Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM circle_seat s JOIN person p ON p.id = s.person_id WHERE p.chosen_name = 'Maude'"));
            Assert.Equal(HttpStatusCode.SeeOther, (await again.SendAsync(Group + "/rejoindre")).StatusCode);
        }
    }

    [Fact]
    public async Task Whoever_is_erased_while_they_come_in_again_waits_and_nobody_reads_an_error()
    {
        await using var house = await EveningAsync();
        using var simone = await house.SignedInAsync("Simone");
        var circle = await simone.OpenCircleAsync();
        using var maude = await house.SeatedAsync("Maude", circle);
        var there = await house.ThereAsync("Maude");
        Task<HttpResponseMessage>? erasing = null;
        await house.ActAsync(async (connection, transaction) =>
        {
            // As somebody takes a seat: the membership, then the circle.
            Assert.True(await house.Gatherings().IsMemberAsync(connection, transaction, there.Group.Id, there.PersonId, default));
            erasing = maude.SendAsync("/mes-donnees/effacer", ("oui", "true"));
            await Task.WhenAny(erasing, Task.Delay(TimeSpan.FromMilliseconds(500)));
            await Sql.RunAsync(connection, transaction, "UPDATE circle SET step = step");
        });
        Assert.Equal("/c-est-efface", (await erasing!).Headers.Location?.OriginalString);
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM circle_seat WHERE name = 'Maude'"));
    }

    static async Task OneTakesAsync(HttpClient[] browsers, string circle, string service, string sentence)
    {
        var answers = await Task.WhenAll(browsers.Select(b => b.SendAsync(circle, ("geste", service), ("valeur", "oui"))));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.SeeOther);
        foreach (var late in answers.Where(a => a.StatusCode != HttpStatusCode.SeeOther))
            await AssertToldAsync(late, sentence);
    }

    static async Task AssertToldAsync(HttpResponseMessage answer, string sentence)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    static async Task<string> WordsAsync(House house) => (await Sql.TextsAsync(house, "SELECT words FROM circle")).Single();

    static async Task<HttpClient> TabletAsync(House house)
    {
        var tablet = house.Newcomer();
        Assert.Equal(HttpStatusCode.SeeOther, (await tablet.SendAsync("/cercles/tablette", ("mots", await WordsAsync(house)))).StatusCode);
        return tablet;
    }
}
