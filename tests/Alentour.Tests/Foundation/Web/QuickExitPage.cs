using System.Net;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Foundation.Web;

public sealed class QuickExitPage
{
    const string Unreachable = "postgres:Host=127.0.0.1;Port=1;Username=personne;Database=rien;Timeout=1";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_leads_to_the_weather_and_drops_every_cookie_but_the_display_choices(bool hasDatabase)
    {
        await using var house = await House.OpenAsync(database: hasDatabase ? null : Unreachable, wait: hasDatabase);
        using var visitor = house.Visitor(cookies: false);
        visitor.DefaultRequestHeaders.Add("Cookie", "langue=en; affichage=nuit; __Host-place=abc; autre=1");
        var answer = await visitor.GetAsync("/quitter");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(new Uri("https://meteo.gc.ca/"), answer.Headers.Location);
        Assert.Equal("\"cache\"", Assert.Single(answer.Headers.GetValues("Clear-Site-Data")));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var dropped = answer.Headers.GetValues("Set-Cookie").ToList();
        Assert.Equal(["__Host-place", "autre"], dropped.Select(c => c[..c.IndexOf('=')]).Order(StringComparer.Ordinal));
        Assert.All(dropped, c => Assert.Contains("expires=Thu, 01 Jan 1970", c));
        Assert.Contains("secure", dropped.Single(c => c.StartsWith("__Host-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Its_explanation_says_what_it_cannot_erase()
    {
        await using var house = await House.OpenAsync(database: Unreachable, wait: false);
        using var visitor = house.Visitor();
        var page = WebUtility.HtmlDecode(await visitor.GetStringAsync("/traces"));
        foreach (var said in new[] { "meteo.gc.ca", "historique du navigateur", "compagnie de téléphone", "logiciel espion", "sont perdus", "fenêtre privée" })
            Assert.Contains(said, page);
    }

    [Theory]
    [InlineData("/aide")]
    [InlineData("/traces")]
    [InlineData("/nulle-part")]
    public async Task It_is_the_first_link_after_the_way_past(string path)
    {
        await using var house = await House.OpenAsync(database: Unreachable, wait: false);
        using var visitor = house.Visitor();
        var page = await (await visitor.GetAsync(path)).Content.ReadAsStringAsync();
        var body = page[page.IndexOf("<body", StringComparison.Ordinal)..];
        var links = System.Text.RegularExpressions.Regex.Matches(body, "<a [^>]*href=\"([^\"]+)\"").Select(m => m.Groups[1].Value).Take(2);
        Assert.Equal(["#content", "/quitter"], links);
    }
}
