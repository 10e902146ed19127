using System.Net;
using System.Text.RegularExpressions;
using Alentour.Community.People.WaysBack;
using Alentour.Tests.Cast;
using Alentour.Tests.Community.People.Passkeys;

namespace Alentour.Tests.Community.Groups;

/// <summary>Maude has lost her card and her phone. Simone and Jean-Guy, of her circle, bring her back.</summary>
public sealed partial class WayBackPage
{
    [Fact]
    public async Task Two_members_bring_somebody_back_after_seventy_two_hours_and_every_old_door_closes()
    {
        await using var house = await House.OpenAsync();
        using var lostPhone = await house.SignedInAsync("Maude");
        using var simone = await house.SignedInAsync("Simone");
        var words = await BeginAsync(simone, "Maude");
        using var maude = house.Newcomer();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await EnterAsync(maude, words)).StatusCode);
        using var jeanGuy = await house.SignedInAsync("Jean-Guy");
        Assert.Contains("/retours", await jeanGuy.GetStringAsync("/aujourdhui"));
        await ConfirmAsync(jeanGuy, words);
        Assert.Contains("here-warning", await lostPhone.GetStringAsync("/aujourdhui"));
        house.Clock.Advance(WayBack.Shown - TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await EnterAsync(maude, words)).StatusCode);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.SeeOther, (await EnterAsync(maude, words)).StatusCode);
        Assert.Contains("Maude", await maude.GetStringAsync("/aujourdhui"));
        Assert.Equal(HttpStatusCode.SeeOther, (await lostPhone.GetAsync("/aujourdhui")).StatusCode);
        using var again = house.Newcomer();
        Assert.Equal(HttpStatusCode.SeeOther, (await EnterAsync(again, words)).StatusCode);
    }

    [Fact]
    public async Task The_passkey_of_the_lost_phone_opens_nothing_once_she_is_back()
    {
        await using var house = await House.OpenAsync();
        using var lostPhone = await house.SignedInAsync("Maude");
        using var passkey = await house.MakePasskeyAsync(lostPhone);
        using var simone = await house.SignedInAsync("Simone");
        var words = await BeginAsync(simone, "Maude");
        using var jeanGuy = await house.SignedInAsync("Jean-Guy");
        await ConfirmAsync(jeanGuy, words);
        house.Clock.Advance(WayBack.Shown);
        using var finder = house.Newcomer();
        Assert.Equal(HttpStatusCode.SeeOther, (await finder.EnterAsync(passkey)).StatusCode);
        using var maude = house.Newcomer();
        Assert.Equal(HttpStatusCode.SeeOther, (await EnterAsync(maude, words)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await finder.GetAsync("/aujourdhui")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await finder.EnterAsync(passkey)).StatusCode);
    }

    [Fact]
    public async Task Whoever_holds_the_lost_phone_stops_it_once_and_is_shut_out_when_both_confirm_again()
    {
        await using var house = await House.OpenAsync();
        using var lostPhone = await house.SignedInAsync("Maude");
        using var simone = await house.SignedInAsync("Simone");
        var words = await BeginAsync(simone, "Maude");
        using var jeanGuy = await house.SignedInAsync("Jean-Guy");
        await ConfirmAsync(jeanGuy, words);
        await lostPhone.SendAsync("/mon-retour");
        house.Clock.Advance(WayBack.Shown);
        using var maude = house.Newcomer();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await EnterAsync(maude, words)).StatusCode);
        await ConfirmAsync(simone, words);
        Assert.Equal(HttpStatusCode.OK, (await lostPhone.GetAsync("/aujourdhui")).StatusCode);
        await ConfirmAsync(jeanGuy, words);
        Assert.Equal(HttpStatusCode.SeeOther, (await lostPhone.GetAsync("/aujourdhui")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await EnterAsync(maude, words)).StatusCode);
        house.Clock.Advance(WayBack.Shown);
        Assert.Equal(HttpStatusCode.SeeOther, (await EnterAsync(maude, words)).StatusCode);
    }

    [Fact]
    public async Task One_person_alone_brings_nobody_back_nor_does_a_stranger_or_the_team()
    {
        await using var house = await House.OpenAsync();
        using var simone = await house.SignedInAsync("Simone");
        await BeginAsync(simone, "Maude");
        var id = (await Sql.TextsAsync(house, "SELECT id FROM way_back")).Single();
        foreach (var name in new[] { "Simone", "Mei", "Line", "Nadia", "Océane" })
        {
            using var browser = await house.SignedInAsync(name);
            Assert.False((await browser.GetStringAsync("/retours")).Contains("name=\"confirmer\""), name);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync("/retours", ("confirmer", id))).StatusCode);
        }
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM way_back WHERE confirmer_id IS NULL"));
        using var stranger = await house.SignedInAsync("Noé");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await stranger.SendAsync("/retours", ("personne", await house.CalledAsync(stranger, "Simone")), ("presence", "true"))).StatusCode);
    }

    [Fact]
    public async Task Somebody_in_no_group_is_brought_back_by_a_member_and_the_coordinator_and_a_name_tells_nothing()
    {
        await using var house = await House.OpenAsync();
        using var simone = await house.SignedInAsync("Simone");
        var words = await BeginAsync(simone, null, "Océane");
        using var maude = await house.SignedInAsync("Maude");
        var none = await maude.SendAsync("/retours", ("nom", "Personne de ce nom"), ("presence", "true"));
        Assert.Equal(6, Forms.CardOn(await none.Content.ReadAsStringAsync()).Count);
        using var line = await house.SignedInAsync("Line");
        Assert.Contains("name=\"nom\"", await maude.GetStringAsync("/retours"), StringComparison.Ordinal);
        // What would be refused is not proposed: whoever holds a role confirms, and begins none by name.
        Assert.DoesNotContain("name=\"nom\"", await line.GetStringAsync("/retours"), StringComparison.Ordinal);
        await ConfirmAsync(line, words);
        await ConfirmAsync(line, Forms.CardOn(await none.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await line.SendAsync("/retours", ("nom", "Océane"), ("presence", "true"))).StatusCode);
        house.Clock.Advance(WayBack.Shown);
        using var oceane = house.Newcomer();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await EnterAsync(oceane, Forms.CardOn(await none.Content.ReadAsStringAsync()))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await EnterAsync(oceane, words)).StatusCode);
        Assert.Contains("Océane", WebUtility.HtmlDecode(await oceane.GetStringAsync("/aujourdhui")));
    }

    static async Task<IReadOnlyList<string>> BeginAsync(HttpClient browser, string? companion, string name = "")
    {
        var person = "";
        if (companion is not null)
            person = Regex.Match(await browser.GetStringAsync("/retours"), $"name=\"personne\" value=\"([^\"]+)\"[^>]*><svg(?:(?!</svg>).)*</svg>{companion}<", RegexOptions.Singleline).Groups[1].Value;
        var answer = await browser.SendAsync("/retours", ("personne", person), ("nom", name), ("presence", "true"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Forms.CardOn(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The person reads the first two words to whoever confirms, who types them in haste.</summary>
    static async Task ConfirmAsync(HttpClient browser, IReadOnlyList<string> words)
    {
        var id = Confirm().Match(await browser.GetStringAsync("/retours")).Groups[1].Value;
        var answer = await browser.SendAsync("/retours", ("confirmer", id), ("mots", $" {words[0].ToUpperInvariant()}  {words[1][..4]}"));
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, id + Regex.Match(await answer.Content.ReadAsStringAsync(), "error-text.*?</p>", RegexOptions.Singleline).Value);
    }

    static Task<HttpResponseMessage> EnterAsync(HttpClient browser, IReadOnlyList<string> words) => browser.SendAsync("/entrer", ("mots", string.Join(' ', words)));

    [GeneratedRegex("""name="confirmer" value="([^"]+)["]""")]
    private static partial Regex Confirm();
}
