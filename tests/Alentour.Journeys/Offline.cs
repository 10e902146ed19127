using Alentour.Journeys.Frame;
using Microsoft.Playwright;

namespace Alentour.Journeys;

/// <summary>No network left. What was seen once on the first page is enough for help; what was kept by choice is there, and goes by the exit.</summary>
public sealed class Offline(Browser browser, OpenHouse open) : IClassFixture<OpenHouse>
{
    const int MostBytesKept = 60 * 1024;
    const string Search = "/groupes?q=cercle";
    const string Kept = "/aide/groupes-gardes";

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public Task Who_saw_only_the_first_page_has_the_help_page_without_network(int width) => browser.WalkAsync(open.House, new Screen(width), async walk =>
    {
        await walk.GoAsync("/");
        await walk.WorkerIsReadyAsync();
        await walk.GoOfflineAsync();
        await walk.GoAsync("/aide");
        await walk.SeesAsync(walk.Say("help.offline.text"));
        await walk.SeesAsync(walk.Say("help.hours.always"));
        Assert.Equal("tel:911", await walk.Main.Locator("a[href^='tel:']").First.GetAttributeAsync("href"));
        Assert.True(await walk.Page.EvaluateAsync<bool>("async () => (await document.fonts.ready, document.fonts.size > 0 && getComputedStyle(document.querySelector('.urgent')).backgroundColor !== 'rgba(0, 0, 0, 0)')"), "the page came without its looks");
        await walk.LookAsync();
    });

    [Fact]
    public Task A_slow_or_broken_house_does_not_keep_anybody_waiting_for_help() => browser.WalkAsync(open.House, Screen.Phone, async walk =>
    {
        await walk.GoAsync("/");
        await walk.WorkerIsReadyAsync();
        // The first page of /aide comes from the network and says what is true at this hour.
        await walk.GoAsync("/aide");
        await walk.SeesAsync(walk.Say("help.now.title", ("time", "14 h")));
        await walk.Context.RouteAsync("**/aide", route => route.FulfillAsync(new() { Status = 500, Body = "broken" }));
        walk.Complaints.Expect("/aide", 500);
        await walk.GoAsync("/aide");
        await walk.SeesAsync(walk.Say("help.offline.text"));
    });

    [Fact]
    public Task What_the_device_keeps_unasked_is_the_help_page_alone_and_light() => browser.WalkAsync(open.House, Screen.Phone, async walk =>
    {
        await walk.GoAsync("/");
        await walk.WorkerIsReadyAsync();
        var kept = await walk.Page.EvaluateAsync<string[]>("""
            async () => {
              const all = [];
              for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) all.push(new URL(url).pathname + new URL(url).search);
              return all.sort();
            }
            """);
        Assert.Contains("/aide?hors-ligne=1", kept);
        Assert.All(kept.Where(k => !k.StartsWith("/built/", StringComparison.Ordinal)), k => Assert.Equal("/aide?hors-ligne=1", k));
        Assert.DoesNotContain(kept, k => k.EndsWith(".js", StringComparison.Ordinal));
        var bytes = 0L;
        foreach (var address in kept.Append("/built/worker.js"))
            bytes += await Weight.OfAsync(walk.House, address);
        Assert.InRange(bytes, 1, MostBytesKept);
        Assert.Equal("{}{}", await walk.Page.EvaluateAsync<string>("() => JSON.stringify(localStorage) + JSON.stringify(sessionStorage)"));
    });

    [Theory]
    [InlineData("/groupes")]
    [InlineData(Kept)]
    [InlineData("/aide")]
    public Task Groups_kept_on_the_device_are_there_without_network_until_the_exit_forgets_them(string leftFrom) => browser.WalkAsync(open.House, Screen.Phone, async walk =>
    {
        var weather = await Weather.OutsideAsync(walk);
        weather.Let();
        await KeepAsync(walk);
        await walk.GoOfflineAsync();
        await walk.GoAsync(Kept);
        await walk.SeesAsync("Cercle du jeudi");
        await walk.LookAsync();
        await walk.GoOnlineAsync();

        await walk.GoAsync(leftFrom);
        await walk.Page.ClickAsync("a.exit");
        await weather.IsInSightAsync(walk);
        await walk.GoAsync(Kept);
        await walk.SeesAsync(walk.Say("help.kept.nothing"));
        Assert.False(await walk.Page.EvaluateAsync<bool>("() => caches.has('groups')"));
    });

    [Fact]
    public Task The_same_button_forgets_them_and_says_so() => browser.WalkAsync(open.House, Screen.Phone, async walk =>
    {
        await KeepAsync(walk);
        var button = walk.Page.Locator("button[data-keep]");
        await Assertions.Expect(walk.Page.Locator("button[data-keep] + [role=status]")).ToHaveTextAsync(await Word(button, "said-kept"));
        await Assertions.Expect(button).ToHaveTextAsync(await Word(button, "word-forget"));
        await button.ClickAsync();
        await Assertions.Expect(button).ToHaveTextAsync(await Word(button, "word-keep"));
        await walk.GoAsync(Kept);
        await walk.SeesAsync(walk.Say("help.kept.nothing"));
    });

    static async Task KeepAsync(Walk walk)
    {
        await walk.GoAsync(Search);
        await walk.WorkerIsReadyAsync();
        await walk.Page.Locator("button[data-keep]").ClickAsync();
        await walk.UntilAsync("await caches.match('/aide/groupes-gardes') && ((await navigator.serviceWorker.getRegistration('/quitter')) || {}).active");
    }

    static async Task<string> Word(ILocator button, string name) => (await button.GetAttributeAsync("data-" + name))!;
}
