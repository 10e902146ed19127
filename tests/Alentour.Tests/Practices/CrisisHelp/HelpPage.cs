using System.Net;
using System.Text.RegularExpressions;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Practices.CrisisHelp;

public sealed partial class HelpPage
{
    static readonly DateTimeOffset TenPastTwoInTheNight = new(2026, 11, 28, 2, 10, 0, TimeSpan.FromHours(-5));

    [Fact]
    public async Task At_ten_past_two_it_says_who_answers_and_offers_a_way_without_speaking()
    {
        await using var house = await House.OpenAsync(now: TenPastTwoInTheNight);
        var page = await Read(house, "/aide");
        Assert.Contains("À cette heure (2 h 10), ces lignes répondent.", page);
        Assert.Matches("(?s)tel:911.*tel:18662773553.*sms:535353.*https://suicide.ca/.*tel:811.*tel:988.*sms:988.*tel:18552423310.*tel:18006686868.*sms:686868.*tel:18002632266.*sms:15146001002", page);
        Assert.Contains("Heures non confirmées.", page);
        Assert.DoesNotContain("555", page);
        Assert.DoesNotContain("jamais vérifié", page);
        Assert.Single(Regex.Matches(page, "Ces numéros viennent de sources publiques; la maison ne les a pas encore appelés."));
        Assert.Contains("Liste du 22 novembre 2026.", page);
    }

    [Fact]
    public async Task English_says_the_same()
    {
        await using var house = await House.OpenAsync(now: TenPastTwoInTheNight);
        using var visitor = house.Visitor(follow: true);
        var page = Plain(await visitor.GetStringAsync("/help"));
        Assert.Contains("At this hour (2:10 a.m.), these lines answer.", page);
        Assert.Contains("Write without speaking", page);
        Assert.Contains("lang=\"en-CA\"", page);
    }

    [Fact]
    public async Task What_is_not_known_of_the_police_is_explained_once_and_said_shortly_at_each_line()
    {
        await using var house = await House.OpenAsync(now: TenPastTwoInTheNight);
        var page = await Read(house, "/aide");
        Assert.Single(Regex.Matches(page, "aucune source ne nous le dit"));
        Assert.Equal(5, Regex.Count(page, "Pas encore su : [^<]*police ou ambulance"));
        Assert.DoesNotContain("Nous ne savons pas encore", page);
        // Each line says it before one calls; what the words mean stands once, under the lines.
        Assert.True(page.LastIndexOf("Pas encore su :", StringComparison.Ordinal) < page.IndexOf("aucune source ne nous", StringComparison.Ordinal));
        Assert.Contains("si c’est une personne formée ou bénévole qui répond", page);
        Assert.DoesNotContain("Pas encore su : qui répond", page);
    }

    [Fact]
    public async Task The_other_language_is_in_sight_without_the_menu_but_not_where_it_would_lead_nowhere()
    {
        await using var house = await House.OpenAsync();
        const string link = "href=\"/langue/en?retour=%2Faide\" lang=\"en\"";
        var main = (await Read(house, "/aide")).Split("<main")[1];
        Assert.Single(Regex.Matches(main, Regex.Escape(link)));
        Assert.DoesNotContain(link, (await Read(house, "/aide?hors-ligne=1")).Split("<main")[1]);
    }

    [Fact]
    public async Task The_copy_kept_for_offline_never_says_now()
    {
        await using var house = await House.OpenAsync(now: TenPastTwoInTheNight);
        var page = await Read(house, "/aide?hors-ligne=1");
        Assert.DoesNotContain("2 h 10", page);
        Assert.DoesNotContain("cette heure (", page);
        Assert.Contains("Jour et nuit, tous les jours.", page);
        Assert.Contains("tel:18662773553", page);
    }

    [Fact]
    public async Task A_closed_line_of_the_house_comes_last_with_the_day_it_opens()
    {
        await using var house = await House.OpenAsync(now: TenPastTwoInTheNight);
        await File.WriteAllTextAsync(Path.Combine(house.Folder, "aide.json"), """
            {"statedOn":"2026-11-20","all":[
            {"order":1,"name":{"fr":"Ligne du Rivage"},"call":{"dial":"4185550199","shown":"418 555-0199"},"opening":[{"day":"saturday","from":"13:00","until":"17:00"}],"confirmedOn":"2026-11-20"},
            {"order":2,"name":{"fr":"Info-Social 811"},"call":{"dial":"811","shown":"811, option 2"},"opening":"always"}]}
            """);
        house.Clock.Advance(TimeSpan.FromSeconds(5));
        var page = await Read(house, "/aide");
        Assert.Matches("(?s)tel:811.*Fermées à cette heure.*tel:4185550199.*Ouvre samedi 28 novembre à 13 h .samedi, de 13 h à 17 h.*vérifiés par la maison le 20 novembre 2026", page);
        Assert.Contains("À cette heure (2 h 10), cette ligne répond.", page);
    }

    [Fact]
    public async Task Where_nothing_is_kept_the_page_of_kept_groups_says_so()
    {
        await using var house = await House.OpenAsync();
        var page = await Read(house, "/aide/groupes-gardes");
        Assert.Contains("Rien n’est gardé sur cet appareil.", page);
        Assert.Equal(["help.kept"], LevelOf().Matches(page).Select(m => m.Groups[1].Value));
        Assert.Contains("Ce qui est gardé reste sur cet appareil.", page);
    }

    [Fact]
    public async Task Every_level_named_on_the_page_stands_in_the_readme()
    {
        await using var house = await House.OpenAsync();
        Assert.Equal(["help.page"], LevelOf().Matches(await Read(house, "/aide")).Select(m => m.Groups[1].Value));
    }

    static async Task<string> Read(House house, string path)
    {
        using var visitor = house.Visitor();
        var answer = await visitor.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Plain(await answer.Content.ReadAsStringAsync());
    }

    static string Plain(string html) => WebUtility.HtmlDecode(html).Replace('\u00A0', ' ');

    [GeneratedRegex("data-level-of=\"([^\"]+)\"")]
    private static partial Regex LevelOf();
}
