using System.Net;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Foundation.Web;

public sealed class PublicPagesPage(StandingHouses houses)
{
    [Fact]
    public async Task Kept_pages_follow_the_display_choices()
    {
        using var visitor = (await houses.DemonstrationAsync()).Visitor(cookies: false);
        var plain = await GetAsync(visitor, "/maison");
        Assert.Contains("lang=\"fr-CA\"", plain, StringComparison.Ordinal);
        Assert.Contains("lang=\"en-CA\"", await GetAsync(visitor, "/maison", ("Cookie", "langue=en")), StringComparison.Ordinal);
        Assert.Contains("contrast", await GetAsync(visitor, "/maison", ("Cookie", "affichage=contraste")), StringComparison.Ordinal);
        Assert.Contains("data-night=\"night\"", await GetAsync(visitor, "/maison", ("Cookie", "affichage=nuit")), StringComparison.Ordinal);
        Assert.Contains("light-data", await GetAsync(visitor, "/maison", ("Save-Data", "on")), StringComparison.Ordinal);
        Assert.Equal(plain, await GetAsync(visitor, "/maison"));
    }

    [Fact]
    public async Task Kept_pages_follow_neither_the_language_of_the_browser_nor_other_cookies()
    {
        using var visitor = (await houses.DemonstrationAsync()).Visitor(cookies: false);
        var plain = await GetAsync(visitor, "/maison");
        Assert.Equal(plain, await GetAsync(visitor, "/maison", ("Accept-Language", "en-CA,en;q=0.9")));
        Assert.Equal(plain, await GetAsync(visitor, "/maison", ("Cookie", "affichage=nonsense; other=1")));
        Assert.True(await IsKeptAsync(visitor, "/maison", ("Accept-Language", "de")), "Accept-Language must not make another copy.");
        Assert.True(await IsKeptAsync(visitor, "/maison", ("Cookie", "other=2")), "A cookie that is no display choice must not make another copy.");
    }

    [Fact]
    public async Task A_page_that_has_not_changed_is_not_sent_again()
    {
        using var visitor = (await houses.DemonstrationAsync()).Visitor(cookies: false);
        foreach (var address in new[] { "/", "/maison", "/aide", "/groupes/cercle-du-jeudi", "/groupes/cercle-du-jeudi.ics", "/affichage" })
        {
            var first = await visitor.GetAsync(address);
            Assert.NotNull(first.Headers.ETag);
            using var again = new HttpRequestMessage(HttpMethod.Get, address);
            again.Headers.IfNoneMatch.Add(first.Headers.ETag);
            var answer = await visitor.SendAsync(again);
            Assert.True(answer.StatusCode == HttpStatusCode.NotModified, $"{address} answers {answer.StatusCode}.");
            Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task A_page_changes_its_tag_with_the_display_choices()
    {
        using var visitor = (await houses.DemonstrationAsync()).Visitor(cookies: false);
        using var english = new HttpRequestMessage(HttpMethod.Get, "/maison");
        english.Headers.Add("Cookie", "langue=en");
        Assert.NotEqual((await visitor.GetAsync("/maison")).Headers.ETag, (await visitor.SendAsync(english)).Headers.ETag);
    }

    [Fact]
    public async Task No_public_page_sets_a_cookie()
    {
        var pages = await houses.PagesAsync();
        Assert.True(pages.Count > 20, $"The walk saw {pages.Count} pages only.");
        Assert.All(pages, page => Assert.False(page.Answer.Headers.Contains("Set-Cookie"), page.Address));
    }

    [Fact]
    public async Task Every_page_that_a_link_leads_to_is_there()
    {
        var pages = await houses.PagesAsync();
        Assert.Empty(pages.Where(p => (int)p.Answer.StatusCode >= 400).Select(p => $"{p.Address} ({p.Language}): {p.Answer.StatusCode}"));
    }

    static async Task<string> GetAsync(HttpClient visitor, string address, params (string Name, string Value)[] headers) =>
        await (await SendAsync(visitor, address, headers)).Content.ReadAsStringAsync();

    static async Task<bool> IsKeptAsync(HttpClient visitor, string address, params (string Name, string Value)[] headers) =>
        (await SendAsync(visitor, address, headers)).Headers.Age is not null;

    static async Task<HttpResponseMessage> SendAsync(HttpClient visitor, string address, (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await visitor.SendAsync(request);
    }
}
