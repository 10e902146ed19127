using System.Net;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Community.Groups;

public sealed class MembershipPage
{
    const string Within = "/groupes/cercle-du-jeudi/entre-nous";

    [Fact]
    public async Task One_joins_under_another_name_leaves_without_a_word_and_comes_back()
    {
        await using var house = await House.OpenAsync();
        using var oceane = await house.SignedInAsync("Océane");
        Assert.Equal(Within, (await oceane.SendAsync("/groupes/cercle-du-jeudi/rejoindre", ("nom", "Vague"))).Headers.Location?.OriginalString);
        Assert.Contains("<strong>Vague</strong>", await oceane.GetStringAsync(Within));
        Assert.Contains(Within, await oceane.GetStringAsync("/aujourdhui"));
        await oceane.SendAsync(Within, ("geste", "nom"), ("nom", ""));
        Assert.Contains("<strong>Océane</strong>", WebUtility.HtmlDecode(await oceane.GetStringAsync(Within)));
        Assert.Equal("/aujourdhui?parti=oui", (await oceane.SendAsync(Within, ("geste", "partir"))).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, (await oceane.GetAsync(Within)).StatusCode);
        await oceane.SendAsync("/groupes/cercle-du-jeudi/rejoindre");
        await oceane.SendAsync("/groupes/cercle-du-jeudi/rejoindre");
        Assert.Equal(HttpStatusCode.OK, (await oceane.GetAsync(Within)).StatusCode);
    }

    [Fact]
    public async Task A_request_is_taken_back_and_another_group_may_be_asked()
    {
        await using var house = await House.OpenAsync();
        using var oceane = await house.SignedInAsync("Océane");
        await oceane.SendAsync("/groupes/etre-proche/rejoindre");
        await oceane.SendAsync("/groupes/etre-proche/rejoindre", ("geste", "reprendre"));
        Assert.Equal(HttpStatusCode.SeeOther, (await oceane.SendAsync("/groupes/entendre-des-voix/rejoindre")).StatusCode);
    }

    [Fact]
    public async Task Erasing_an_account_takes_it_out_of_its_groups()
    {
        await using var house = await House.OpenAsync();
        using var maude = await house.SignedInAsync("Maude");
        Assert.Contains("Cercle du jeudi", await maude.GetStringAsync("/mes-donnees/json"));
        await maude.SendAsync("/mes-donnees/effacer", ("oui", "true"));
        using var simone = await house.SignedInAsync("Simone");
        Assert.DoesNotContain("<strong>Maude</strong>", await simone.GetStringAsync(Within));
    }
}
