using System.Diagnostics;
using System.Net;
using Alentour.Tests.Cast;
using Alentour.Tests.Cast.Listening;
using Alentour.Tests.Foundation.Faults;
using static Alentour.Tests.Practices.Circles.CircleSteps;

namespace Alentour.Tests.Practices.Circles.Races;

/// <summary>
/// PostgreSQL itself crashes in the middle of an evening. Its tables of open circles are in no journal, so they are empty when it is back: the
/// circles have ended, those who sat there read so, and the evening goes on in a new one. Everything else that was kept is there.
/// </summary>
public sealed class CircleCrashRaces(ITestOutputHelper output)
{
    static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_crash_of_PostgreSQL_ends_the_circle_the_page_says_so_and_a_new_one_opens()
    {
        Skip();
        await using var cluster = await OwnCluster.StartAsync();
        await using var house = await House.OpenAsync(now: ThursdayEvening, database: cluster.Address);
        using var simone = await house.SignedInAsync("Simone");
        var circle = await simone.OpenCircleAsync();
        using var luc = await house.SeatedAsync("Luc", circle);
        using var maude = await house.SeatedAsync("Maude", circle);
        await using var stream = await LiveBrowser.OpenAsync(luc, circle + "/flux");
        await stream.NextAsync();
        Assert.Equal(HttpStatusCode.SeeOther, await simone.PressAsync(circle, "etape", ("valeur", "1")));
        var number = long.Parse((await stream.NextAsync()).Words, null);

        await cluster.CrashAsync();
        await SayingSoAsync(luc, circle);
        await cluster.StartAgainAsync();

        await BackAsync(luc, "/aujourdhui");
        while (await stream.NextAsync() is var heard && heard.Kind != "fin")
            Assert.Equal("ici", heard.Kind);
        await stream.EndedAsync();
        foreach (var seated in new[] { simone, luc, maude })
            await OverAsync(seated, circle);
        await BeginAgainAsync(house, maude, luc, circle, number);
    }

    /// <summary>The circle of before: read or pressed, it says what closed it, and does nothing.</summary>
    static async Task OverAsync(HttpClient seated, string circle)
    {
        // A page that looks again by itself is led to the one that every closing has.
        Assert.Equal("/cercles/ferme", (await seated.GetAsync(circle + "?auto=1")).Headers.Location?.OriginalString);
        Assert.Contains("une panne de la base de données", await seated.PageAsync("/cercles/ferme"));
        foreach (var answer in new[] { await seated.GetAsync(circle), await seated.SendAsync(circle, ("geste", "passer"), ("tour", "1"), ("ronde", "2")) })
        {
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains("une panne de la base de données", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        }
    }

    /// <summary>While the cluster is away: a sentence and never a failure; what needs no database answers.</summary>
    static async Task SayingSoAsync(HttpClient luc, string circle)
    {
        for (var i = 0; i < 5; i++)
        {
            using var page = await luc.GetAsync(circle + "?auto=suite");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
            using var press = await luc.SendAsync(circle, ("geste", "passer"), ("tour", "1"), ("ronde", "2"));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, press.StatusCode);
            Assert.Contains("pas été gardé", WebUtility.HtmlDecode(await press.Content.ReadAsStringAsync()));
            Assert.Equal(HttpStatusCode.OK, (await luc.GetAsync("/aide")).StatusCode);
        }
        // Without script, a page that refreshed itself goes on doing so; one that its person asked for does not: it would pass for their sign.
        const string refresh = "<meta http-equiv=\"refresh\"";
        Assert.Contains(refresh, await luc.PageAsync(circle + "?auto=1"));
        Assert.DoesNotContain(refresh, await luc.PageAsync(circle));
    }

