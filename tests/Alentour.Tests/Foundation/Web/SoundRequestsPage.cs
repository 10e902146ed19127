using System.Net;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Foundation.Web;

public sealed class SoundRequestsPage(StandingHouses houses)
{
    [Theory]
    [InlineData("*")]
    [InlineData("BR")]
    [InlineData("GZIP")]
    [InlineData("br;q=0, gzip")]
    public async Task What_one_browser_can_unpack_never_reaches_another_that_cannot(string accepted)
    {
        using var plain = new HttpClient { BaseAddress = (await houses.DemonstrationAsync()).Address };
        var address = "/maison?pour=" + Uri.EscapeDataString(accepted);
        await SendAsync(plain, HttpMethod.Get, address, ("Accept-Encoding", accepted));
        Assert.Empty((await SendAsync(plain, HttpMethod.Get, address)).Content.Headers.ContentEncoding);
        Assert.Equal(["br"], (await SendAsync(plain, HttpMethod.Get, address, ("Accept-Encoding", "br"))).Content.Headers.ContentEncoding);
        Assert.Equal(["gzip"], (await SendAsync(plain, HttpMethod.Get, address, ("Accept-Encoding", "gzip"))).Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("/", "xn--")]
    [InlineData("/aide", "xn--")]
    [InlineData("/groupes/cercle-du-jeudi.ics", "a..b")]
    [InlineData("/groupes/cercle-du-jeudi.ics", "a:99999")]
    public async Task A_host_that_no_address_can_hold_is_refused(string path, string host)
    {
        using var visitor = (await houses.DemonstrationAsync()).Visitor();
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(visitor, HttpMethod.Get, path, ("Host", host))).StatusCode);
    }

    [Theory]
    [InlineData("POST", "/mois")]
    [InlineData("POST", "/groupes/cercle-du-jeudi")]
    [InlineData("POST", "/groupes/cercle-du-jeudi.ics")]
    [InlineData("DELETE", "/maison")]
    [InlineData("PUT", "/aide")]
    public async Task A_page_that_only_reads_refuses_other_methods(string method, string path)
    {
        using var visitor = (await houses.DemonstrationAsync()).Visitor();
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await SendAsync(visitor, new HttpMethod(method), path, ("Sec-Fetch-Site", "same-origin"))).StatusCode);
    }

    [Theory]
    [InlineData("Cache-Control", "only-if-cached")]
    [InlineData("Content-Type", "application/x-www-form-urlencoded; charset=utf-7")]
    public async Task No_header_makes_a_page_fail(string name, string value)
    {
        using var visitor = (await houses.DemonstrationAsync()).Visitor();
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(visitor, HttpMethod.Get, "/groupes/cercle-du-jeudi", (name, value))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(visitor, HttpMethod.Get, "/nulle-part", (name, value))).StatusCode);
    }

    [Theory]
    [InlineData("/ressources/%20")]
    [InlineData("/ressources/%C2%85")]
    [InlineData("/groupes/%20")]
    [InlineData("/groupes/%20/affiche")]
    [InlineData("/groupes/%20.ics")]
    public async Task An_address_of_nothing_but_spaces_leads_to_no_page(string path)
    {
        using var visitor = (await houses.DemonstrationAsync()).Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(visitor, HttpMethod.Get, path)).StatusCode);
    }

    static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (headers.Any(h => h.Name == "Content-Type"))
            request.Content = new ByteArrayContent([]);
        foreach (var (name, value) in headers)
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content!.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request);
    }
}
