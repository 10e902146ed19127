using Alentour.Foundation.Running;
using Alentour.Tests.Cast;

[assembly: AssemblyFixture(typeof(StandingHouses))]

namespace Alentour.Tests.Cast;

/// <summary>
/// Two houses that stay open for the whole run, for tests that only look: opening one takes a second.
/// Whoever writes, or moves the clock, opens a house of their own.
/// </summary>
public sealed class StandingHouses : IAsyncDisposable
{
    readonly Lazy<Task<House>> _demonstration = new(() => House.OpenAsync());
    readonly Lazy<Task<House>> _live = new(() => House.OpenAsync(Mode.Live));
    readonly Lazy<Task<IReadOnlyList<Visited>>> _pages;

    public StandingHouses() => _pages = new(WalkAsync);

    /// <summary>« Le Rivage », on Thursday afternoon.</summary>
    public Task<House> DemonstrationAsync() => _demonstration.Value;

    /// <summary>A live house that nobody has set up yet.</summary>
    public Task<House> LiveAsync() => _live.Value;

    public Task<House> OfAsync(Mode mode) => mode == Mode.Demo ? DemonstrationAsync() : LiveAsync();

    /// <summary>Every public page of both houses, in both languages.</summary>
    public Task<IReadOnlyList<Visited>> PagesAsync() => _pages.Value;

    async Task<IReadOnlyList<Visited>> WalkAsync()
    {
        var pages = new List<Visited>();
        foreach (var house in new[] { await DemonstrationAsync(), await LiveAsync() })
            foreach (var language in new[] { "fr", "en" })
                pages.AddRange(await Walk.ThroughAsync(house, language));
        return pages;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var house in new[] { _demonstration, _live }.Where(h => h.IsValueCreated))
            await (await house.Value).DisposeAsync();
    }
}
