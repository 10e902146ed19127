using System.Net;
using System.Text.RegularExpressions;
using Alentour.Foundation.Running;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Practices.CrisisHelp;

/// <summary>A coordinator confirms the crisis lines; /aide says so at once, from the file alone, and the journal tells it.</summary>
public sealed class LinesPage
{
    const string List = "/reglages/lignes";
    const string Sheet = "/reglages/lignes/fiche";

    [Fact]
    public async Task A_line_is_confirmed_in_one_press_and_help_says_by_whom_and_when()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        using var line = await house.OpenHouseAsync();
        Assert.Contains("La maison ne l’a pas encore confirmée", await ReadAsync(line, List));
        // What the first words of /aide no longer say at each line, whoever coordinates reads there; and where the answers are written.
        Assert.Contains("jamais vérifié : à vérifier avant de s’y fier", await ReadAsync(line, List));
        Assert.True((await ReadAsync(line, List)).Split("href=\"/reglages/lignes/fiche/info-social-811\"").Length >= 4);
        Assert.False(File.Exists(Path.Combine(house.Folder, "aide.json")));
        await line.SendAsync(List, ("geste", "confirmer"), ("ligne", "info-social-811"));
        using var visitor = house.Visitor();
        Assert.Contains("Numéro et heures vérifiés par la maison le 26 novembre 2026.", await ReadAsync(visitor, "/aide"));
        Assert.Contains("Info-Social 811 : numéro et heures vérifiés le 26 novembre 2026.", await ReadAsync(visitor, "/maison/journal"));
        // Pressed twice, told once; undone, it is as before.
        await line.SendAsync(List, ("geste", "confirmer"), ("ligne", "info-social-811"));
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM journal_entry WHERE topic = 'Lines'"));
        await line.SendAsync(List, ("geste", "annuler"), ("ligne", "info-social-811"));
        Assert.DoesNotContain("vérifiés par la maison", await ReadAsync(visitor, "/aide"));
    }

    [Fact]
    public async Task An_edited_line_keeps_the_order_of_the_page_and_says_what_the_line_answered_about_the_police()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        using var line = await house.OpenHouseAsync();
        await line.SendAsync(Sheet + "/988", ("vu", "0"), ("nom", "988"), ("numero", "988"), ("texto", "988"), ("heures", "toujours"), ("qui", "Des personnes formées."), ("cout", "Gratuit."), ("police", "oui"), ("police-mots", "En cas de danger."), ("verifie", "oui"));
        await line.SendAsync(Sheet, ("nom", "Centre de crise du Port"), ("numero", "418 555-0199, poste 2"), ("heures", "semaine"), ("jeudi", "8 h à midi, 20 h à 2 h"), ("police", "inconnu"));
        using var visitor = house.Visitor();
        var page = await ReadAsync(visitor, "/aide");
        Assert.Matches("(?s)tel:18662773553.*sms:535353.*suicide.ca.*tel:811.*tel:988.*tel:4185550199", page);
        Assert.Contains("Oui, la ligne dit qu’elle peut le faire. En cas de danger.", page);
        Assert.Contains("Vérifié le 26 novembre 2026 (La Passerelle).", page);
        Assert.Contains("jeudi, de 20 h à 2 h", page);
        var journal = await ReadAsync(visitor, "/maison/journal");
        Assert.Contains("Centre de crise du Port : 418 555-0199, poste 2.", journal);
        Assert.Contains("988 : 988. Texto 988. Jour et nuit, tous les jours.", journal);
        var again = await ReadAsync(line, Sheet + "/988");
        Assert.Contains("name=\"police\" value=\"oui\" checked", again);
        Assert.Contains("name=\"police-mots\" value=\"En cas de danger.\"", again);
    }

    /// <summary>What was confirmed is a number and hours: another number is another promise.</summary>
    [Fact]
    public async Task A_changed_number_is_not_confirmed_any_more()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        using var line = await house.OpenHouseAsync();
        await line.SendAsync(List, ("geste", "confirmer"), ("ligne", "tel-jeunes"));
        await line.SendAsync(Sheet + "/tel-jeunes", ("vu", "1"), ("nom", "Tel-jeunes"), ("numero", "1 800 263-2266"), ("texto", "514 600-1002"), ("heures", "inconnu"), ("cout", "Gratuit."));
        using var visitor = house.Visitor();
        Assert.Contains("vérifiés par la maison", await ReadAsync(visitor, "/aide"));
        await line.SendAsync(Sheet + "/tel-jeunes", ("vu", "2"), ("nom", "Tel-jeunes"), ("numero", "1 800 263-2260"), ("texto", "514 600-1002"), ("heures", "inconnu"), ("cout", "Gratuit."));
        Assert.DoesNotContain("vérifiés par la maison", await ReadAsync(visitor, "/aide"));
    }

    [Fact]
    public async Task The_last_line_that_answers_day_and_night_stays_whatever_is_withdrawn_or_changed()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        using var line = await house.OpenHouseAsync();
        await line.SendAsync(Sheet, ("nom", "Faux"), ("numero", "418 555-0100"), ("heures", "toujours"), ("police", "inconnu"));
        Assert.Equal(HttpStatusCode.SeeOther, (await line.SendAsync(Sheet + "/988", ("geste", "retirer"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await line.SendAsync(Sheet + "/info-social-811", ("geste", "retirer"))).StatusCode);
        var refused = await line.SendAsync(Sheet + "/1-866-appelle", ("geste", "retirer"));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("Celle-ci est la dernière", await refused.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Conflict, (await line.SendAsync(Sheet + "/1-866-appelle", ("vu", "1"), ("nom", "1 866 APPELLE"), ("numero", "1 866 APPELLE (277-3553)"), ("heures", "inconnu"), ("police", "inconnu"))).StatusCode);
        using var visitor = house.Visitor();
        Assert.Contains("tel:18662773553", await ReadAsync(visitor, "/aide"));
        Assert.DoesNotContain("tel:811", await ReadAsync(visitor, "/aide"));
        await line.SendAsync(List, ("geste", "remettre"), ("ligne", "info-social-811"));
        Assert.Contains("tel:811", await ReadAsync(visitor, "/aide"));
    }

    [Theory]
    [InlineData("numero", "demandez Luc")]
    [InlineData("numero", "1 866 APPELLE")]
    [InlineData("numero", "javascript:alert(1)")]
    [InlineData("numero", "12345678901234567890")]
    [InlineData("texto", "9")]
    [InlineData("clavardage", "javascript:alert(1)")]
    [InlineData("clavardage", "http://suicide.ca/")]
    [InlineData("clavardage", "https://a:b@suicide.ca/")]
    [InlineData("mardi", "le soir")]
    [InlineData("nom", " ")]
    [InlineData("qui", "\u202Egnol")]
    public async Task What_does_not_fit_is_said_beside_its_field_and_help_stays_as_it_was(string field, string value)
    {
        await using var house = await House.OpenAsync(Mode.Live);
        using var line = await house.OpenHouseAsync();
        var fields = new Dictionary<string, string> { ["vu"] = "0", ["nom"] = "988", ["numero"] = "988", ["heures"] = "semaine", ["lundi"] = "18 h à 22 h", [field] = value };
        var answer = await line.SendAsync(Sheet + "/988", [.. fields.Select(f => (f.Key, f.Value))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"id=\"{field}-refus\"", await answer.Content.ReadAsStringAsync());
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM crisis_line"));
    }

    [Fact]
    public async Task Of_two_who_edit_at_once_one_wins_and_the_other_reads_so()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        using var line = await house.OpenHouseAsync();
        var answers = await Task.WhenAll(new[] { "Un", "Deux", "Trois" }.Select(who => line.SendAsync(Sheet + "/988", ("vu", "0"), ("nom", "988"), ("numero", "988"), ("heures", "toujours"), ("qui", who), ("police", "inconnu"))));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.SeeOther);
        var other = WebUtility.HtmlDecode(await answers.First(a => a.StatusCode == HttpStatusCode.Conflict).Content.ReadAsStringAsync());
        Assert.Contains("Une autre personne a changé cette ligne", other);
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM journal_entry WHERE topic = 'Lines'"));
    }

    /// <summary>A demonstration is open to anybody, and its numbers are real.</summary>
    [Fact]
    public async Task In_a_demonstration_no_line_changes()
    {
        await using var house = await House.OpenAsync();
        using (var coordinator = await house.SignedInAsync("Line"))
            Assert.Contains("C’est une démonstration", await ReadAsync(coordinator, Sheet + "/info-social-811"));
        using var line = await house.SignedInAsync("Line");
        Assert.Equal(HttpStatusCode.Conflict, (await line.SendAsync(List, ("geste", "confirmer"), ("ligne", "988"))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await line.SendAsync(Sheet, ("nom", "Faux"), ("numero", "418 555-0100"), ("heures", "toujours"))).StatusCode);
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM crisis_line"));
        Assert.False(File.Exists(Path.Combine(house.Folder, "aide.json")));
    }

    [Fact]
    public async Task Only_a_coordinator_keeps_the_lines()
    {
        await using var house = await House.OpenAsync();
        foreach (var name in new[] { "Océane", "Nadia" })
        {
            using var other = await house.SignedInAsync(name);
            foreach (var path in new[] { List, Sheet, Sheet + "/988", "/reglages/ressources", "/reglages/ressources/fiche/211" })
            {
                Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(path)).StatusCode);
                Assert.Equal(HttpStatusCode.Forbidden, (await other.SendAsync(path, ("geste", "retirer"))).StatusCode);
            }
        }
    }

    static async Task<string> ReadAsync(HttpClient browser, string path) => Regex.Replace(WebUtility.HtmlDecode(await browser.GetStringAsync(path)), "[\u00A0\u202F]", " ").Replace('\u2011', '-');
}
