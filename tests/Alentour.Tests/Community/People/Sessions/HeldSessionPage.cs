using System.Net;
using Alentour.Community.People;
using Alentour.Community.People.Sessions;
using Alentour.Tests.Cast;
using Alentour.Tests.Community.Groups.Gathered;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Community.People.Sessions;

/// <summary>A session is held while its person is where nothing is asked of them; and the cookie of one's own device moves on with its session.</summary>
public sealed class HeldSessionPage
{
    [Fact]
    public async Task A_shared_device_that_is_held_is_still_in_after_thirty_minutes_and_out_when_it_is_over()
    {
        await using var house = await House.OpenAsync();
        var (held, idle) = (await SharedAsync(house, "Zoé"), await SharedAsync(house, "Léo"));
        await HoldAsync(house, held, TimeSpan.FromHours(3));
        house.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(HttpStatusCode.SeeOther, await LookAsync(house, idle));
        house.Clock.Advance(TimeSpan.FromMinutes(148));
        Assert.Equal(HttpStatusCode.OK, await LookAsync(house, held));
        house.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(HttpStatusCode.SeeOther, await LookAsync(house, held));
    }

    [Fact]
    public async Task Nothing_is_ever_shortened_neither_by_a_hold_nor_by_a_page_looked_at_meanwhile()
    {
        await using var house = await House.OpenAsync();
        var shared = await SharedAsync(house, "Zoé");
        await HoldAsync(house, shared, TimeSpan.FromHours(3));
        await HoldAsync(house, shared, TimeSpan.FromHours(1));
        await LookAsync(house, shared);
        house.Clock.Advance(TimeSpan.FromMinutes(170));
        Assert.Equal(HttpStatusCode.OK, await LookAsync(house, shared));
        var own = await house.CookieAsync("Simone");
        Assert.Contains("max-age=1209600", await HoldAsync(house, own, TimeSpan.FromHours(3)), StringComparison.OrdinalIgnoreCase);
        house.Clock.Advance(TimeSpan.FromDays(13));
        Assert.Equal(HttpStatusCode.OK, await LookAsync(house, own));
    }

    [Fact]
    public async Task Once_it_is_over_a_shared_device_runs_out_as_any_and_one_s_own_is_left_alone()
    {
        await using var house = await House.OpenAsync();
        var (shared, other) = (await SharedAsync(house, "Zoé"), await SharedAsync(house, "Léo"));
        foreach (var browser in new[] { shared, other })
            await HoldAsync(house, browser, TimeSpan.FromHours(3));
        var (zoe, own, simone) = (await house.IdAsync("Zoé"), await house.CookieAsync("Simone"), await house.IdAsync("Simone"));
        foreach (var person in new[] { zoe, simone })
            await house.ActAsync((c, t) => house.Services.GetRequiredService<HeldSessions>().LetGoAsync(c, t, person, default));
        house.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(1, await Sql.NumberAsync(house, $"SELECT count(*) FROM session WHERE person_id = '{zoe}' AND runs_out_at > {house.Clock.GetUtcNow().ToUnixTimeMilliseconds()}"));
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.SeeOther, await LookAsync(house, shared));
        Assert.Equal(HttpStatusCode.OK, await LookAsync(house, other));
        house.Clock.Advance(TimeSpan.FromDays(13));
        Assert.Equal(HttpStatusCode.OK, await LookAsync(house, own));
    }

    [Fact]
    public async Task A_session_that_ended_meanwhile_is_not_brought_back()
    {
        await using var house = await House.OpenAsync();
        var me = await house.MeAsync("Simone");
        await Sql.RunAsync(house, "DELETE FROM session");
        await house.Services.GetRequiredService<HeldSessions>().HoldUntilAsync(GatheredSteps.Request("alentour=x"), me, house.Clock.GetUtcNow().AddHours(3), default);
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM session"));
    }

    [Fact]
    public async Task The_cookie_of_one_s_own_device_is_given_again_when_its_session_is_moved_on_and_only_then()
    {
        await using var house = await House.OpenAsync();
        var (own, shared) = (await house.CookieAsync("Simone"), await SharedAsync(house, "Zoé"));
        Assert.Empty(await CookiesAsync(house, own));
        house.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Empty(await CookiesAsync(house, shared));
        house.Clock.Advance(TimeSpan.FromHours(13));
        var again = Assert.Single(await CookiesAsync(house, own));
        Assert.StartsWith(own + ";", again);
        Assert.Contains("max-age=1209600", again, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", again, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await CookiesAsync(house, own));
    }

    [Fact]
    public async Task Going_out_on_the_page_that_would_move_it_on_leaves_no_cookie_behind()
    {
        await using var house = await House.OpenAsync();
        using var simone = await house.SignedInAsync("Simone");
        house.Clock.Advance(TimeSpan.FromHours(13));
        using var answer = await simone.PostAsync("/sortir", null);
        Assert.DoesNotContain("max-age", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.SeeOther, (await simone.GetAsync("/aujourdhui")).StatusCode);
    }

    /// <summary>The cookie of somebody who opens an account, which is on a shared device.</summary>
    static async Task<string> SharedAsync(House house, string name)
    {
        using var browser = house.Visitor(cookies: false);
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        using var answer = await browser.SendAsync("/ouvrir", ("nom", name), ("majeur", "true"), ("cle", Guid.NewGuid().ToString("N")));
        return answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("alentour=", StringComparison.Ordinal)).Split(';')[0];
    }

    /// <returns>The cookies that the answer sets.</returns>
    static async Task<string> HoldAsync(House house, string cookie, TimeSpan time)
    {
        var (me, context) = (new Me(), GatheredSteps.Request(cookie));
        await house.Services.GetRequiredService<SessionStore>().SitAsync(me, cookie["alentour=".Length..], default);
        await house.Services.GetRequiredService<HeldSessions>().HoldUntilAsync(context, me, house.Clock.GetUtcNow() + time, default);
        return context.Response.Headers.SetCookie.ToString();
    }

    static async Task<HttpResponseMessage> AskAsync(House house, string cookie)
    {
        using var browser = house.Visitor(cookies: false);
        browser.DefaultRequestHeaders.Add("Cookie", cookie);
        return await browser.GetAsync("/aujourdhui");
    }

    static async Task<HttpStatusCode> LookAsync(House house, string cookie) => (await AskAsync(house, cookie)).StatusCode;

    static async Task<IReadOnlyList<string>> CookiesAsync(House house, string cookie) =>
        (await AskAsync(house, cookie)).Headers.TryGetValues("Set-Cookie", out var set) ? [.. set] : [];
}
