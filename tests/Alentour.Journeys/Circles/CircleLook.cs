using System.IO.Compression;
using Alentour.Foundation.Web;
using Alentour.Journeys.Frame;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Alentour.Journeys.Circles;

/// <summary>Every page of a circle as people meet it: whole at each width, readable, light, urgent help in sight and quick to leave.</summary>
public sealed class CircleLook(Browser browser)
{
    const int MostScript = 20 * 1024;
    const int MostPage = 10 * 1024;

    [Theory]
    [InlineData(360, false)]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    public async Task Every_page_of_an_evening_is_whole_named_and_quick_to_leave(int width, bool night)
    {
        await using var evening = await Evening.OpenAsync();
        await evening.SeatAsync("Maude", "Luc");
        await evening.SeatByHandAsync("Phone", "Jean-Guy", "Marguerite-Antoinette de la Chevrotière-Beaubien, de Matane");
        await evening.BeginAsync();
        using var visitor = await evening.AtThresholdAsync("Florence");
        var screen = new Screen(width, Night: night);
        await LookAtAsync(evening, screen, "Kateri", Evening.Group + "/cercle", Evening.Group + "/cercle/feuille", evening.Circle);
        await LookAtAsync(evening, screen, "Simone", evening.Circle);
        await evening.PressAsync("Simone", "parler");
        await LookAtAsync(evening, screen, "Simone", evening.Circle);
        await LookAtAsync(evening, screen, "Maude", evening.Circle);
        await evening.SeatByHandAsync("Room", "Noé", "Solange", "Mei", "Rita", "Paulette", "Omer", "Gisèle", "Théo");
        await LookAtAsync(evening, screen, "Luc", evening.Circle);
        var words = await evening.WordsAsync();
        await browser.WalkAsync(evening.House, screen, async walk =>
        {
            await walk.GoAsync("/cercles/tablette");
            await walk.Page.FillAsync("#mots", words);
            await walk.PressAsync(walk.Say("tablet.press"));
            await walk.LookAsync();
        });
    }

    [Fact]
    public async Task Without_network_who_comes_back_to_a_circle_reads_whom_to_call_and_nothing_of_it_is_kept()
    {
        await using var evening = await Evening.OpenAsync();
        await browser.WalkAsync(evening.House, Screen.Phone, async luc =>
        {
            await evening.ComeAsync(luc, "Luc");
            await luc.WorkerIsReadyAsync();
            await luc.UntilAsync("((await navigator.serviceWorker.getRegistration('/cercles/')) || {}).active");
            await luc.GoOfflineAsync();
            await luc.Page.GotoAsync(evening.Circle);
            await luc.SeesAsync(luc.Say("help.offline.text"));
            var kept = await luc.Page.EvaluateAsync<string[]>("async () => [].concat(...await Promise.all((await caches.keys()).map(async name => (await (await caches.open(name)).keys()).map(r => new URL(r.url).pathname))))");
            Assert.DoesNotContain(kept, path => path.Contains("cercle", StringComparison.Ordinal));
            await luc.GoOnlineAsync();
        });
    }

    [Fact]
    public async Task The_way_to_urgent_help_stands_in_the_first_screen_of_a_phone()
    {
        await using var evening = await Evening.OpenAsync();
        await browser.WalkAsync(evening.House, Screen.Phone, async luc =>
        {
            await evening.ComeAsync(luc, "Luc");
            var box = await luc.BoxAsync(luc.Page.Locator(".circle-head a[href='/aide']"));
            Assert.InRange(box.Y + box.Height, 1, luc.Screen.Height);
            await luc.Page.EvaluateAsync("() => scrollTo(0, document.body.scrollHeight)");
            await Assertions.Expect(luc.Page.Locator("a.exit[data-exit]")).ToBeInViewportAsync();
        });
    }

    [Fact]
    public async Task It_is_light()
    {
        await using var evening = await Evening.OpenAsync();
        await evening.SeatAsync("Maude", "Luc");
        await evening.SeatByHandAsync("Room", "Noé", "Solange", "Mei", "Rita", "Paulette");
        await evening.BeginAsync();
        var script = evening.House.Services.GetRequiredService<BuiltAssets>()["circle.js"];
        using var plain = evening.House.Visitor();
        Assert.InRange(Packed(await plain.GetByteArrayAsync(script)), 1, MostScript);
        Assert.InRange(Packed(await (await evening.BrowserOfAsync("Simone")).GetByteArrayAsync(evening.Circle)), 1, MostPage);
    }

    async Task LookAtAsync(Evening evening, Screen screen, string name, params string[] pages) => await browser.WalkAsync(evening.House, screen, async walk =>
    {
        await walk.EnterAsAsync(name);
        foreach (var page in pages)
        {
            await walk.GoAsync(page);
            await walk.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => { d.open = !d.closest('.menu'); })");
            var findings = await LookAt.PageAsync(walk);
            Assert.True(findings.Count == 0, $"{name}, {page} at {screen}:\n" + string.Join('\n', findings));
        }
    });

    static long Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(bytes);
        return packed.Length;
    }
}
