using System.Net;
using System.Text.RegularExpressions;
using Alentour.Practices.Finder.Indexes;
using Alentour.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Practices.Activities;

/// <summary>The organisation announces its own activities, named as such; they are found, and never look like a group of members (R085).</summary>
public sealed class ActivitiesPage
{
    const string Mark = "Activité de l’organisme";
    const string Sheet = "/activites/annonces/fiche";

    const string Announced = "SELECT count(*) FROM activity WHERE slug <> 'coudre-un-carnet'";

    static readonly (string, string)[] Soup = [("geste", "garder"), ("titre", "Soupe du vendredi"), ("mots", "On cuisine, puis on mange."), ("jour", "2026-11-27"), ("heure", "11 h 30"), ("duree", "120"), ("lieu", "Cuisine de la maison"), ("venir", "La porte du côté."), ("chaque-semaine", "oui"), ("jusqu", "2026-12-18"), ("cle", "k")];

    [Fact]
    public async Task What_the_team_announces_is_found_in_the_finder_the_week_the_month_and_on_its_page_always_named_as_such()
    {
        await using var house = await House.OpenAsync();
        using var nadia = await house.SignedInAsync("Nadia");
        Assert.Equal(HttpStatusCode.SeeOther, (await nadia.SendAsync(Sheet, Soup)).StatusCode);
        await IndexAsync(house);
        using var visitor = house.Visitor();
        foreach (var path in new[] { "/activites", "/activites/soupe-du-vendredi", "/semaine", "/mois?mois=2026-12", "/groupes?q=soupe+vendredi" })
        {
            var page = await ReadAsync(visitor, path);
            Assert.Contains("Soupe du vendredi", page);
            Assert.Contains(Mark, page);
        }
        var own = await ReadAsync(visitor, "/activites/soupe-du-vendredi");
        foreach (var said in new[] { "C’est gratuit", "Cuisine de la maison", "La porte du côté.", "11 h 30", "Ce n’est pas un groupe d’entraide" })
            Assert.Contains(said, own);
        Assert.Equal(4, Regex.Count(own, "<li><strong>"));
        Assert.Contains("/activites/soupe-du-vendredi", await ReadAsync(visitor, "/sitemap.xml"));
    }

    [Fact]
    public async Task What_was_just_announced_stands_in_the_week_at_once_and_the_house_and_the_first_page_lead_to_it()
    {
        await using var house = await House.OpenAsync();
        await Sql.RunAsync(house, "DELETE FROM activity");
        using var visitor = house.Visitor();
        using var nadia = await house.SignedInAsync("Nadia");
        Assert.DoesNotContain("href=\"/activites\"", await ReadAsync(visitor, "/maison"));
        await nadia.SendAsync(Sheet, Soup);
        Assert.Contains("Soupe du vendredi", await ReadAsync(visitor, "/semaine"));
        Assert.Contains("href=\"/activites\"", await ReadAsync(visitor, "/maison"));
        Assert.Contains("href=\"/activites\"", await ReadAsync(visitor, "/"));
        await nadia.SendAsync(Sheet + "/soupe-du-vendredi", ("geste", "annuler"), ("lejour", "2026-11-27"));
        Assert.Contains("annulée", (await ReadAsync(visitor, "/semaine")).ToLowerInvariant());
    }

    [Fact]
    public async Task The_demonstration_announces_one()
    {
        await using var house = await House.OpenAsync();
        using var visitor = house.Visitor();
        Assert.Contains("Coudre un carnet à la main", await ReadAsync(visitor, "/activites"));
    }

    [Fact]
    public async Task Days_that_are_past_by_now_stay_in_an_announcement_that_is_edited()
    {
        await using var house = await House.OpenAsync();
        using var nadia = await house.SignedInAsync("Nadia");
        await nadia.SendAsync(Sheet, Soup);
        house.Clock.Advance(TimeSpan.FromDays(8));
        using var later = await house.SignedInAsync("Nadia");
        Assert.Equal(HttpStatusCode.SeeOther, (await later.SendAsync(Sheet + "/soupe-du-vendredi", [("vu", "1"), .. Soup.Where(f => f.Item1 != "lieu"), ("lieu", "La cour")])).StatusCode);
    }

    [Fact]
    public async Task It_never_looks_like_a_group_nor_stands_among_groups()
    {
        await using var house = await House.OpenAsync();
        using var line = await house.SignedInAsync("Line");
        await line.SendAsync(Sheet, Soup);
        await IndexAsync(house);
        using var visitor = house.Visitor();
        Assert.DoesNotContain("Soupe du vendredi", await ReadAsync(visitor, "/groupes?quoi=groupes&q=soupe+vendredi"));
        Assert.DoesNotContain("Soupe du vendredi", await ReadAsync(visitor, "/"));
        var card = Regex.Match(await ReadAsync(visitor, "/groupes?q=soupe+vendredi"), "(?s)<li class=\"patch mist\">.*?Soupe du vendredi.*?</li>").Value;
        Assert.NotEmpty(card);
        Assert.DoesNotContain("class=\"block", card);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/groupes/soupe-du-vendredi")).StatusCode);
    }

