using System.Net;
using Alentour.Community.People.Passkeys;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Community.People.Passkeys;

/// <summary>Whatever is wrong with a passkey, the answer is one and the same, and the door stays shut.</summary>
public sealed class PasskeyPrivacy
{
    [Fact]
    public async Task Everything_that_is_wrong_is_refused_alike_and_the_right_one_still_opens()
    {
        await using var house = await House.OpenAsync();
        using var zoe = house.Newcomer();
        await zoe.OpenAccountAsync("Zoé");
        using var right = await house.MakePasskeyAsync(zoe);
        using var unknown = new Authenticator { Origin = house.Origin(), UserHandle = right.UserHandle };
        using var forged = new Authenticator { Origin = house.Origin(), UserHandle = right.UserHandle, CredentialId = right.CredentialId };
        using var removed = await house.MakePasskeyAsync(zoe, "Perdu");
        var way = (await Sql.TextsAsync(house, "SELECT id FROM way_in WHERE particulars LIKE '%Perdu%'")).Single();
        await zoe.SendAsync("/mes-acces", ("geste", "retirer"), ("facon", way));
        string[] pages =
        [
            await RefusedAsync(house, unknown),
            await RefusedAsync(house, forged),
            await RefusedAsync(house, removed),
            await RefusedAsync(house, right, a => a.Origin = "https://localhost.example", a => a.Origin = house.Origin()),
            await RefusedAsync(house, right, a => a.Origin = "http://localhost:1", a => a.Origin = house.Origin()),
            await RefusedAsync(house, right, a => a.OtherChallenge = new string('A', 43), a => a.OtherChallenge = null),
            await RefusedAsync(house, right, a => a.VerifiesPerson = false, a => a.VerifiesPerson = true),
            await RefusedAsync(house, right, a => a.Domain = "elsewhere.example", a => a.Domain = "localhost"),
        ];
        Assert.Single(pages.Distinct());
        using var elsewhere = house.Newcomer();
        Assert.Equal(HttpStatusCode.SeeOther, (await elsewhere.EnterAsync(right)).StatusCode);
    }

    [Fact]
    public async Task A_passkey_that_says_it_answers_for_somebody_else_opens_neither_account()
    {
        await using var house = await House.OpenAsync();
        using var zoe = house.Newcomer();
        await zoe.OpenAccountAsync("Zoé");
        using var hers = await house.MakePasskeyAsync(zoe);
        using var max = house.Newcomer();
        await max.OpenAccountAsync("Max");
        using var his = await house.MakePasskeyAsync(max);
        using var unknown = new Authenticator { Origin = house.Origin(), UserHandle = hers.UserHandle };
        var own = his.UserHandle;
        string[] pages =
        [
            await RefusedAsync(house, unknown),
            await RefusedAsync(house, his, a => a.UserHandle = hers.UserHandle, a => a.UserHandle = own),
            await RefusedAsync(house, his, a => a.UserHandle = null, a => a.UserHandle = own),
        ];
        Assert.Single(pages.Distinct());
        using var elsewhere = house.Newcomer();
        Assert.Equal(HttpStatusCode.SeeOther, (await elsewhere.EnterAsync(his)).StatusCode);
    }

