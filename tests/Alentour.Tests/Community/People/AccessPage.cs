using System.Net;
using System.Text.RegularExpressions;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Community.People;

public sealed partial class AccessPage
{
    [Fact]
    public async Task A_lost_phone_is_shut_out_at_once_and_a_new_card_stops_the_old_one()
    {
        await using var house = await House.OpenAsync();
        using var phone = house.Newcomer();
        var old = await phone.OpenAccountAsync("Zoé");
        using var library = house.Newcomer();
        await library.SendAsync("/entrer", ("mots", string.Join(' ', old)));
        Assert.Equal(HttpStatusCode.SeeOther, (await library.SendAsync("/mes-acces", ("geste", "autres"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await phone.GetAsync("/aujourdhui")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await library.GetAsync("/aujourdhui")).StatusCode);

        var fresh = Forms.CardOn(await (await library.SendAsync("/mes-acces", ("geste", "carte"))).Content.ReadAsStringAsync());
        using var elsewhere = house.Newcomer();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await elsewhere.SendAsync("/entrer", ("mots", string.Join(' ', old)))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await elsewhere.SendAsync("/entrer", ("mots", string.Join(' ', fresh)))).StatusCode);
    }

    [Fact]
    public async Task Leaving_everywhere_closes_this_door_too_and_nobody_else_s()
    {
        await using var house = await House.OpenAsync();
        using var here = await house.SignedInAsync("Maude");
        using var elsewhere = await house.SignedInAsync("Maude");
        using var simone = await house.SignedInAsync("Simone");
        Assert.Equal("/c-est-ferme", (await here.SendAsync("/mes-acces", ("geste", "partout"))).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.SeeOther, (await here.GetAsync("/aujourdhui")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await elsewhere.GetAsync("/aujourdhui")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await simone.GetAsync("/aujourdhui")).StatusCode);
    }

    /// <summary>R081: a certification is read by those who share a group, and that is all.</summary>
    [Fact]
    public async Task A_certification_is_shown_and_changes_no_right()
    {
        await using var house = await House.OpenAsync();
        using var maude = await house.SignedInAsync("Maude");
        using var simone = await house.SignedInAsync("Simone");
        var before = await RightsAsync(maude);
        Assert.DoesNotContain("Paire aidante", WebUtility.HtmlDecode(await simone.GetStringAsync("/groupes/cercle-du-jeudi/entre-nous")));
        await maude.SendAsync("/mes-acces", ("geste", "nom"), ("nom", "Maude"), ("certification", "Paire aidante certifiée"));
        Assert.Contains("Paire aidante certifiée", WebUtility.HtmlDecode(await simone.GetStringAsync("/groupes/cercle-du-jeudi/entre-nous")));
        Assert.Equal(before, await RightsAsync(maude));
    }

    /// <summary>How the house answers somebody at every door that the matrix knows and that changes nothing.</summary>
    static async Task<IReadOnlyList<string>> RightsAsync(HttpClient browser)
    {
        var answers = new List<string>();
        foreach (var row in Shape.Reading.EndpointRow.All.Where(r => r.Method == "GET" && !r.Address.Contains('{', StringComparison.Ordinal) && r.Address != "/quitter"))
            answers.Add($"{row.Address} {(int)(await browser.GetAsync(row.Address)).StatusCode}");
        return answers;
    }

    [Fact]
    public async Task Nobody_closes_the_door_of_another()
    {
        await using var house = await House.OpenAsync();
        using var simone = await house.SignedInAsync("Simone");
        using var maude = await house.SignedInAsync("Maude");
        using var library = await house.SignedInAsync("Maude");
        var session = SessionId().Match(await library.GetStringAsync("/mes-acces")).Groups[1].Value;
        await simone.SendAsync("/mes-acces", ("geste", "fermer"), ("session", session));
        Assert.Equal(HttpStatusCode.OK, (await maude.GetAsync("/aujourdhui")).StatusCode);
        await library.SendAsync("/mes-acces", ("geste", "fermer"), ("session", session));
        Assert.Equal(HttpStatusCode.SeeOther, (await maude.GetAsync("/aujourdhui")).StatusCode);
    }

    [Fact]
    public async Task A_name_is_changed_and_a_wrong_one_is_given_back_with_a_sentence()
    {
        await using var house = await House.OpenAsync();
        using var maude = await house.SignedInAsync("Maude");
        await maude.SendAsync("/mes-acces", ("geste", "nom"), ("nom", "  Maude   L. "), ("certification", "Paire aidante certifiée"));
        var page = WebUtility.HtmlDecode(await maude.GetStringAsync("/mes-acces"));
        Assert.Contains("Maude L.", page);
        Assert.Contains("Paire aidante certifiée", page);
        var answer = await maude.SendAsync("/mes-acces", ("geste", "nom"), ("nom", new string('a', 61)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(new string('a', 61), await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("""name="session" value="([^"]+)["]""")]
    private static partial Regex SessionId();
}
