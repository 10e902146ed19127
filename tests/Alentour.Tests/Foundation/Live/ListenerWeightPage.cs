using Alentour.Foundation.Live;
using Alentour.Tests.Cast;
using Alentour.Tests.Cast.Listening;

namespace Alentour.Tests.Foundation.Live;

/// <summary>Alone in the process: what other tests keep in memory would be weighed too.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class Alone;

[Collection<Alone>]
public sealed class ListenerWeightPage(ITestOutputHelper output)
{
    const string Topic = "test:crowd";
    const int Crowd = 500;

    /// <summary>
    /// 12 KB are allowed (architecture.md part 12), and bin/bench weighs them in a process of its own. Here the other end of the line lies in the
    /// same memory, and so do the other tests' houses: four more. With all that a request passes through it was 22.
    /// </summary>
    const int Budget = 16 * 1024;

    [Fact]
    public async Task A_page_that_listens_weighs_little_in_memory()
    {
        var watchers = Enumerable.Range(0, Crowd).Select(_ => Guid.NewGuid()).ToHashSet();
        var followed = new Followed { May = { [Topic] = watchers } };
        await using var house = await followed.OpenAsync();
        using var first = await OpenAsync(house, watchers.First());
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var pages = new List<SilentPage>();
        foreach (var watcher in watchers)
            pages.Add(await OpenAsync(house, watcher));
        await Followed.RaiseAsync(house, Topic);
        await Task.WhenAll(pages.Select(p => p.UntilAsync("data: 1\n")));
        var weight = (GC.GetTotalMemory(forceFullCollection: true) - before) / Crowd;
        output.WriteLine($"{weight} bytes a listener.");
        Assert.InRange(weight, 1, Budget);
    }

    [Fact]
    public async Task Of_many_lines_of_one_person_the_newest_stay_and_nobody_else_loses_theirs()
    {
        var (simone, luc) = (Guid.NewGuid(), Guid.NewGuid());
        var followed = new Followed { May = { [Topic] = new HashSet<Guid> { simone, luc } } };
        await using var house = await followed.OpenAsync();
        await using var other = await Followed.FollowAsync(house, Topic, luc);
        await other.NextAsync();
        var lines = new List<LiveBrowser>();
        for (var i = 0; i < LiveStream.LinesOfOneWatcher + 2; i++)
        {
            lines.Add(await Followed.FollowAsync(house, Topic, simone));
            await lines[i].NextAsync();
        }
        foreach (var oldest in lines[..2])
            await oldest.EndedAsync();
        await Followed.RaiseAsync(house, Topic);
        foreach (var line in lines[2..].Append(other))
            Assert.Equal("1", (await line.NextAsync()).Words);
        foreach (var line in lines)
            await line.DisposeAsync();
    }

    static async Task<SilentPage> OpenAsync(House house, Guid watcher)
    {
        var page = await SilentPage.OpenAsync(house.Address, Followed.Address(Topic, watcher));
        await page.UntilAsync("data: 0\n");
        return page;
    }
}
