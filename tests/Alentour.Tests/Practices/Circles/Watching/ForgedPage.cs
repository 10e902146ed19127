using System.Net;
using Alentour.Tests.Cast;
using static Alentour.Tests.Practices.Circles.CircleSteps;

namespace Alentour.Tests.Practices.Circles.Watching;

/// <summary>Forms that no page of ours would send: they are refused in plain words, never an error of the house.</summary>
public sealed class ForgedPage
{
    static readonly (string, string)[][] Forged =
    [
        [],
        [("place", "rien"), ("tour", "un"), ("ronde", "deux"), ("suite", "{"), ("valeur", "\u202e")],
        [("place", Guid.Empty.ToString()), ("tour", "-1"), ("ronde", "99999999999999999999"), ("suite", Guid.Empty.ToString())],
        [("tour", "1"), ("ronde", "1"), ("texte", new string('é', 70_000)), ("cle", new string('k', 70_000)), ("valeur", new string('9', 5000))],
        [("tour", "1"), ("ronde", "1"), ("texte", "\ufffd\u0007\u2800"), ("valeur", "-1"), ("cle", "")],
        [("place", "a"), ("place", "b"), ("tour", "1"), ("tour", "2"), ("texte", "x"), ("texte", "y")],
    ];

    [Fact]
    public async Task Whatever_is_sent_by_whoever_sits_there_is_answered()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var maude = await evening.SeatedAsync("Maude");
        var tablet = await evening.TabletAsync();
        foreach (var press in WatchedEvening.Presses.Except(["sortir", "fermer", "entrer"]))
            foreach (var fields in Forged)
                foreach (var browser in new[] { evening.Simone, maude, tablet })
                    Assert.True((int)(await browser.SendAsync(evening.Circle, [("geste", press), .. fields])).StatusCode < 500, press);
        foreach (var body in new HttpContent?[] { null, new StringContent("{}", System.Text.Encoding.UTF8, "application/json"), new StringContent("geste=passer"), new ByteArrayContent([0xff, 0]) })
            Assert.True((int)(await maude.PostAsync(evening.Circle, body)).StatusCode < 500);
        foreach (var path in new[] { "/cercles/arriver", "/cercles/tablette", Group + "/cercle" })
            foreach (var press in new[] { "nom", "entrer", "mots", "ouvrir", "facon", "inviter", "ne-plus-inviter", "nombre", "" })
                foreach (var fields in Forged)
                    Assert.True((int)(await evening.Simone.SendAsync(path, [("geste", press), ("nom", new string('n', 61)), ("jour", "hier"), ("personne", "x"), ("nombre", "12345"), .. fields])).StatusCode < 500, path + press);
        Assert.DoesNotContain(evening.House.Log.Lines, l => l.StartsWith("Error", StringComparison.Ordinal) || l.StartsWith("Critical", StringComparison.Ordinal));
        Assert.Contains(WatchedEvening.Rosalie, await maude.PageAsync(evening.Circle));
    }

    [Fact]
    public async Task A_seat_of_another_circle_is_no_seat_of_this_one()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var maude = await evening.SeatedAsync("Maude");
        var seat = await evening.SeatAsync("Maude");
        await Sql.RunAsync(evening.House, $"UPDATE circle SET series_id = '{Guid.Empty}', words = 'autres'");
        var another = await evening.Simone.OpenCircleAsync();
        Assert.NotEqual(evening.Circle, another);
        var rows = await Rows.OfAsync(evening.House, "circle_seat");
        foreach (var press in WatchedEvening.Presses.Except(["entrer", "sortir", "fermer", "pas-ce-soir", "facon", "souhait", "alleger", "garder", "temps", "soutien", "a-part", "asseoir", "question", "proposer", "proposition-close", "etape"]))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await evening.Simone.PressAsync(another, press, ("place", seat), ("suite", seat)));
        Assert.Equal(rows, await Rows.OfAsync(evening.House, "circle_seat"));
        Assert.Contains(WatchedEvening.Rosalie, await maude.PageAsync(evening.Circle));
    }

    [Fact]
    public async Task Names_words_and_seats_have_their_limits()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await evening.Simone.PressAsync(evening.Circle, "asseoir", ("texte", new string('n', 61)), ("valeur", "Room"), ("cle", "long")));
        for (var i = 2; i < Alentour.Practices.Circles.Circle.MostSeats; i++)
            Assert.Equal(HttpStatusCode.SeeOther, (await evening.Simone.SendAsync(evening.Circle, ("geste", "asseoir"), ("texte", $"Personne {i}"), ("valeur", "Phone"), ("cle", $"c{i}"))).StatusCode);
        var maude = await evening.InAsync("Maude");
        var answer = await maude.SendAsync(evening.Circle, ("geste", "entrer"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("plus de place dans ce cercle", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        await evening.Simone.PressAsync(evening.Circle, "etape", ("valeur", "1"));
        await evening.Simone.PressAsync(evening.Circle, "parler");
        Assert.Equal(HttpStatusCode.SeeOther, await evening.Simone.PressAsync(evening.Circle, "ecrire", ("texte", "une ligne\r\net une autre " + new string('é', 5000)), ("cle", "mots")));
        var said = (await Sql.TextsAsync(evening.House, "SELECT said FROM circle_word")).Single();
        Assert.StartsWith("une ligne\net une autre", said);
        Assert.Equal(2000, said.Length);
    }

    [Fact]
    public async Task The_words_of_the_tablet_sent_twice_or_from_a_browser_that_sits_there_are_answered()
    {
        await using var evening = await WatchedEvening.ComesAsync();
        var (visitor, _) = await evening.AnnouncedAsync("Ré");
        await evening.BeginAsync();
        var tablet = await evening.TabletAsync();
        Assert.Equal(HttpStatusCode.SeeOther, (await tablet.SendAsync("/cercles/tablette", ("mots", evening.Words))).StatusCode);
        await evening.ArriveAsync(visitor);
        await evening.LetInAsync("Ré");
        var answer = await visitor.SendAsync("/cercles/tablette", ("mots", evening.Words));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("a déjà une place", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        Assert.Equal(1, await Sql.NumberAsync(evening.House, "SELECT count(*) FROM circle_seat WHERE kind = 'Tablet'"));
    }
}
