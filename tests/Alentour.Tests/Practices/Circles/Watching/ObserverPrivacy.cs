using System.Net;
using Alentour.Tests.Cast;
using Alentour.Tests.Cast.Listening;
using Alentour.Tests.Personas;
using static Alentour.Tests.Practices.Circles.CircleSteps;

namespace Alentour.Tests.Practices.Circles.Watching;

/// <summary>
/// No hidden observer: whoever receives the page or the stream of a circle is a seat that all the others see. To everybody else it is byte for
/// byte a circle that does not exist; those who may come in see a door, and no name.
/// </summary>
public sealed partial class ObserverPrivacy
{
    /// <summary>What somebody in the house can open besides, where an open circle could show.</summary>
    static readonly string[] Elsewhere =
    [
        "/aujourdhui", "/groupes", "/groupes/cercle-du-jeudi", "/groupes/cercle-du-jeudi/cercle", "/groupes/cercle-du-jeudi/cercle/feuille", "/groupes/cercle-du-jeudi/entre-nous",
        "/groupes/cercle-du-jeudi/rencontres", "/groupes/cercle-du-jeudi/accueil", "/cercles", "/cercles/arriver", "/cercles/tablette", "/cercles/sorti", "/cercles/ferme", "/ma-visite", "/semaine", "/mes-donnees",
    ];

