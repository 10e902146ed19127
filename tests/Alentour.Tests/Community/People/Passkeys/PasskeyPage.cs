using System.Net;
using System.Text.Json;
using Alentour.Community.People.Passkeys;
using Alentour.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Community.People.Passkeys;

/// <summary>A passkey is made by somebody who is in, opens the door elsewhere, and is taken away.</summary>
public sealed class PasskeyPage
{
    [Fact]
    public async Task A_passkey_opens_the_door_without_a_name_and_the_choice_of_device_holds()
    {
        await using var house = await House.OpenAsync();
        using var zoe = house.Newcomer();
        await zoe.OpenAccountAsync("Zoé");
        using var phone = await house.MakePasskeyAsync(zoe);
        Assert.Contains("Mon téléphone", WebUtility.HtmlDecode(await zoe.GetStringAsync("/mes-acces")));

        using var library = house.Newcomer();
        var shared = await library.EnterAsync(phone);
        Assert.Equal("/aujourdhui", shared.Headers.Location?.OriginalString);
        Assert.DoesNotContain("max-age", shared.Headers.GetValues("Set-Cookie").Single(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Zoé", WebUtility.HtmlDecode(await library.GetStringAsync("/aujourdhui")));
        house.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(HttpStatusCode.SeeOther, (await library.GetAsync("/aujourdhui")).StatusCode);
        using var own = house.Newcomer();
        Assert.Contains("max-age", (await own.EnterAsync(phone, "mien")).Headers.GetValues("Set-Cookie").Single(), StringComparison.OrdinalIgnoreCase);
        house.Clock.Advance(TimeSpan.FromDays(13));
        Assert.Equal(HttpStatusCode.OK, (await own.GetAsync("/aujourdhui")).StatusCode);
    }

    [Fact]
    public async Task A_passkey_that_somebody_else_made_on_an_open_device_is_told_for_a_week()
    {
        await using var house = await House.OpenAsync();
        using var zoe = house.Newcomer();
        var words = await zoe.OpenAccountAsync("Zoé");
        Assert.DoesNotContain("Mon téléphone", WebUtility.HtmlDecode(await zoe.GetStringAsync("/aujourdhui")));
        using var phone = await house.MakePasskeyAsync(zoe);
        Assert.Contains("Mon téléphone", WebUtility.HtmlDecode(await zoe.GetStringAsync("/aujourdhui")));
        house.Clock.Advance(TimeSpan.FromDays(8));
        using var later = house.Newcomer();
        await later.SendAsync("/entrer", ("mots", string.Join(' ', words)));
        Assert.DoesNotContain("Mon téléphone", WebUtility.HtmlDecode(await later.GetStringAsync("/aujourdhui")));
    }

    [Fact]
    public async Task What_the_house_asks_of_a_browser_is_what_it_promises()
    {
        await using var house = await House.OpenAsync();
        using var zoe = house.Newcomer();
        await zoe.OpenAccountAsync("Zoé");
        using var known = await house.MakePasskeyAsync(zoe);
        var (made, _) = await zoe.AskAsync("/mes-acces/cle", ("appareil", "  Le   vieux \u202Eportable "));
        Assert.Equal("localhost", made.GetProperty("rp").GetProperty("id").GetString());
        Assert.Equal("required", made.GetProperty("authenticatorSelection").GetProperty("userVerification").GetString());
        Assert.Equal("required", made.GetProperty("authenticatorSelection").GetProperty("residentKey").GetString());
        Assert.True(made.GetProperty("authenticatorSelection").GetProperty("requireResidentKey").GetBoolean());
        Assert.Equal("none", made.GetProperty("attestation").GetString());
        Assert.True(made.GetProperty("extensions").TryGetProperty("prf", out _));
        Assert.Single(made.GetProperty("excludeCredentials").EnumerateArray());
        // Whoever holds the device may read its list of passkeys: neither the chosen name nor the account stand there.
        Assert.Equal("Le vieux portable", made.GetProperty("user").GetProperty("name").GetString());
        var id = (await Sql.TextsAsync(house, "SELECT id FROM person WHERE chosen_name = 'Zoé'")).Single();
        Assert.DoesNotContain(id[..8], made.GetRawText());
        Assert.DoesNotContain("Zoé", made.GetRawText());

        using var visitor = house.Visitor();
        visitor.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        var answer = await visitor.SendAsync("/entrer/cle");
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        var asked = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("options");
        Assert.Equal("required", asked.GetProperty("userVerification").GetString());
        Assert.Empty(asked.GetProperty("allowCredentials").EnumerateArray());
    }

    [Fact]
    public async Task An_answer_lost_on_the_way_and_sent_again_keeps_one_passkey()
    {
        await using var house = await House.OpenAsync();
        using var zoe = house.Newcomer();
        await zoe.OpenAccountAsync("Zoé");
        using var phone = new Authenticator { Origin = house.Origin() };
        var (options, state) = await zoe.AskAsync("/mes-acces/cle");
        var credential = phone.Make(options);
        Assert.Equal(HttpStatusCode.NoContent, (await zoe.KeepAsync(credential, state)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await zoe.KeepAsync(credential, state)).StatusCode);
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM way_in WHERE kind = 'Passkey'"));
    }

    [Fact]
    public async Task A_passkey_that_counts_is_followed_and_a_copy_that_lags_behind_is_refused()
    {
        await using var house = await House.OpenAsync();
        using var zoe = house.Newcomer();
        await zoe.OpenAccountAsync("Zoé");
        using var key = await house.MakePasskeyAsync(zoe, count: 5);
        using var elsewhere = house.Newcomer();
        key.Count = 6;
        Assert.Equal(HttpStatusCode.SeeOther, (await elsewhere.EnterAsync(key)).StatusCode);
        using var thief = house.Newcomer();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await thief.EnterAsync(key)).StatusCode);
    }

