using System.Net;
using Alentour.Foundation.Web;
using Alentour.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Foundation.Web;

public sealed class BuiltAssetsPage(StandingHouses houses)
{
    [Fact]
    public async Task Every_bundle_may_be_kept_for_ever_under_its_hashed_name_but_the_worker()
    {
        var (visitor, assets) = await AssetsAsync();
        Assert.Contains("site.css", assets.Names);
        foreach (var name in assets.Names)
        {
            var answer = await visitor.GetAsync(assets[name]);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var kept = answer.Headers.CacheControl!.ToString();
            Assert.Equal(name == "worker.js" ? "no-cache" : "public, max-age=31536000, immutable", kept);
            Assert.NotEqual("application/octet-stream", answer.Content.Headers.ContentType!.MediaType);
            Assert.NotNull(answer.Headers.ETag);
        }
    }

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("identity", null)]
    public async Task The_style_sheet_travels_in_the_smallest_form_that_the_browser_takes(string accepted, string? encoding)
    {
        var (_, assets) = await AssetsAsync();
        using var visitor = new HttpClient(new SocketsHttpHandler()) { BaseAddress = (await houses.DemonstrationAsync()).Address };
        visitor.DefaultRequestHeaders.Add("Accept-Encoding", accepted);
        var answer = await visitor.GetAsync(assets["site.css"]);
        Assert.Equal(encoding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
    }

    [Fact]
    public async Task A_bundle_that_the_browser_has_is_not_sent_again()
    {
        var (visitor, assets) = await AssetsAsync();
        visitor.DefaultRequestHeaders.IfNoneMatch.Add((await visitor.GetAsync(assets["site.css"])).Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await visitor.GetAsync(assets["site.css"])).StatusCode);
    }

    [Theory]
    [InlineData("/built/manifest.json")]
    [InlineData("/built/..%2Fmanifest.json")]
    [InlineData("/built/%2e%2e/Alentour.dll")]
    [InlineData("/built/")]
    public async Task Nothing_else_of_the_folder_is_served(string address)
    {
        var (visitor, _) = await AssetsAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address)).StatusCode);
    }

    async Task<(HttpClient Visitor, BuiltAssets Assets)> AssetsAsync()
    {
        var house = await houses.DemonstrationAsync();
        return (house.Visitor(), house.Services.GetRequiredService<BuiltAssets>());
    }
}
