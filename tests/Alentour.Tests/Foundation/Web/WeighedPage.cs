using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Foundation.Web;

/// <summary>A page as the wire carries it, and what a browser that has never been here fetches with it before its load event.</summary>
sealed partial class WeighedPage
{
    WeighedPage(string path, string html, int bytes, IReadOnlyDictionary<string, int> parts) => (Path, Html, Bytes, Parts) = (path, html, bytes, parts);

    public string Path { get; }

    public string Html { get; }

    /// <summary>Of the HTML alone, compressed: a next page.</summary>
    public int Bytes { get; }

    /// <summary>Bytes of each style sheet, font, script, image and icon by address.</summary>
    public IReadOnlyDictionary<string, int> Parts { get; }

    /// <summary>Of a first visit.</summary>
    public int AllBytes => Bytes + Parts.Values.Sum();

    public int Requests => 1 + Parts.Count;

    /// <summary>Addresses of this house that the page leads to, without their fragments.</summary>
    public IEnumerable<string> Links => Link().Matches(Html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Where(a => !a.StartsWith("//", StringComparison.Ordinal)).Distinct();

    /// <summary>Null when the address is no page: a calendar, a redirect.</summary>
    public static async Task<WeighedPage?> OpenAsync(House house, string path, string language = "fr")
    {
        using var answer = await AskAsync(house, path, "br", language);
        if (answer.StatusCode != HttpStatusCode.OK || answer.Content.Headers.ContentType?.MediaType != "text/html")
            return null;
        var sent = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
        var html = await PlainAsync(sent);
        var parts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var address in Fetched().Matches(html).Select(m => m.Groups[1].Value).Where(a => !a.StartsWith('#')))
            parts.TryAdd(address, await WeighAsync(house, address, "br"));
        foreach (var sheet in parts.Keys.Where(a => a.EndsWith(".css", StringComparison.Ordinal)).ToList())
            foreach (var font in await FontsAsync(house, sheet))
                parts.TryAdd(font, await WeighAsync(house, font, "br"));
        return new WeighedPage(path, html, sent.Length, parts);
    }

    /// <summary>What one address weighs on the wire.</summary>
    public static async Task<int> WeighAsync(House house, string address, string encoding)
    {
        using var answer = await AskAsync(house, address, encoding);
        Assert.True(answer.IsSuccessStatusCode, $"{address} answered {(int)answer.StatusCode}");
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }

    /// <summary>Every font that a style sheet names counts, needed on this page or not.</summary>
    static async Task<IEnumerable<string>> FontsAsync(House house, string sheet)
    {
        using var answer = await AskAsync(house, sheet, "identity");
        return Font().Matches(await answer.Content.ReadAsStringAsync()).Select(m => m.Groups[1].Value).Select(f => f.StartsWith('/') ? f : "/built/" + f).Distinct();
    }

    static async Task<HttpResponseMessage> AskAsync(House house, string address, string encoding, string language = "fr")
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = house.Address };
        client.DefaultRequestHeaders.Add("Accept-Encoding", encoding);
        client.DefaultRequestHeaders.Add("Cookie", "langue=" + language);
        return await client.GetAsync(address);
    }

    static async Task<string> PlainAsync(byte[] sent)
    {
        using var reader = new StreamReader(new BrotliStream(new MemoryStream(sent), CompressionMode.Decompress));
        return await reader.ReadToEndAsync();
    }

    [GeneratedRegex("<a [^>]*href=\"(/[^\"#]*)")]
    private static partial Regex Link();

    [GeneratedRegex("<(?:link rel=\"(?:stylesheet|icon|preload|manifest|modulepreload)\" href|(?:script|img|iframe|source|video|audio)[^>]* src|use href)=\"([^\"]+)\"")]
    private static partial Regex Fetched();

    [GeneratedRegex(@"url\(""?([^)""]+\.woff2)""?\)")]
    private static partial Regex Font();
}
