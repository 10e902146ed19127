using System.Net;
using Alentour.Community.People.Cards;
using Alentour.Foundation.Running;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Community.People;

/// <summary>A newcomer with no e-mail and no phone: a name of choice, a card of six words, and in.</summary>
public sealed class EnteringPage
{
    [Fact]
    public async Task A_name_of_choice_opens_an_account_and_its_card_opens_the_house_elsewhere()
    {
        await using var house = await House.OpenAsync();
        using var browser = house.Newcomer();
        var words = await browser.OpenAccountAsync("Zoé", "k1");
        Assert.Equal(6, words.Count);
        Assert.Contains("Zoé", await browser.GetStringAsync("/aujourdhui"));

        using var elsewhere = house.Newcomer();
        var answer = await elsewhere.SendAsync("/entrer", ("mots", string.Join(' ', words.Select(w => w[..4].ToUpperInvariant()))), ("appareil", "partage"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.DoesNotContain("max-age", answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Zoé", await elsewhere.GetStringAsync("/aujourdhui"));
    }

    [Fact]
    public async Task A_form_sent_twice_opens_one_account_and_only_the_last_card_works()
    {
        await using var house = await House.OpenAsync();
        using var browser = house.Newcomer();
        var first = await browser.OpenAccountAsync("Zoé", "k1");
        var second = await browser.OpenAccountAsync("Zoé", "k1");
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM person WHERE chosen_name = 'Zoé'"));
        using var elsewhere = house.Newcomer();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await elsewhere.SendAsync("/entrer", ("mots", string.Join(' ', first)))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await elsewhere.SendAsync("/entrer", ("mots", string.Join(' ', second)))).StatusCode);
    }

    [Fact]
    public async Task An_old_form_on_a_shared_screen_opens_nobody_s_account()
    {
        await using var house = await House.OpenAsync();
        using var browser = house.Newcomer();
        await browser.OpenAccountAsync("Zoé", "k1");
        house.Clock.Advance(TimeSpan.FromMinutes(11));
        using var next = house.Newcomer();
        var answer = await next.SendAsync("/ouvrir", ("nom", "Zoé"), ("majeur", "true"), ("cle", "k1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("", "true")]
    [InlineData("   ", "true")]
    [InlineData("Zoé", "")]
    [InlineData("a\u202Eb", "true")]
    public async Task Without_a_name_or_eighteen_years_nothing_is_opened_and_what_was_typed_stays(string name, string adult)
    {
        await using var house = await House.OpenAsync();
        using var browser = house.Newcomer();
        var answer = await browser.SendAsync("/ouvrir", ("nom", name), ("majeur", adult), ("cle", "k1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("error-text", await answer.Content.ReadAsStringAsync());
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM retried_act"));
    }

    [Fact]
    public async Task A_shared_device_is_out_after_thirty_minutes_and_one_s_own_after_fourteen_days_without_use()
    {
        await using var house = await House.OpenAsync();
        using var shared = house.Newcomer();
        var words = await shared.OpenAccountAsync("Zoé", "k1");
        using var own = house.Newcomer();
        await own.SendAsync("/entrer", ("mots", string.Join(' ', words)), ("appareil", "mien"));
        house.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(HttpStatusCode.OK, (await shared.GetAsync("/aujourdhui")).StatusCode);
        house.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(HttpStatusCode.OK, (await shared.GetAsync("/aujourdhui")).StatusCode);
        house.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal("/entrer?retour=%2Faujourdhui", (await shared.GetAsync("/aujourdhui")).Headers.Location?.OriginalString);
        house.Clock.Advance(TimeSpan.FromDays(13));
        Assert.Equal(HttpStatusCode.OK, (await own.GetAsync("/aujourdhui")).StatusCode);
        house.Clock.Advance(TimeSpan.FromDays(13));
        Assert.Equal(HttpStatusCode.OK, (await own.GetAsync("/aujourdhui")).StatusCode);
        house.Clock.Advance(TimeSpan.FromDays(15));
        Assert.Equal(HttpStatusCode.SeeOther, (await own.GetAsync("/aujourdhui")).StatusCode);
    }

    [Theory]
    [InlineData("/sortir", true)]
    [InlineData("/quitter", false)]
    public async Task Going_out_ends_the_session_everywhere_it_was_copied(string door, bool isPost)
    {
        await using var house = await House.OpenAsync();
        using var browser = house.Newcomer();
        var opened = await browser.SendAsync("/ouvrir", ("nom", "Zoé"), ("majeur", "true"), ("cle", "k1"));
        var cookie = opened.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        using var thief = house.Visitor(cookies: false);
        thief.DefaultRequestHeaders.Add("Cookie", cookie);
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync("/aujourdhui")).StatusCode);
        if (isPost)
            await browser.SendAsync(door);
        else
            await browser.GetAsync(door);
        for (var i = 0; i < 40 && await Sql.NumberAsync(house, "SELECT count(*) FROM session") > 0; i++)
            await Task.Delay(25);
        Assert.Equal(HttpStatusCode.SeeOther, (await thief.GetAsync("/aujourdhui")).StatusCode);
    }

    [Theory]
    [InlineData("fr", "La porte est refermée")]
    [InlineData("en", "The door is closed")]
    public async Task Going_out_is_confirmed_by_a_page_that_is_the_same_for_everybody(string language, string said)
    {
        await using var house = await House.OpenAsync();
        using var browser = house.Newcomer();
        await browser.OpenAccountAsync("Zoé");
        var left = await browser.SendAsync("/sortir");
        Assert.Equal("/c-est-ferme", left.Headers.Location?.OriginalString);
        browser.DefaultRequestHeaders.Add("Cookie", $"langue={language}");
        var page = await browser.GetAsync("/c-est-ferme");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var text = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());
        Assert.Contains($"<h1>{said}</h1>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zoé", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/sortir", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_another_site_that_leads_to_the_exit_signs_nobody_out()
    {
        await using var house = await House.OpenAsync();
        using var browser = house.Newcomer();
        await browser.OpenAccountAsync("Zoé");
        using var lured = new HttpRequestMessage(HttpMethod.Get, "/quitter");
        browser.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        lured.Headers.Add("Sec-Fetch-Site", "cross-site");
        var answer = await browser.SendAsync(lured);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/aujourdhui")).StatusCode);
    }

    [Fact]
    public async Task Whoever_guesses_is_slowed_by_their_address_and_may_try_again_later()
    {
        await using var house = await House.OpenAsync();
        using var guesser = house.Newcomer();
        var wrong = string.Join(' ', CardWords.All.Take(6));
        for (var i = 0; i < Alentour.Community.People.Tries.Most; i++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await guesser.SendAsync("/entrer", ("mots", wrong))).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await guesser.SendAsync("/entrer", ("mots", wrong))).StatusCode);
        house.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await guesser.SendAsync("/entrer", ("mots", wrong))).StatusCode);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    public async Task Entering_never_leads_out_of_the_house(string address)
    {
        await using var house = await House.OpenAsync();
        using var browser = house.Newcomer();
        Assert.Equal("/aujourdhui", (await browser.SendAsync("/demo/entrer", ("nom", "Simone"), ("retour", address))).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Nobody_enters_a_live_house_by_name()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        using var browser = house.Newcomer();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/demo")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SendAsync("/demo/entrer", ("nom", "Simone"))).StatusCode);
    }
}
