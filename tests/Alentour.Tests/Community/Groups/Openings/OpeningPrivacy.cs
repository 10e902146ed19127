using System.Net;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Community.Groups.Openings;

public sealed class OpeningPrivacy
{
    [Fact]
    public async Task A_draft_is_seen_by_nobody_but_its_members()
    {
        await using var house = await House.OpenAsync();
        using var oceane = await house.SignedInAsync("Océane");
        var draft = await oceane.OpenGroupAsync();
        await oceane.WriteAllAsync(draft);
        await oceane.AddSeriesAsync(draft);
        await house.RefreshFinderAsync();
        string[] own = ["", "/page", "/page/mots", "/apercu", "/accords", "/entendre", "/entre-nous", "/accueil", "/rencontres", "/rencontres/suite"];
        foreach (var path in own.Skip(1))
            Assert.Equal(HttpStatusCode.OK, (await oceane.GetAsync(draft + path)).StatusCode);
        foreach (var name in new[] { "Line", "Nadia", "Denise", "Gaétan", "Maude", null })
        {
            using var other = name is null ? house.Newcomer() : await house.SignedInAsync(name);
            foreach (var path in own.Append(".ics").Append("/affiche").Append("/premiere-visite").Append("/je-viens").Append("/rejoindre"))
                Assert.True((await other.GetAsync(draft + path)).StatusCode is HttpStatusCode.NotFound or HttpStatusCode.SeeOther, $"{name} reads {path}");
            foreach (var page in new[] { "/groupes", "/groupes?q=nuits", "/sitemap.xml", "/semaine", "/mois", "/droits", "/", "/groupes/cercle-du-jeudi/entre-nous" })
                Assert.DoesNotContain("Canari du brouillon", await (await other.GetAsync(page)).Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task A_name_that_only_a_draft_bears_tells_nobody_that_the_draft_exists()
    {
        await using var house = await House.OpenAsync();
        using var oceane = await house.SignedInAsync("Océane");
        await oceane.OpenGroupAsync();
        using var maude = await house.SignedInAsync("Maude");
        var second = await maude.OpenGroupAsync();
        await maude.WriteAllAsync(second);
        Assert.Equal("/groupes/les-nuits-blanches", await maude.PublishAsync(second));
    }

    [Fact]
    public async Task Somebody_with_a_role_always_asks_is_shown_with_it_and_leaves_the_pen_to_members()
    {
        await using var house = await House.OpenAsync();
        using var line = await house.SignedInAsync("Line");
        Assert.Equal("/groupes/cercle-du-jeudi/rejoindre", (await line.SendAsync("/groupes/cercle-du-jeudi/rejoindre")).Headers.Location?.OriginalString);
        using var maude = await house.SignedInAsync("Maude");
        Assert.Contains("oordination", await maude.ReadAsync("/groupes/cercle-du-jeudi/entre-nous"));
        var id = await house.CalledAsync(maude, "Line");
        await maude.SendAsync("/groupes/cercle-du-jeudi/entre-nous", ("geste", "accueillir"), ("personne", id));
        Assert.Equal(HttpStatusCode.OK, (await line.GetAsync("/groupes/cercle-du-jeudi/entre-nous")).StatusCode);

        const string group = "/groupes/cercle-du-jeudi";
        var before = await Sql.TextsAsync(house, "SELECT name || version FROM mutual_aid_group ORDER BY slug");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await line.WriteAsync(group + "/page/mots", ("nom", "À nous"), ("langue", "fr"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await line.WriteAsync(group + "/accords", ("articles", "Obéir."), ("maniere", "Seule."))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await line.AddSeriesAsync(group)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await line.SendAsync(group + "/entendre", ("numero", "418 555-0100"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await line.SendAsync(group + "/page", ("geste", "retirer"))).StatusCode);
        using var nadia = await house.SignedInAsync("Nadia");
        await nadia.SendAsync(group + "/rejoindre");
        var asking = await house.CalledAsync(line, "Nadia");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await line.SendAsync(group + "/entre-nous", ("geste", "accueillir"), ("personne", asking))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await nadia.GetAsync(group + "/entre-nous")).StatusCode);
        Assert.Equal(before, await Sql.TextsAsync(house, "SELECT name || version FROM mutual_aid_group ORDER BY slug"));
    }
}