    [Fact]
    public async Task Whoever_sits_there_reads_the_names_and_is_shown_to_the_others()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        foreach (var browser in new[] { evening.Simone, await evening.SeatedAsync("Maude"), await evening.TabletAsync() })
        {
            Assert.Contains(WatchedEvening.Rosalie, await browser.PageAsync(evening.Circle));
            Assert.Contains(WatchedEvening.Rosalie, await browser.PageAsync(evening.Circle + "?auto=suite"));
            await using var stream = await LiveBrowser.OpenAsync(browser, evening.Circle + "/flux");
            Assert.Equal(HttpStatusCode.OK, stream.Status);
            await stream.NextAsync();
        }
        Assert.Equal(["Maude", WatchedEvening.Rosalie, "Tablette de la salle", "Vous"], (await evening.ShownAsync()).Order());
    }

    [Theory]
    [InlineData("visitor")]
    [InlineData("Océane")]
    [InlineData("Mei")]
    [InlineData("Nadia")]
    [InlineData("Line")]
    [InlineData("Denise")]
    [InlineData("Gaétan")]
    [InlineData("left the group")]
    [InlineData("erased")]
    [InlineData("waits by a name")]
    [InlineData("announced")]
    [InlineData("a role at the tablet")]
    public async Task To_anybody_else_it_is_a_circle_that_does_not_exist(string who)
    {
        await using var evening = await WatchedEvening.ComesAsync();
        var browser = await ComeAsync(evening, who);
        var before = await ElsewhereAsync(browser);
        await evening.BeginAsync();
        await BeThereAsync(evening, browser, who);
        var rows = await evening.RowsAsync();
        var (there, nowhere) = (await evening.AnswersAsync(browser, evening.Circle), await evening.AnswersAsync(browser, evening.Nothing));
        Assert.Equal(nowhere, there);
        Assert.All(there, a => Assert.DoesNotContain("Canari", a, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(rows, await evening.RowsAsync());
        // Nowhere else either do they learn that a circle is open; who announced a visit to it is told that on its own page.
        evening.House.Clock.MoveTo(Cast.MovableClock.ThursdayAfternoon);
        if (who != "announced")
            Assert.Equal(before, await ElsewhereAsync(browser));
        Assert.Contains(WatchedEvening.Rosalie, await evening.Simone.PageAsync(evening.Circle));
    }

    [Theory]
    [InlineData("member")]
    [InlineData("member who left the circle")]
    [InlineData("guest")]
    [InlineData("visit that left")]
    [InlineData("visit at the threshold")]
    [InlineData("visit with an account at the threshold")]
    [InlineData("ended")]
    [InlineData("guest no longer")]
    public async Task Before_the_door_and_after_it_nobody_reads_a_name_or_hears_an_event(string who)
    {
        await using var evening = await WatchedEvening.ComesAsync();
        var (browser, words) = await AtDoorAsync(evening, who);
        var page = await browser.PageAsync(evening.Circle);
        Assert.Contains(words, page);
        foreach (var address in new[] { "", "?auto=1", "?auto=suite" })
            Assert.DoesNotContain("Canari", await browser.PageAsync(evening.Circle + address), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(evening.Circle + "/flux")).StatusCode);
        var rows = await evening.RowsAsync();
        foreach (var press in WatchedEvening.Presses.Except(["entrer"]))
        {
            var answer = await browser.SendAsync(evening.Circle, ("geste", press), ("place", await evening.SeatAsync(WatchedEvening.Rosalie)), ("tour", "1"), ("ronde", "1"), ("texte", "rien"), ("valeur", "1"));
            Assert.DoesNotContain("Canari", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.OrdinalIgnoreCase);
        }
        Assert.Equal(rows, await evening.RowsAsync());
    }

    /// <summary>In the afternoon, before there is anything to see.</summary>
    static async Task<HttpClient> ComeAsync(WatchedEvening evening, string who)
    {
        if (who == "announced")
            return (await evening.AnnouncedAsync("Ré")).Browser;
        if (who == "waits by a name")
            await evening.AnnouncedAsync("Ré");
        var name = who switch { "visitor" or "waits by a name" => null, "left the group" or "erased" => "Kateri", "a role at the tablet" => "Nadia", _ => who };
        var browser = name is null ? evening.Somebody() : await evening.InAsync(name);
        if (who == "erased")
        {
            Assert.Equal("/c-est-efface", (await browser.SendAsync("/mes-donnees/effacer", ("oui", "true"))).Headers.Location?.OriginalString);
            return browser;
        }
        Assert.Equal(name is null ? HttpStatusCode.SeeOther : HttpStatusCode.OK, (await browser.GetAsync("/aujourdhui")).StatusCode);
        if (who == "left the group")
            await browser.SendAsync(Group + "/entre-nous", ("geste", "partir"));
        return browser;
    }

    /// <summary>What they try, once the circle is open.</summary>
    static async Task BeThereAsync(WatchedEvening evening, HttpClient browser, string who)
    {
        if (who == "waits by a name")
        {
            await browser.SendAsync("/cercles/arriver", ("geste", "nom"), ("groupe", "cercle-du-jeudi"), ("nom", "ré"));
            Assert.Equal(1, await Sql.NumberAsync(evening.House, "SELECT count(*) FROM circle_arrival"));
        }
        else if (who == "a role at the tablet")
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync("/cercles/tablette", ("mots", evening.Words))).StatusCode);
        }
    }

    static async Task<(HttpClient Browser, string Words)> AtDoorAsync(WatchedEvening evening, string who)
    {
        if (who.StartsWith("visit", StringComparison.Ordinal))
            return await VisitAtDoorAsync(evening, who);
        await evening.BeginAsync();
        switch (who)
        {
            case "member":
                return (await evening.InAsync("Luc"), "Entrer et prendre place");
            case "member who left the circle":
                var left = await evening.SeatedAsync("Luc");
                await left.PressAsync(evening.Circle, "sortir");
                return (left, "Entrer et prendre place");
            case "ended":
                var ended = await evening.SeatedAsync("Luc");
                await EndAsync(evening, "Luc");
                return (ended, "Votre place est terminée");
            default:
                var nadia = await evening.InAsync("Nadia");
                await InviteAsync(evening, "Nadia", "inviter");
                if (who == "guest")
                    return (nadia, "Entrer et prendre place");
                await nadia.SendAsync(evening.Circle, ("geste", "entrer"));
                Assert.Contains(WatchedEvening.Rosalie, await nadia.PageAsync(evening.Circle));
                await InviteAsync(evening, "Nadia", "ne-plus-inviter");
                return (nadia, "Ce cercle n’est pas ouvert ici");
        }
    }

    static async Task<(HttpClient Browser, string Words)> VisitAtDoorAsync(WatchedEvening evening, string who)
    {
        var (visitor, _) = await evening.AnnouncedAsync(WatchedEvening.Zephir, who.Contains("account", StringComparison.Ordinal) ? await evening.InAsync("Océane") : null);
        await evening.BeginAsync();
        await evening.ArriveAsync(visitor);
        if (who != "visit that left")
            return (visitor, "Au seuil du cercle");
        await evening.LetInAsync(WatchedEvening.Zephir);
        Assert.Contains(WatchedEvening.Rosalie, await visitor.PageAsync(evening.Circle));
        await visitor.PressAsync(evening.Circle, "sortir");
        return (visitor, "Entrer et prendre place");
    }

    internal static async Task EndAsync(WatchedEvening evening, string name)
    {
        var seat = await evening.SeatAsync(name);
        foreach (var browser in new[] { evening.Simone, await evening.SeatedAsync("Maude") })
            Assert.Equal(HttpStatusCode.SeeOther, await browser.PressAsync(evening.Circle, "depart", ("place", seat)));
    }

    internal static async Task InviteAsync(WatchedEvening evening, string name, string press)
    {
        var id = (await Sql.TextsAsync(evening.House, $"SELECT id FROM person WHERE chosen_name = '{name}'")).Single();
        Assert.Equal(HttpStatusCode.SeeOther, (await evening.Simone.SendAsync(Group + "/cercle", ("geste", press), ("personne", id))).StatusCode);
    }

    static async Task<IReadOnlyList<string>> ElsewhereAsync(HttpClient browser)
    {
        var answers = new List<string>();
        foreach (var address in Elsewhere)
            answers.Add(address + "\n" + Age().Replace(await Pairs.SaidAsync(await browser.GetAsync(address)), ""));
        return answers;
    }

    /// <summary>How long the house has kept an answer that is the same for everybody.</summary>
    [System.Text.RegularExpressions.GeneratedRegex(@"^Age: \d+\n", System.Text.RegularExpressions.RegexOptions.Multiline)]
    private static partial System.Text.RegularExpressions.Regex Age();
}
