using System.Text.RegularExpressions;
using Alentour.Foundation.Web;
using Alentour.Tests.Cast;
using Alentour.Tests.Shape.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Guarantees;

/// <summary>Guarantee 9: no page makes a request to another origin. A person may follow a link; the browser by itself asks nobody else.</summary>
public sealed partial class NobodyElseIsAsked(StandingHouses houses)
{
    [Fact]
    public async Task No_page_has_the_browser_fetch_anything_elsewhere()
    {
        var pages = (await houses.PagesAsync()).Where(p => p.IsPage).ToList();
        Assert.True(pages.Count > 20, $"The walk saw {pages.Count} pages only.");
        Assert.Contains(pages, p => Fetched(p.Body).Any());
        Findings.None(from page in pages from address in Fetched(page.Body) where IsElsewhere(address) select $"{page.Address} has the browser fetch {address}.");
    }

    [Fact]
    public async Task No_page_prepares_a_way_elsewhere_or_tells_who_follows_a_link() => Findings.None(
        from page in await houses.PagesAsync()
        where page.IsPage
        from Match match in Telltale().Matches(page.Body)
        select $"{page.Address} holds {match.Value}.");

    [Fact]
    public async Task No_style_sheet_and_no_script_names_another_origin()
    {
        var house = await houses.DemonstrationAsync();
        using var visitor = house.Visitor();
        var assets = house.Services.GetRequiredService<BuiltAssets>();
        foreach (var name in assets.Names.Where(n => n.EndsWith(".css", StringComparison.Ordinal) || n.EndsWith(".js", StringComparison.Ordinal)))
            Findings.None(Origin().Matches(await visitor.GetStringAsync(assets[name])).Select(m => m.Value).Where(o => !IsName(o)).Select(o => $"{name} names {o}."));
    }

    [Theory]
    [InlineData("""<img src="https://a.example/x.png">""", true)]
    [InlineData("""<link href='//a.example/x.css' rel="stylesheet">""", true)]
    [InlineData("""<img srcset="/a.png 1x, https://a.example/b.png 2x">""", true)]
    [InlineData("""<form method="get" action="https://a.example/">""", true)]
    [InlineData("""<meta http-equiv="refresh" content="0;url=https://a.example/">""", true)]
    [InlineData("""<a href="https://a.example/">Elsewhere</a>""", false)]
    [InlineData("""<link rel="canonical" href="http://house.example/">""", false)]
    [InlineData("""<script src="/built/site.js"></script>""", false)]
    public void What_a_browser_fetches_is_told_from_what_a_person_follows(string html, bool isElsewhere) =>
        Assert.Equal(isElsewhere, Fetched(html).Any(IsElsewhere));

    /// <summary>Addresses in everything but links to follow and the name of the page itself.</summary>
    static IEnumerable<string> Fetched(string html) =>
        from Match tag in Tag().Matches(html)
        where !tag.Value.StartsWith("<a ", StringComparison.Ordinal) && !Named().IsMatch(tag.Value)
        from Match attribute in Attribute().Matches(tag.Value)
        from part in attribute.Groups[1].Value.Split([',', ' ', ';', '='], StringSplitOptions.RemoveEmptyEntries)
        select part;

    static bool IsElsewhere(string address) => address.StartsWith("//", StringComparison.Ordinal) || Regex.IsMatch(address, "^[a-zA-Z][a-zA-Z+.-]*:");

    /// <summary>Names of vocabularies look like addresses and are never fetched.</summary>
    static bool IsName(string origin) => origin is "http://www.w3.org";

    [GeneratedRegex(@"<[a-z][^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex("""rel="(canonical|alternate|next|prev)["]""")]
    private static partial Regex Named();

    [GeneratedRegex("""\s(?:src|srcset|href|action|formaction|poster|data|background|content(?=="\d+;))=["']([^"']*)["']""", RegexOptions.IgnoreCase)]
    private static partial Regex Attribute();

    [GeneratedRegex("""<(iframe|object|embed|base)\b[^>]*>|\sping="[^"]*"|rel="[^"]*(preconnect|dns-prefetch|prerender)[^"]*["]""", RegexOptions.IgnoreCase)]
    private static partial Regex Telltale();

    [GeneratedRegex(@"(?:https?:)?//[a-z0-9-]+(\.[a-z0-9-]+)+", RegexOptions.IgnoreCase)]
    private static partial Regex Origin();
}