    [Fact]
    public async Task The_last_way_in_is_taken_away_only_after_a_sentence()
    {
        await using var house = await House.OpenAsync();
        using var zoe = house.Newcomer();
        await zoe.OpenAccountAsync("Zoé");
        using var phone = await house.MakePasskeyAsync(zoe);
        await Sql.RunAsync(house, "DELETE FROM way_in WHERE kind = 'Card'");
        var way = (await Sql.TextsAsync(house, "SELECT id FROM way_in WHERE kind = 'Passkey'")).Single();
        var asked = await zoe.SendAsync("/mes-acces", ("geste", "retirer"), ("facon", way));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        Assert.Contains("dernière façon d'entrer", WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync()).Replace('’', '\''));
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM way_in"));
        Assert.Equal(HttpStatusCode.SeeOther, (await zoe.SendAsync("/mes-acces", ("geste", "retirer"), ("facon", way), ("quand-meme", "true"))).StatusCode);
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM way_in"));
    }

    [Fact]
    public async Task Of_two_last_passkeys_taken_away_at_once_one_stays()
    {
        await using var house = await House.OpenAsync();
        using var zoe = house.Newcomer();
        await zoe.OpenAccountAsync("Zoé");
        using var phone = await house.MakePasskeyAsync(zoe);
        using var tablet = await house.MakePasskeyAsync(zoe, "Tablette");
        await Sql.RunAsync(house, "DELETE FROM way_in WHERE kind = 'Card'");
        var ways = await Sql.TextsAsync(house, "SELECT id FROM way_in ORDER BY id");
        var answers = await Task.WhenAll(ways.Select(w => zoe.SendAsync("/mes-acces", ("geste", "retirer"), ("facon", w))));
        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity], answers.Select(a => a.StatusCode).Order());
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM way_in"));
    }

    [Fact]
    public async Task Nobody_takes_away_another_s_passkey_and_ten_are_enough()
    {
        await using var house = await House.OpenAsync();
        using var zoe = house.Newcomer();
        await zoe.OpenAccountAsync("Zoé");
        using var phone = await house.MakePasskeyAsync(zoe);
        var way = (await Sql.TextsAsync(house, "SELECT id FROM way_in WHERE kind = 'Passkey'")).Single();
        using var maude = await house.SignedInAsync("Maude");
        await maude.SendAsync("/mes-acces", ("geste", "retirer"), ("facon", way), ("quand-meme", "true"));
        using var elsewhere = house.Newcomer();
        Assert.Equal(HttpStatusCode.SeeOther, (await elsewhere.EnterAsync(phone)).StatusCode);
        for (var i = 1; i < Passkey.Most; i++)
            (await house.MakePasskeyAsync(zoe)).Dispose();
        var refused = await zoe.SendAsync("/mes-acces/cle");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("dix", await refused.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Passkeys_are_handed_over_whole_and_erased_with_the_rest()
    {
        await using var house = await House.OpenAsync();
        using var zoe = house.Newcomer();
        await zoe.OpenAccountAsync("Zoé");
        using var phone = await house.MakePasskeyAsync(zoe, "Téléphone de Zoé Quatre-Vents");
        using var kept = JsonDocument.Parse(await zoe.GetStringAsync("/mes-donnees/json"));
        Assert.Equal("Téléphone de Zoé Quatre-Vents", kept.RootElement.GetProperty("passkeys")[0].GetProperty("device").GetString());
        Assert.NotEmpty(await RecordsPage.PlacesAsync(house, "Quatre-Vents"));
        await zoe.SendAsync("/mes-donnees/effacer", ("oui", "true"));
        Assert.Empty(await RecordsPage.PlacesAsync(house, "Quatre-Vents"));
        using var elsewhere = house.Newcomer();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await elsewhere.EnterAsync(phone)).StatusCode);
    }

    [Fact]
    public async Task What_is_kept_holds_no_attestation_and_a_used_challenge_goes_with_the_night()
    {
        await using var house = await House.OpenAsync();
        using var zoe = house.Newcomer();
        await zoe.OpenAccountAsync("Zoé");
        using var phone = await house.MakePasskeyAsync(zoe);
        var kept = (await Sql.TextsAsync(house, "SELECT particulars FROM way_in WHERE kind = 'Passkey'")).Single();
        Assert.DoesNotContain("attestation", kept, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\"prf\"", kept, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM used_challenge"));
        house.Clock.Advance(Challenges.Good);
        using var scope = house.Services.CreateScope();
        foreach (var night in scope.ServiceProvider.GetServices<Alentour.Foundation.Jobs.INightly>().Where(n => n.Name == "people-sweep"))
            await night.RunAsync(house.Clock.GetUtcNow(), default);
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM used_challenge"));
    }
}