    [Fact]
    public async Task An_answer_serves_once_and_not_after_five_minutes()
    {
        await using var house = await House.OpenAsync();
        using var zoe = house.Newcomer();
        await zoe.OpenAccountAsync("Zoé");
        using var phone = await house.MakePasskeyAsync(zoe);
        using var first = house.Newcomer();
        var (options, state) = await first.AskAsync("/entrer/cle");
        var answer = phone.Answer(options);
        Assert.Equal(HttpStatusCode.SeeOther, (await first.EnterAsync(answer, state)).StatusCode);
        using var thief = house.Newcomer();
        var again = await thief.EnterAsync(answer, state);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.False(again.Headers.Contains("Set-Cookie"));

        (options, state) = await thief.AskAsync("/entrer/cle");
        house.Clock.Advance(Challenges.Good);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await thief.EnterAsync(phone.Answer(options), state)).StatusCode);
    }

    [Fact]
    public async Task Of_two_who_send_one_answer_at_once_one_comes_in()
    {
        await using var house = await House.OpenAsync();
        using var zoe = house.Newcomer();
        await zoe.OpenAccountAsync("Zoé");
        using var phone = await house.MakePasskeyAsync(zoe);
        using var browser = house.Newcomer();
        var (options, state) = await browser.AskAsync("/entrer/cle");
        var answer = phone.Answer(options);
        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => browser.EnterAsync(answer, state)));
        Assert.Single(sent, a => a.StatusCode == HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_challenge_for_one_door_opens_no_other_and_one_for_zoe_makes_nothing_for_max()
    {
        await using var house = await House.OpenAsync();
        using var zoe = house.Newcomer();
        await zoe.OpenAccountAsync("Zoé");
        using var max = house.Newcomer();
        await max.OpenAccountAsync("Max");
        using var device = new Authenticator { Origin = house.Origin() };
        var (options, state) = await zoe.AskAsync("/mes-acces/cle");
        var credential = device.Make(options);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await max.KeepAsync(credential, state)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await zoe.KeepAsync(credential, state + "A")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await zoe.KeepAsync(credential, state)).StatusCode);
        using var elsewhere = house.Newcomer();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await elsewhere.EnterAsync(device.Answer(options), state)).StatusCode);
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM way_in w JOIN person p ON p.id = w.person_id WHERE p.chosen_name = 'Max' AND w.kind = 'Passkey'"));
    }

    [Fact]
    public async Task A_passkey_made_wrongly_is_refused_alike_and_nothing_of_it_is_kept()
    {
        await using var house = await House.OpenAsync();
        using var zoe = house.Newcomer();
        await zoe.OpenAccountAsync("Zoé");
        var answers = new List<string>();
        foreach (var spoil in new Action<Authenticator>[]
        {
            a => a.Origin = "https://elsewhere.example",
            a => a.OtherChallenge = new string('A', 43),
            a => a.VerifiesPerson = false,
            a => a.Domain = "elsewhere.example",
        })
        {
            using var device = new Authenticator { Origin = house.Origin() };
            spoil(device);
            var (options, state) = await zoe.AskAsync("/mes-acces/cle");
            var answer = await zoe.KeepAsync(device.Make(options), state);
            answers.Add($"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
        Assert.StartsWith("UnprocessableEntity", Assert.Single(answers.Distinct()));
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM way_in WHERE kind = 'Passkey'"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"id\":7}")]
    [InlineData("{\"id\":\"????\",\"response\":null}")]
    [InlineData("{\"id\":\"AAAA\",\"type\":\"public-key\",\"response\":{}}")]
    public async Task What_is_no_passkey_at_all_is_refused_without_a_stumble(string sent)
    {
        await using var house = await House.OpenAsync();
        using var visitor = house.Newcomer();
        var (_, state) = await visitor.AskAsync("/entrer/cle");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.EnterAsync(sent, state)).StatusCode);
        using var zoe = house.Newcomer();
        await zoe.OpenAccountAsync("Zoé");
        (_, state) = await zoe.AskAsync("/mes-acces/cle");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await zoe.KeepAsync(sent, state)).StatusCode);
        Assert.DoesNotContain(house.Log.Lines, l => !l.StartsWith("Information", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_tries_passkeys_is_slowed_as_with_words()
    {
        await using var house = await House.OpenAsync();
        using var guesser = house.Newcomer();
        for (var i = 0; i < Alentour.Community.People.Tries.Most; i++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await guesser.EnterAsync("{}", "x")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await guesser.EnterAsync("{}", "x")).StatusCode);
    }

    /// <summary>The page that refuses, without what differs by the hour.</summary>
    static async Task<string> RefusedAsync(House house, Authenticator authenticator, Action<Authenticator>? spoil = null, Action<Authenticator>? mend = null)
    {
        spoil?.Invoke(authenticator);
        using var browser = house.Newcomer();
        var answer = await browser.EnterAsync(authenticator);
        mend?.Invoke(authenticator);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("error-text", page);
        return page;
    }
}
