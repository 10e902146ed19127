using System.Net;
using Alentour.Foundation.Running;
using Alentour.Foundation.Web;
using Alentour.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Foundation.Web;

public sealed class PolicyHeadersPage(StandingHouses houses)
{
    const string ContentSecurity =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; worker-src 'self'; font-src 'self'; "
        + "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types alentour alentour-worker";

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/aide", HttpStatusCode.OK)]
    [InlineData("/nulle-part", HttpStatusCode.NotFound)]
    [InlineData("/built/nothing.css", HttpStatusCode.NotFound)]
    [InlineData("{site.css}", HttpStatusCode.OK)]
    [InlineData("/groupes/cercle-du-jeudi.ics", HttpStatusCode.OK)]
    [InlineData("/help", HttpStatusCode.Found)]
    [InlineData("/langue/en", HttpStatusCode.Found)]
    [InlineData("/healthz", HttpStatusCode.OK)]
    public async Task Every_kind_of_answer_carries_the_policy(string address, HttpStatusCode status)
    {
        var house = await houses.DemonstrationAsync();
        using var visitor = house.Visitor();
        var answer = await visitor.GetAsync(address.Replace("{site.css}", house.Services.GetRequiredService<BuiltAssets>()["site.css"], StringComparison.Ordinal));
        Assert.Equal(status, answer.StatusCode);
        AssertPolicy(answer);
    }

    [Fact]
    public async Task A_refused_post_carries_the_policy()
    {
        using var visitor = (await houses.DemonstrationAsync()).Visitor();
        var answer = await visitor.PostAsync("/affichage", null);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        AssertPolicy(answer);
    }

    [Fact]
    public async Task A_page_that_was_not_sent_again_carries_the_policy()
    {
        using var visitor = (await houses.DemonstrationAsync()).Visitor();
        visitor.DefaultRequestHeaders.IfNoneMatch.Add((await visitor.GetAsync("/maison")).Headers.ETag!);
        var answer = await visitor.GetAsync("/maison");
        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        AssertPolicy(answer);
    }

    [Fact]
    public async Task A_house_that_is_not_open_yet_carries_the_policy()
    {
        await using var house = await House.OpenAsync(Mode.Live, database: "postgres:Host=127.0.0.1;Port=1;Timeout=1", wait: false);
        using var visitor = house.Visitor();
        var answer = await visitor.GetAsync("/");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        AssertPolicy(answer);
    }

    [Fact]
    public async Task A_page_that_failed_carries_the_policy()
    {
        await using var house = await House.OpenAsync();
        await BrokenHouse.BreakGroupsAsync(house);
        using var visitor = house.Visitor();
        var answer = await visitor.GetAsync("/groupes/cercle-du-jeudi");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        AssertPolicy(answer);
    }

    [Fact]
    public async Task Only_the_finder_may_ask_where_a_person_is()
    {
        using var visitor = (await houses.DemonstrationAsync()).Visitor();
        Assert.Contains("geolocation=(self)", Header(await visitor.GetAsync("/groupes"), "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Contains("geolocation=()", Header(await visitor.GetAsync("/aide"), "Permissions-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_after_Quitter_vite_does_not_learn_where_the_person_was()
    {
        using var visitor = (await houses.DemonstrationAsync()).Visitor();
        var answer = await visitor.GetAsync("/quitter");
        Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
        Assert.Equal(ContentSecurity, Header(answer, "Content-Security-Policy"));
    }

    static void AssertPolicy(HttpResponseMessage answer)
    {
        Assert.Equal(ContentSecurity, Header(answer, "Content-Security-Policy"));
        Assert.Equal("same-origin", Header(answer, "Referrer-Policy"));
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Resource-Policy"));
        Assert.StartsWith("accelerometer=(), autoplay=()", Header(answer, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }

    static string Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
}
