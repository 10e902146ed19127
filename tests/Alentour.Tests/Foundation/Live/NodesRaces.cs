using System.Diagnostics;
using Alentour.Tests.Cast;
using Alentour.Tests.Cast.Listening;

namespace Alentour.Tests.Foundation.Live;

/// <summary>Several nodes on one PostgreSQL. The waking between them may be lost; no change may.</summary>
public sealed class NodesRaces
{
    const string Topic = "test:nodes";
    const string Listening = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'";

    static readonly Guid Simone = Guid.NewGuid();

    readonly Followed _followed = new() { May = { [Topic] = new HashSet<Guid> { Simone } } };

    [Fact]
    public async Task What_changes_at_one_node_is_heard_at_the_other_without_waiting_for_its_next_look()
    {
        Skip();
        await using var store = await TestStore.CreateAsync();
        await using var here = await _followed.OpenAsync(store.Address);
        await using var there = await _followed.OpenAsync(store.Address);
        await UntilAsync(here, 2);
        await using var page = await Followed.FollowAsync(there, Topic, Simone);
        await page.NextAsync();
        var clock = Stopwatch.StartNew();
        for (var number = 1; number <= 30; number++)
        {
            await Followed.RaiseAsync(here, Topic);
            Assert.Equal($"{number}", (await page.NextAsync()).Words);
        }
        // The next look alone would take a second for each.
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task While_a_node_cannot_hear_the_other_nothing_is_lost_and_it_hears_again_soon()
    {
        Skip();
        await using var store = await TestStore.CreateAsync();
        await using var here = await _followed.OpenAsync(store.Address);
        await using var there = await _followed.OpenAsync(store.Address);
        await UntilAsync(here, 2);
        await using var page = await Followed.FollowAsync(there, Topic, Simone);
        await page.NextAsync();
        for (var number = 1; number <= 60; number++)
        {
            if (number % 20 == 10)
                await Sql.RunAsync(here, Listening.Replace("count(*)", "pg_terminate_backend(pid)", StringComparison.Ordinal));
            await Followed.RaiseAsync(here, Topic);
            if (number % 3 == 0)
                await page.UntilAsync(number);
        }
        await UntilAsync(here, 2);
        Assert.Contains(there.Log.Lines, l => l.Contains("The other nodes cannot be heard", StringComparison.Ordinal));
        await Followed.RaiseAsync(here, Topic);
        Assert.Equal("61", (await page.NextAsync()).Words);
    }

    [Fact]
    public async Task The_end_of_a_topic_at_one_node_is_told_at_the_other()
    {
        Skip();
        await using var store = await TestStore.CreateAsync();
        await using var here = await _followed.OpenAsync(store.Address);
        await using var there = await _followed.OpenAsync(store.Address);
        await Followed.RaiseAsync(here, Topic);
        await using var page = await Followed.FollowAsync(there, Topic, Simone);
        await page.NextAsync();
        await Followed.EndAsync(here, Topic);
        Assert.Equal("fin", (await page.NextAsync()).Kind);
        await page.EndedAsync();
    }

    [Fact]
    public async Task Acts_of_two_nodes_at_once_each_raise_the_number()
    {
        Skip();
        await using var store = await TestStore.CreateAsync();
        await using var here = await _followed.OpenAsync(store.Address);
        await using var there = await _followed.OpenAsync(store.Address);
        await using var page = await Followed.FollowAsync(there, Topic, Simone);
        await Task.WhenAll(new[] { here, there }.SelectMany(h => Enumerable.Range(0, 20).Select(_ => Followed.RaiseAsync(h, Topic))));
        await page.UntilAsync(40);
    }

    /// <summary>Waits until so many nodes hear.</summary>
    static async Task UntilAsync(House house, int nodes)
    {
        for (var i = 0; i < 400 && await Sql.NumberAsync(house, Listening) != nodes; i++)
            await Task.Delay(50);
        Assert.Equal(nodes, await Sql.NumberAsync(house, Listening));
    }

    static void Skip() => Assert.SkipUnless(TestStore.IsPostgres, "Several nodes need PostgreSQL.");
}
