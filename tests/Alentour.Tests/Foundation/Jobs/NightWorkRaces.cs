using Alentour.Foundation.Jobs;
using Alentour.Foundation.Running;
using Alentour.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alentour.Tests.Foundation.Jobs;

public sealed class NightWorkRaces
{
    static readonly DateTimeOffset Night = new(2026, 11, 27, 3, 0, 0, TimeSpan.FromHours(-5));

    [Fact]
    public async Task Each_night_is_done_once_and_the_next_night_again()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        var work = new Counted();
        using var node = Node(house, work);
        await node.RunDueAsync();
        house.Clock.MoveTo(Night.AddMinutes(-1));
        await node.RunDueAsync();
        Assert.Equal(1, work.Times);
        house.Clock.MoveTo(Night);
        await node.RunDueAsync();
        await node.RunDueAsync();
        Assert.Equal(2, work.Times);
        house.Clock.Advance(TimeSpan.FromDays(9));
        await node.RunDueAsync();
        Assert.Equal(3, work.Times);
        Assert.Equal(house.Clock.GetUtcNow(), work.LastNow);
    }

    [Fact]
    public async Task Of_eight_nodes_at_the_same_moment_one_does_it()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        var work = new Counted();
        var nodes = Enumerable.Range(0, 8).Select(_ => Node(house, work)).ToList();
        await Task.WhenAll(nodes.Select(n => Task.Run(() => n.RunDueAsync())));
        Assert.Equal(1, work.Times);
        house.Clock.MoveTo(Night);
        await Task.WhenAll(nodes.Select(n => Task.Run(() => n.RunDueAsync())));
        Assert.Equal(2, work.Times);
    }

    [Fact]
    public async Task A_work_that_fails_stops_no_other_and_is_tried_again_by_any_node()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        var (failing, sound) = (new Counted { Fails = true }, new Counted { Name = "sound" });
        using var first = Node(house, failing, sound);
        await first.RunDueAsync();
        Assert.Equal((1, 1), (failing.Times, sound.Times));
        failing.Fails = false;
        using var second = Node(house, failing, sound);
        await second.RunDueAsync();
        Assert.Equal(1, failing.Times);
        house.Clock.Advance(NightWork.Lease);
        await second.RunDueAsync();
        await first.RunDueAsync();
        Assert.Equal((2, 1), (failing.Times, sound.Times));
    }

    [Fact]
    public async Task What_was_erased_at_night_stands_in_no_file_of_SQLite()
    {
        Assert.SkipWhen(TestStore.IsPostgres, "The files of a cluster are not ours to read.");
        const string secret = "a-way-to-be-told-514-555-0199";
        await using var house = await House.OpenAsync(Mode.Live);
        await Sql.RunAsync(house, $"INSERT INTO store_fact (name, value) VALUES ('told', '{secret}')");
        Assert.Contains(Files(house), f => Holds(f, secret));
        using var node = Node(house, new Erasing(house));
        await node.RunDueAsync();
        Assert.DoesNotContain(Files(house), f => Holds(f, secret));
    }

    static string[] Files(House house) => Directory.GetFiles(house.Folder, "house.db*");

    static bool Holds(string file, string words)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        return reader.ReadToEnd().Contains(words, StringComparison.Ordinal);
    }

    static NightWork Node(House house, params INightly[] works)
    {
        var services = new ServiceCollection();
        foreach (var work in works)
            services.AddSingleton(work);
        return new NightWork(house.Database, services.BuildServiceProvider().GetRequiredService<IServiceScopeFactory>(), house.Clock, NullLogger<NightWork>.Instance);
    }

    sealed class Counted : INightly
    {
        int _times;

        public string Name { get; init; } = "counted";

        public bool Fails { get; set; }

        public int Times => _times;

        public DateTimeOffset LastNow { get; private set; }

        public Task RunAsync(DateTimeOffset now, CancellationToken stop)
        {
            Interlocked.Increment(ref _times);
            LastNow = now;
            return Fails ? throw new InvalidOperationException("Not tonight.") : Task.CompletedTask;
        }
    }

    sealed class Erasing(House house) : INightly
    {
        public string Name => "erasing";

        public Task RunAsync(DateTimeOffset now, CancellationToken stop) => Sql.RunAsync(house, "DELETE FROM store_fact WHERE name = 'told'");
    }
}