    [Fact]
    public async Task A_day_is_cancelled_or_moved_and_comes_back_as_planned()
    {
        await using var house = await House.OpenAsync();
        using var nadia = await house.SignedInAsync("Nadia");
        await nadia.SendAsync(Sheet, Soup);
        var path = Sheet + "/soupe-du-vendredi";
        await nadia.SendAsync(path, ("geste", "annuler"), ("lejour", "2026-11-27"));
        await nadia.SendAsync(path, ("geste", "deplacer"), ("lejour", "2026-12-04"), ("vers", "2026-12-05"), ("a", "13 h"));
        await IndexAsync(house);
        using var visitor = house.Visitor();
        var page = await ReadAsync(visitor, "/activites/soupe-du-vendredi");
        Assert.Contains("Annulée", page);
        Assert.Contains("Déplacée au samedi 5 décembre", page);
        Assert.Contains("Déplacée du vendredi 4 décembre", page);
        Assert.Contains("13 h", page);
        Assert.Contains("annulée", (await ReadAsync(visitor, "/semaine")).ToLowerInvariant());
        Assert.Equal(HttpStatusCode.Conflict, (await nadia.SendAsync(path, ("geste", "deplacer"), ("lejour", "2026-12-11"), ("vers", "2026-12-18"))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await nadia.SendAsync(path, ("geste", "annuler"), ("lejour", "2026-12-10"))).StatusCode);
        await nadia.SendAsync(path, ("geste", "comme-prevu"), ("lejour", "2026-11-27"));
        Assert.DoesNotContain("Annulée", await ReadAsync(visitor, "/activites/soupe-du-vendredi"));
    }

    [Fact]
    public async Task Withdrawn_it_is_nowhere_and_it_is_put_back_in_one_press()
    {
        await using var house = await House.OpenAsync();
        using var nadia = await house.SignedInAsync("Nadia");
        await nadia.SendAsync(Sheet, Soup);
        await IndexAsync(house);
        await nadia.SendAsync(Sheet + "/soupe-du-vendredi", ("geste", "retirer"));
        await IndexAsync(house);
        using var visitor = house.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/activites/soupe-du-vendredi")).StatusCode);
        Assert.DoesNotContain("Soupe du vendredi", await ReadAsync(visitor, "/semaine"));
        Assert.DoesNotContain("Soupe du vendredi", await ReadAsync(visitor, "/mois?mois=2026-12"));
        await nadia.SendAsync("/activites/annonces", ("geste", "remettre"), ("fiche", "soupe-du-vendredi"));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/activites/soupe-du-vendredi")).StatusCode);
    }

    [Fact]
    public async Task At_midnight_what_is_over_leaves_the_search_and_the_dates_of_groups_stay_right()
    {
        await using var house = await House.OpenAsync();
        using var nadia = await house.SignedInAsync("Nadia");
        await nadia.SendAsync(Sheet, [.. Soup.Where(f => f.Item1 is not ("chaque-semaine" or "jusqu"))]);
        await IndexAsync(house);
        using var visitor = house.Visitor();
        var before = Thursday(await ReadAsync(visitor, "/groupes?q=cercle+jeudi"));
        Assert.Contains("Soupe du vendredi", await ReadAsync(visitor, "/groupes?q=soupe+vendredi"));
        house.Clock.Advance(TimeSpan.FromDays(2));
        await IndexAsync(house);
        Assert.DoesNotContain("/activites/soupe-du-vendredi", await ReadAsync(visitor, "/groupes?q=soupe+vendredi"));
        Assert.NotEmpty(before);
        Assert.Contains("Cercle du jeudi", await ReadAsync(visitor, "/semaine"));
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM finder_date d LEFT JOIN finder_row r ON r.id = d.row_id WHERE r.id IS NULL OR (d.house = 0) <> (r.kind = 0)"));
    }

    [Fact]
    public async Task The_same_form_sent_twice_announces_once_and_of_two_who_edit_one_wins()
    {
        await using var house = await House.OpenAsync();
        using var nadia = await house.SignedInAsync("Nadia");
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => nadia.SendAsync(Sheet, Soup)));
        Assert.Equal(1, await Sql.NumberAsync(house, Announced));
        var answers = await Task.WhenAll(new[] { "Un", "Deux", "Trois" }.Select(title => nadia.SendAsync(Sheet + "/soupe-du-vendredi", [("vu", "1"), .. Soup.Where(f => f.Item1 != "titre"), ("titre", title)])));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.SeeOther);
        Assert.Contains("Une autre personne a changé cette annonce", WebUtility.HtmlDecode(await answers.First(a => a.StatusCode == HttpStatusCode.Conflict).Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("titre", " ")]
    [InlineData("jour", "demain")]
    [InlineData("jour", "2126-01-01")]
    [InlineData("jour", "2026-11-25")]
    [InlineData("heure", "le soir")]
    [InlineData("jusqu", "2026-11-01")]
    [InlineData("mots", "\u202Egnol")]
    public async Task What_does_not_fit_is_said_beside_its_field(string field, string value)
    {
        await using var house = await House.OpenAsync();
        using var nadia = await house.SignedInAsync("Nadia");
        var answer = await nadia.SendAsync(Sheet, [.. Soup.Where(f => f.Item1 != field), (field, value)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"id=\"{field}-refus\"", await answer.Content.ReadAsStringAsync());
        Assert.Equal(0, await Sql.NumberAsync(house, Announced));
    }

    [Fact]
    public async Task A_member_and_a_visitor_announce_nothing()
    {
        await using var house = await House.OpenAsync();
        using var member = await house.SignedInAsync("Océane");
        Assert.Equal(HttpStatusCode.Forbidden, (await member.SendAsync(Sheet, Soup)).StatusCode);
        using var visitor = house.Newcomer();
        Assert.StartsWith("/entrer", (await visitor.SendAsync(Sheet, Soup)).Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal(0, await Sql.NumberAsync(house, Announced));
    }

    static string Thursday(string page) => Regex.Match(page, "(?s)Cercle du jeudi.*?</li>").Value;

    static async Task IndexAsync(House house)
    {
        using var scope = house.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<FinderIndex>().RefreshIfStaleAsync(default);
    }

    static async Task<string> ReadAsync(HttpClient browser, string path) => WebUtility.HtmlDecode(await browser.GetStringAsync(path)).Replace('\u00A0', ' ');
}
