using System.Text.Json;
using Alentour.Foundation.Texts;
using Alentour.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Alentour.Journeys.Frame;

/// <summary>A person at a screen: goes, presses, fills, reads. Waiting is Playwright's own; nothing sleeps.</summary>
public sealed partial class Walk(House house, Screen screen, IPage page, Complaints complaints)
{
    public House House => house;

    public Screen Screen => screen;

    public IPage Page => page;

    public IBrowserContext Context => page.Context;

    public Complaints Complaints => complaints;

    public Language Language { get; set; } = Language.French;

    public ILocator Main => page.Locator("main");

    /// <summary>Path and query of the page in sight.</summary>
    public string Here => new Uri(page.Url).PathAndQuery;

    /// <summary>A sentence of the interface by its key, in the language of this person.</summary>
    public string Say(string key, params ReadOnlySpan<(string Name, object Value)> values) =>
        house.Services.GetRequiredService<TextCatalogue>().Get(Language, key, values);

    /// <summary>Opens an address of the house and waits for its load event.</summary>
    public async Task GoAsync(string path, int status = 200)
    {
        if (status >= 400)
            complaints.Expect(path, status);
        var answer = await page.GotoAsync(path);
        Assert.True(answer is not null, $"{path} gave no answer");
        Assert.True(answer.Status == status, $"{path} answered {answer.Status} and not {status}");
    }

    /// <summary>The link or button that bears these words, among those that show.</summary>
    public ILocator Way(string words) =>
        page.GetByRole(AriaRole.Link, new() { Name = words }).Or(page.GetByRole(AriaRole.Button, new() { Name = words })).Filter(new() { Visible = true }).First;

    /// <summary>Presses what bears these words; a page that follows has loaded.</summary>
    public async Task PressAsync(string words)
    {
        await Way(words).ClickAsync();
        await page.WaitForLoadStateAsync();
    }

    /// <summary>Fails unless these words are in sight somewhere on the page.</summary>
    public Task SeesAsync(string words) => Assertions.Expect(page.GetByText(words).Filter(new() { Visible = true }).First).ToBeVisibleAsync();

    /// <summary>Waits until a promise of the page holds; Playwright's own waiting takes the promise itself for a yes.</summary>
    /// <param name="question">A JavaScript expression that may await.</param>
    public Task UntilAsync(string question) => page.EvaluateAsync($$"""
        async () => {
          for (const end = Date.now() + 20000; Date.now() < end; await new Promise(done => setTimeout(done, 30))) if ({{question}}) return;
          throw new Error("still not true: " + {{JsonSerializer.Serialize(question)}});
        }
        """);

    /// <summary>Waits until the worker has kept the help pages: from here on they open without network, and nothing is fetched behind the page any more.</summary>
    public Task WorkerIsReadyAsync() =>
        UntilAsync("((await navigator.serviceWorker.getRegistration('/aide')) || {}).active && await caches.match('/aide?hors-ligne=1')");

    /// <summary>Cuts the network. The page hears of it a moment later.</summary>
    public async Task GoOfflineAsync()
    {
        Complaints.IsOffline = true;
        await Context.SetOfflineAsync(true);
        await page.WaitForFunctionAsync("() => !navigator.onLine");
    }

    public async Task GoOnlineAsync()
    {
        await Context.SetOfflineAsync(false);
        await page.WaitForFunctionAsync("() => navigator.onLine");
        Complaints.IsOffline = false;
    }

    /// <summary>All visible words of a part of the page, white space folded.</summary>
    public async Task<string> WordsAsync(string part = "body") =>
        string.Join(' ', (await page.Locator(part).First.InnerTextAsync()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Where an element stands in the window; it must show.</summary>
    public async Task<LocatorBoundingBoxResult> BoxAsync(ILocator element) =>
        await element.BoundingBoxAsync() ?? throw new InvalidOperationException($"{element} does not show on {Here}");

    /// <summary>Everything <see cref="LookAt"/> asks of a page. Axe reads it on the phone: a journey meets the same words and colours at each width.</summary>
    public async Task LookAsync()
    {
        var findings = await (screen.Width < 600 ? LookAt.PageAsync(this) : LookAt.ShapeAsync(this));
        Assert.True(findings.Count == 0, $"{Here} at {screen}:\n" + string.Join('\n', findings));
    }
}