    /// <summary>The house finds the cluster again by itself; until then its pages say that they do not answer.</summary>
    async Task BackAsync(HttpClient browser, string path)
    {
        var (waiting, closed) = (Stopwatch.StartNew(), 0);
        for (HttpStatusCode answer; (answer = (await browser.GetAsync(path)).StatusCode) != HttpStatusCode.OK; closed++)
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer);
            Assert.InRange(waiting.Elapsed, TimeSpan.Zero, Soon);
        }
        output.WriteLine($"{path} answers {waiting.Elapsed.TotalMilliseconds:0} ms after the start, after {closed} answers « not now ».");
        for (var i = 0; i < 30; i++)
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(path)).StatusCode);
    }

    /// <summary>Another member opens the circle of the same meeting; its numbers begin anew, and a page that knows a higher one hears it all the same.</summary>
    static async Task BeginAgainAsync(House house, HttpClient maude, HttpClient luc, string before, long number)
    {
        var circle = await maude.OpenCircleAsync();
        Assert.NotEqual(before, circle);
        Assert.Contains(circle, await luc.PageAsync("/aujourdhui"));
        Assert.Equal(HttpStatusCode.SeeOther, (await luc.SendAsync(circle, ("geste", "entrer"), ("valeur", "Screen"))).StatusCode);
        await using var stream = await LiveBrowser.OpenAsync(luc, circle + "/flux", seen: $"{number + 40}");
        var first = long.Parse((await stream.NextAsync()).Words, null);
        Assert.Equal(HttpStatusCode.SeeOther, await maude.PressAsync(circle, "etape", ("valeur", "1")));
        await stream.UntilAsync(first + 1);
        Assert.Contains("Maude", Under(await luc.PageAsync(circle)).Keys);
        Assert.Equal(2, await Sql.NumberAsync(house, "SELECT count(*) FROM circle_seat"));
    }

    /// <summary>A shared device is held for whoever sits in a circle. The seat is gone, and so is the reason: hours later somebody else sits down at that device.</summary>
    [Fact]
    public async Task A_crash_of_PostgreSQL_lets_go_of_the_shared_devices_that_the_circle_held()
    {
        Skip();
        await using var cluster = await OwnCluster.StartAsync();
        await using var house = await House.OpenAsync(now: ThursdayEvening, database: cluster.Address);
        using var simone = await house.SignedInAsync("Simone");
        var circle = await simone.OpenCircleAsync();
        using var luc = await house.SignedInAsync("Luc");
        await Sql.RunAsync(house, "UPDATE session SET is_shared = 1, runs_out_at = 0 + (SELECT ends_at FROM circle) - 115 * 60000 + 30 * 60000 WHERE person_id = (SELECT id FROM person WHERE chosen_name = 'Luc')");
        Assert.Equal(HttpStatusCode.SeeOther, (await luc.SendAsync(circle, ("geste", "entrer"), ("valeur", "Screen"))).StatusCode);
        Assert.Equal(1, await Sql.NumberAsync(house, Held(house)));
        await cluster.CrashAsync();
        await cluster.StartAgainAsync();
        await BackAsync(luc, "/aujourdhui");
        for (var waiting = Stopwatch.StartNew(); await Sql.NumberAsync(house, Held(house)) > 0 && waiting.Elapsed < Soon;)
            await Task.Delay(200);
        Assert.Equal(0, await Sql.NumberAsync(house, Held(house)));
        house.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal("/entrer", (await luc.GetAsync("/mes-acces")).Headers.Location?.OriginalString.Split('?')[0]);
    }

    /// <summary>Shared devices that would let their person in for longer than half an hour.</summary>
    static string Held(House house) => $"SELECT count(*) FROM session WHERE is_shared = 1 AND runs_out_at > {house.Clock.GetUtcNow().AddMinutes(30).ToUnixTimeMilliseconds()}";

    static void Skip()
    {
        Assert.SkipUnless(TestStore.IsPostgres, "A crash of PostgreSQL needs PostgreSQL: SQLite keeps the circle.");
        Assert.SkipUnless(OwnCluster.IsHere, "initdb and pg_ctl are not where PostgreSQL puts them.");
    }
}
