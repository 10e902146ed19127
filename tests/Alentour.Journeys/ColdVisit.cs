using Alentour.Journeys.Frame;

namespace Alentour.Journeys;

/// <summary>A first visit on a small data plan: few requests, few bytes, nothing that jumps under the finger, no cookie.</summary>
public sealed class ColdVisit(Browser browser, OpenHouse open) : IClassFixture<OpenHouse>
{
    const int MostRequests = 6;
    const int MostBytes = 60 * 1024;
    const int MostBytesOfNextPage = 8 * 1024;

    static readonly string[] Doors = ["/", "/groupes", "/groupes/cercle-du-jeudi", "/aide"];

    public static TheoryData<string, int> DoorsAndWidths()
    {
        var rows = new TheoryData<string, int>();
        foreach (var door in Doors)
        {
            rows.Add(door, 360);
            rows.Add(door, 1280);
        }
        return rows;
    }

    [Theory, MemberData(nameof(DoorsAndWidths))]
    public Task It_is_light_still_and_leaves_no_cookie(string door, int width) => browser.WalkAsync(open.House, new Screen(width), async walk =>
    {
        await using var traffic = await Traffic.ListenAsync(walk);
        await walk.Context.AddInitScriptAsync("window.shifts = []; new PerformanceObserver(list => list.getEntries().forEach(e => window.shifts.push(e.value.toFixed(6) + ': ' + e.sources.map(s => s.node && s.node.nodeName + '.' + (s.node.className || s.node.textContent)).join(', ')))).observe({ type: 'layout-shift', buffered: true });");
        await walk.GoAsync(door);
        Assert.True(traffic.BeforeLoad.Count is > 0 and <= MostRequests, $"{traffic.BeforeLoad.Count} requests before load: {string.Join(", ", traffic.BeforeLoad)}");
        Assert.InRange(traffic.BytesBeforeLoad, 1, MostBytes);
        // Two frames after the fonts: what was going to jump has jumped.
        Assert.Empty(await walk.Page.EvaluateAsync<string[]>("async () => { await document.fonts.ready; await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))); return window.shifts; }"));
        Assert.Empty(await walk.Context.CookiesAsync());
    });

    [Fact]
    public async Task Every_page_after_the_first_weighs_eight_kilobytes_at_most()
    {
        foreach (var page in await PublicPages.OfAsync(open.House))
            Assert.True(await Weight.OfAsync(open.House, page) is > 0 and <= MostBytesOfNextPage and var bytes, $"{page} is too heavy");
    }

    [Fact]
    public Task Who_asks_for_little_data_receives_no_font() => browser.WalkAsync(open.House, Screen.Phone, async walk =>
    {
        await walk.Context.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["Save-Data"] = "on" });
        await using var traffic = await Traffic.ListenAsync(walk);
        await walk.GoAsync("/");
        Assert.DoesNotContain(traffic.BeforeLoad, address => address.EndsWith(".woff2", StringComparison.Ordinal));
        Assert.InRange(traffic.BytesBeforeLoad, 1, 24 * 1024);
    });
}
