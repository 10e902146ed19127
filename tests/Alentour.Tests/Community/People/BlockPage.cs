using System.Net;
using Alentour.Community.People;
using Alentour.Community.People.Sessions;
using Alentour.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Community.People;

public sealed class BlockPage
{
    const string Within = "/groupes/cercle-du-jeudi/entre-nous";

    [Fact]
    public async Task One_press_beside_a_name_a_page_that_says_what_it_does_and_one_press_takes_it_back()
    {
        await using var house = await House.OpenAsync();
        using var simone = await house.SignedInAsync("Simone");
        using var kateri = await house.SignedInAsync("Kateri");
        await BlockPrivacy.BlockAsync(simone, "Kateri");
        Assert.DoesNotContain("Kateri", await simone.GetStringAsync(Within));
        Assert.DoesNotContain("Simone", await kateri.GetStringAsync(Within));
        Assert.Contains("<strong>Jean-Guy</strong>", await kateri.GetStringAsync(Within));
        Assert.Contains("<strong>Kateri</strong>", await simone.GetStringAsync("/qui-je-vois"));
        var other = (await Sql.TextsAsync(house, "SELECT blocked_id FROM block")).Single();
        await simone.SendAsync("/qui-je-vois", ("personne", other));
        Assert.Contains("<strong>Kateri</strong>", await simone.GetStringAsync(Within));
        Assert.Contains("<strong>Simone</strong>", await kateri.GetStringAsync(Within));
    }

    [Fact]
    public async Task The_name_in_the_list_is_the_one_borne_there_even_when_another_is_taken_later()
    {
        await using var house = await House.OpenAsync();
        using var simone = await house.SignedInAsync("Simone");
        using var kateri = await house.SignedInAsync("Kateri");
        await kateri.SendAsync(Within, ("geste", "nom"), ("nom", "Brise"));
        await BlockPrivacy.BlockAsync(simone, "Brise");
        await kateri.SendAsync(Within, ("geste", "nom"), ("nom", "Aurore"));
        var list = await simone.GetStringAsync("/qui-je-vois");
        Assert.Contains("Brise", list);
        Assert.DoesNotContain("Aurore", list);
        Assert.DoesNotContain("Kateri", list);
    }

    [Fact]
    public async Task Somebody_who_asks_to_join_and_somebody_of_the_team_are_blocked_as_anybody_is()
    {
        await using var house = await House.OpenAsync();
        using var oceane = await house.SignedInAsync("Océane");
        await oceane.SendAsync("/groupes/entendre-des-voix/rejoindre", ("nom", "Vague"));
        using var solange = await house.SignedInAsync("Solange");
        await BlockPrivacy.BlockAsync(solange, "Vague", "/groupes/entendre-des-voix/entre-nous");
        Assert.DoesNotContain("Vague", await solange.GetStringAsync("/groupes/entendre-des-voix/entre-nous"));
        Assert.DoesNotContain("demande à rejoindre", WebUtility.HtmlDecode(await solange.GetStringAsync("/aujourdhui")));
        using var nadia = await house.SignedInAsync("Nadia");
        await nadia.SendAsync("/groupes/cercle-du-jeudi/rejoindre");
        using var simone = await house.SignedInAsync("Simone");
        await BlockPrivacy.BlockAsync(simone, "Nadia");
        Assert.DoesNotContain("Nadia", await simone.GetStringAsync(Within));
        Assert.Contains("Nadia", await simone.GetStringAsync("/garanties"));
    }

    [Fact]
    public async Task When_both_block_each_takes_back_their_own_and_either_erasure_ends_both()
    {
        await using var house = await House.OpenAsync();
        using var simone = await house.SignedInAsync("Simone");
        using var kateri = await house.SignedInAsync("Kateri");
        await BlockPrivacy.BlockAsync(simone, "Kateri");
        await Sql.RunAsync(house, "INSERT INTO block (person_id, blocked_id, name_there, blocked_on) SELECT blocked_id, person_id, 'Simone', blocked_on FROM block");
        await simone.SendAsync("/qui-je-vois", ("personne", (await Sql.TextsAsync(house, "SELECT id FROM person WHERE chosen_name = 'Kateri'")).Single()));
        Assert.DoesNotContain("Kateri", await simone.GetStringAsync(Within));
        Assert.Contains("Simone", await kateri.GetStringAsync("/qui-je-vois"));
        await simone.SendAsync("/mes-donnees/effacer", ("oui", "true"));
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM block"));
    }

    [Fact]
    public async Task For_a_circle_whoever_blocked_learns_who_is_seated_and_whoever_is_blocked_learns_nothing()
    {
        await using var house = await House.OpenAsync();
        using var simone = await house.SignedInAsync("Simone");
        await BlockPrivacy.BlockAsync(simone, "Kateri");
        Assert.Equal(["Kateri"], await AmongAsync(house, "Simone", "Kateri", "Luc"));
        Assert.Empty(await AmongAsync(house, "Kateri", "Simone", "Luc"));
        Assert.Empty(await AmongAsync(house, "Simone", "Luc"));
    }

    static async Task<IEnumerable<string>> AmongAsync(House house, string name, params string[] seated)
    {
        var all = (await Sql.TextsAsync(house, "SELECT chosen_name || ' ' || id FROM person")).ToDictionary(p => p.Split(' ')[0], p => Guid.Parse(p.Split(' ')[1]));
        var me = new Me();
        Assert.Equal(Sat.Here, await house.Services.GetRequiredService<SessionStore>().SitAsync(me, (await house.CookieAsync(name))["alentour=".Length..], default));
        return (await house.Services.GetRequiredService<Sight>().AmongAsync(me, [.. seated.Select(s => all[s])], default)).Select(b => b.Name);
    }
}
