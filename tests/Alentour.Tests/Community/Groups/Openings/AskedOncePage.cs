using System.Net;
using Alentour.Tests.Cast;
using static Alentour.Tests.Community.Groups.VisitSteps;

namespace Alentour.Tests.Community.Groups.Openings;

/// <summary>What is asked once more before it is done, and what a page under way says of itself.</summary>
public sealed class AskedOncePage
{
    [Fact]
    public async Task A_number_in_public_words_is_kept_once_somebody_says_that_it_is_meant()
    {
        await using var house = await House.OpenAsync();
        using var maude = await house.SignedInAsync("Maude");
        const string section = Group + "/page/rencontre";
        (string, string)[] fields = [("facon-Phone", "oui"), ("facon-Room", "oui"), ("parle-fr", "oui"), ("rejoindre", "DropIn"), ("faconmots", "Appelez le (418) 555-0161, code 4321.")];
        var asked = await maude.WriteAsync(section, fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        var page = WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync());
        Assert.Contains("contient un numéro. Le garder?", page.Replace('\u00A0', ' '));
        Assert.Contains("Appelez le (418) 555-0161, code 4321.", page);
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM mutual_aid_group WHERE way_words LIKE '%555-0161%'"));
        Assert.Equal(HttpStatusCode.SeeOther, (await maude.WriteAsync(section, [.. fields, ("public", "oui")])).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await maude.WriteAsync(section, fields)).StatusCode);
    }

    [Fact]
    public async Task An_hour_of_the_night_is_asked_back_once()
    {
        await using var house = await House.OpenAsync();
        using var maude = await house.SignedInAsync("Maude");
        var page = await maude.GetStringAsync(Group + "/rencontres");
        (string, string)[] move = [("geste", "deplacer"), ("serie", Free().Match(page).Groups[1].Value), ("jour", Free().Match(page).Groups[2].Value), ("versJour", "2026-11-28"), ("versHeure", "3h")];
        var asked = await maude.SendAsync(Group + "/rencontres", move);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        Assert.Contains("name=\"nuit\" value=\"3h\"", await asked.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.SeeOther, (await maude.SendAsync(Group + "/rencontres", [.. move, ("nuit", "3h")])).StatusCode);
        (string, string)[] series = [("jour", "2026-12-03"), ("heure", "3h"), ("duree", "90"), ("rythme", "semaine"), ("geste", "garder"), ("cle", "k")];
        asked = await maude.SendAsync(Group + "/rencontres/suite", series);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        Assert.Contains("name=\"nuit\" value=\"3h\"", await asked.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.SeeOther, (await maude.SendAsync(Group + "/rencontres/suite", [.. series, ("nuit", "3h")])).StatusCode);
    }

    [Fact]
    public async Task A_reason_hides_no_signs()
    {
        await using var house = await House.OpenAsync();
        using var maude = await house.SignedInAsync("Maude");
        var free = Free().Match(await maude.GetStringAsync(Group + "/rencontres"));
        await maude.SendAsync(Group + "/rencontres", ("geste", "annuler"), ("serie", free.Groups[1].Value), ("jour", free.Groups[2].Value), ("raison", "Neige\u202E et\u200B glace"));
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM meeting_change WHERE reason = 'Neige et glace'"));
        Assert.Contains("Neige et glace.", await maude.ReadAsync(Group));
    }

    [Fact]
    public async Task A_draft_says_which_words_are_still_to_write_and_no_group_that_begins_is_said_to_pause()
    {
        await using var house = await House.OpenAsync();
        using var oceane = await house.SignedInAsync("Océane");
        var draft = await oceane.OpenGroupAsync();
        var page = (await oceane.ReadAsync(draft + "/page")).Replace('\u00A0', ' ');
        Assert.Contains("1 partie sur 6", page);
        Assert.Contains("à écrire : Ce qu’est le groupe, dans vos mots; Pour qui", page);
        await oceane.WriteAsync(draft + "/page/mots", ("nom", "Les nuits blanches"), ("mots", "On ne dort pas."), ("langue", "fr"));
        Assert.Contains("à écrire : Pour qui<", (await oceane.ReadAsync(draft + "/page")).Replace('\u00A0', ' '));
        foreach (var path in new[] { "/apercu", "/entre-nous", "/rencontres" })
            Assert.True(!(await oceane.ReadAsync(draft + path)).Contains("fait une pause", StringComparison.Ordinal), path);
    }

    [Fact]
    public async Task The_list_of_groups_follows_a_page_that_is_published_or_withdrawn_at_once()
    {
        await using var house = await House.OpenAsync();
        using var oceane = await house.SignedInAsync("Océane");
        var draft = await oceane.OpenGroupAsync();
        await oceane.WriteAllAsync(draft);
        var group = await oceane.PublishAsync(draft);
        using var anybody = house.Visitor();
        Assert.Contains(group, await anybody.GetStringAsync("/groupes?q=nuits+blanches"));
        await oceane.SendAsync(group + "/page", ("geste", "retirer"));
        Assert.DoesNotContain(group, await anybody.GetStringAsync("/groupes?q=nuits+blanches"));
        Assert.DoesNotContain(group, await anybody.GetStringAsync("/sitemap.xml"));
    }

    [Fact]
    public async Task Before_an_account_is_erased_its_page_names_the_groups_that_close_with_it()
    {
        await using var house = await House.OpenAsync();
        using var maude = await house.SignedInAsync("Maude");
        await maude.OpenGroupAsync();
        var page = await maude.ReadAsync("/mes-donnees/effacer");
        Assert.Contains("Les nuits blanches", page);
        Assert.DoesNotContain("Cercle du jeudi", page);
        var refused = await maude.SendAsync("/mes-donnees/effacer");
        Assert.Contains("Les nuits blanches", await refused.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Beside_a_first_time_one_may_say_that_one_comes_unless_the_door_is_closed()
    {
        await using var house = await House.OpenAsync();
        using var anybody = house.Visitor();
        Assert.Contains(Group + "/je-viens", await anybody.GetStringAsync(Group));
        Assert.DoesNotContain("/je-viens", await anybody.GetStringAsync("/groupes/apres-l-evenement"));
    }
}
