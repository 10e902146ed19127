using System.Net;
using System.Text.RegularExpressions;
using Alentour.Foundation.Running;
using Alentour.Foundation.Web;
using Alentour.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Guarantees;

/// <summary>
/// Guarantee 8: the crisis page answers without account, database, script or a request to anybody else, under a small fixed weight.
/// </summary>
public sealed partial class CrisisHelpAlwaysAnswers
{
    const string Unreachable = "postgres:Host=127.0.0.1;Port=1;Username=personne;Database=rien;Timeout=1";
    const int HeaviestPage = 8 * 1024;
    const int HeaviestKept = 60 * 1024;

    [Theory]
    [InlineData(Mode.Demo, "/aide")]
    [InlineData(Mode.Live, "/aide")]
    [InlineData(Mode.Live, "/aide?hors-ligne=1")]
    [InlineData(Mode.Live, "/aide/groupes-gardes")]
    public async Task With_the_database_out_of_reach_and_no_cookie_it_answers(Mode mode, string path)
    {
        await using var house = await House.OpenAsync(mode, database: Unreachable, wait: false);
        using var visitor = house.Visitor(cookies: false);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await visitor.GetAsync("/healthz")).StatusCode);
        var answer = await visitor.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/aide")]
    [InlineData("/aide?hors-ligne=1")]
    public async Task It_holds_no_script_and_asks_nothing_of_anybody_else(string path)
    {
        await using var house = await House.OpenAsync(database: Unreachable, wait: false);
        using var visitor = house.Visitor();
        var page = await visitor.GetStringAsync(path);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("(?i)<(iframe|object|embed|form|meta http-equiv)", page);
        Assert.DoesNotMatch("(?i)\\son[a-z]+=", page);
        Assert.All(Fetched().Matches(page), m => Assert.StartsWith("/", m.Groups[1].Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_stays_light_on_the_line_and_with_everything_the_worker_keeps()
    {
        await using var house = await House.OpenAsync(database: Unreachable, wait: false);
        using var visitor = new HttpClient { BaseAddress = house.Address };
        visitor.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        var page = await visitor.GetByteArrayAsync("/aide?hors-ligne=1");
        Assert.InRange(page.Length, 1, HeaviestPage);
        var kept = page.Length;
        var assets = house.Services.GetRequiredService<BuiltAssets>();
        foreach (var name in new[] { "site.css", "text.woff2", "title.woff2", "icon.svg" })
            kept += (await visitor.GetByteArrayAsync(assets[name])).Length;
        Assert.InRange(kept, 1, HeaviestKept);
    }

    [Fact]
    public async Task The_worker_that_keeps_it_may_stand_over_the_whole_site_and_is_never_stale()
    {
        await using var house = await House.OpenAsync(database: Unreachable, wait: false);
        using var visitor = house.Visitor();
        var answer = await visitor.GetAsync("/built/worker.js");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("/", Assert.Single(answer.Headers.GetValues("Service-Worker-Allowed")));
        Assert.True(answer.Headers.CacheControl!.NoCache);
    }

    [GeneratedRegex("(?:src=|<link rel=\"(?!canonical)[^>]*?href=|srcset=|url\\()\"?([^\"\\s)>]+)")]
    private static partial Regex Fetched();
}
