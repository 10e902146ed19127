using System.Net;
using System.Text.RegularExpressions;
using Alentour.Practices.Circles.Opening;
using Alentour.Tests.Cast;
using Alentour.Tests.Practices.Circles.Watching;
using static Alentour.Tests.Practices.Circles.CircleSteps;

namespace Alentour.Tests.Practices.Circles.Deciding;

/// <summary>The circle on paper: steps, agreements, seats to fill by hand, and nobody's name.</summary>
public sealed class PaperSheetPage
{
    const string Sheet = GroupWays.Page + "/feuille";

    [Fact]
    public async Task The_sheet_bears_the_steps_of_the_group_its_agreements_and_empty_seats()
    {
        await using var house = await EveningAsync();
        using var simone = await house.SignedInAsync("Simone");
        Assert.Contains($"href=\"{Sheet}\"", await simone.PageAsync(GroupWays.Page));
        Assert.Equal(["Accueil", "Météo du jour", "Tour de parole", "Échanges", "Clôture"], Steps(await PaperAsync(simone)));
        await simone.DecideAsync(("rang-Closing", "1"), ("rang-Welcome", "5"), ("nom-Weather", "La marée"), ("ordre", "Pebble"));
        var paper = await PaperAsync(simone);
        // Of equal ranks the usual order decides.
        Assert.Equal(["Clôture", "La marée", "Tour de parole", "Échanges", "Accueil"], Steps(paper));
        Assert.Contains("La personne qui a parlé passe le galet à qui elle veut.", paper);
        var agreements = List(paper, "<ul class=\"agreements\">", "</ul>");
        Assert.Equal(6, Regex.Count(agreements, "<li[ >]"));
        foreach (var article in new[] { "Ce qui se dit ici reste ici, sauf si une vie est en danger", "On peut passer son tour, ou venir seulement écouter.", "Aucune photo, aucun enregistrement." })
            Assert.Contains(article, agreements);
        Assert.Equal(12, Regex.Count(List(paper, "<ol class=\"paper-seats\">", "</ol>"), "<li><i></i></li>"));
        Assert.Equal(12, SheetModel.Seats);
        Assert.Contains("<span>Date</span><i></i><span>Garde le cercle</span><i></i>", paper);
    }

    [Fact]
    public async Task While_a_circle_is_open_the_sheet_bears_no_name_of_anybody_nor_what_is_asked_there()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        await evening.SeatedAsync("Maude");
        await Sql.RunAsync(evening.House, "UPDATE circle SET words = 'canariun canarideux canaritrois canariquatre'");
        var paper = await PaperAsync(evening.Simone);
        foreach (var name in await Sql.TextsAsync(evening.House, "SELECT chosen_name FROM person UNION SELECT name FROM circle_seat"))
            Assert.DoesNotMatch($@"\b{Regex.Escape(name)}\b", paper);
        Assert.Contains(WatchedEvening.Rosalie, await evening.ShownAsync());
        Assert.DoesNotContain("canari", paper, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Whoever_is_no_member_of_the_group_has_no_sheet_of_it()
    {
        await using var house = await EveningAsync();
        using var nadia = await house.SignedInAsync("Nadia");
        using var visitor = house.Newcomer();
        Assert.Equal(HttpStatusCode.NotFound, (await nadia.GetAsync(Sheet)).StatusCode);
        Assert.DoesNotContain("paper-seats", await visitor.PageAsync(Sheet));
    }

    /// <summary>What is printed.</summary>
    static async Task<string> PaperAsync(HttpClient member) =>
        List((await member.PageAsync(Sheet)).Replace('\u00a0', ' ').Replace('\u202f', ' '), "<article class=\"paper\">", "</article>");

    static List<string> Steps(string paper) => [.. Regex.Matches(List(paper, "<ol class=\"paper-steps\">", "</ol>"), "<li><strong>([^<]+)</strong><span>[^<]+</span></li>").Select(m => m.Groups[1].Value)];

    static string List(string page, string from, string to)
    {
        var begins = page.IndexOf(from, StringComparison.Ordinal);
        Assert.True(begins >= 0, page);
        return page[begins..page.IndexOf(to, begins, StringComparison.Ordinal)];
    }
}
