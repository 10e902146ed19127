using Alentour.Tests.Cast;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Alentour.Journeys.Frame.Browser))]

namespace Alentour.Journeys.Frame;

/// <summary>
/// The one Chromium of this run; every walk has a context of its own. Where Chromium is missing, each journey is skipped and says so.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    static readonly string[] Places = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    IPlaywright? _playwright;
    IBrowser? _chromium;

    public async ValueTask InitializeAsync()
    {
        if (Find() is not { } chromium)
            return;
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium,
            // No name but this machine's leads anywhere: a request to another site fails, and fails the journey.
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
            await _chromium.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>
    /// A person with an empty browser comes to the house and does <paramref name="journey"/>. At its end the walk fails for everything
    /// the browser complained of on the way, even when every step went well.
    /// </summary>
    public Task WalkAsync(House house, Screen screen, Func<Walk, Task> journey) => WalkAsync(house.Address, house, screen, journey);

    /// <param name="address">Where the house answers, when it runs in a process of its own; <paramref name="house"/> then only lends the sentences.</param>
    public async Task WalkAsync(Uri address, House house, Screen screen, Func<Walk, Task> journey)
    {
        if (_chromium is null)
            Assert.Skip("Chromium is not installed: no journey can be walked (bin/test installs it as root on Debian; ALENTOUR_TEST_CHROMIUM names another).");
        await using var context = await _chromium.NewContextAsync(screen.Options(address));
        context.SetDefaultTimeout(20_000);
        var complaints = new Complaints(address);
        complaints.ListenTo(context);
        var walk = new Walk(house, screen, await context.NewPageAsync(), complaints);
        await journey(walk);
        Assert.True(complaints.All.Count == 0, "The browser complained:\n" + string.Join('\n', complaints.All));
    }

    static string? Find() =>
        Environment.GetEnvironmentVariable("ALENTOUR_TEST_CHROMIUM") is { Length: > 0 } named ? named : Places.FirstOrDefault(File.Exists);
}
