using Alentour.Foundation.Running;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Foundation.Faults;

public sealed class KilledHouseRaces(ITestOutputHelper output)
{
    /// <summary>Ten times, a hundred in the long run (bin/test --long).</summary>
    static readonly int Kills = Environment.GetEnvironmentVariable("ALENTOUR_TEST_LONG") is "1" ? 100 : 10;

    [Fact]
    public async Task Killed_at_any_moment_the_house_keeps_once_what_it_said_was_done()
    {
        var chance = new Random(20261126);
        await using var store = await TestStore.CreateAsync();
        var writing = new Writing();
        for (var kill = 0; kill < Kills; kill++)
            await LiveAndDieAsync(store, writing, kill, chance.Next(20, 900));
        await using (var last = await RunningHouse.StartAsync(store.Address, store.Folder))
        {
            using var browser = last.Visitor();
            await writing.SendAgainAsync(browser);
        }
        output.WriteLine($"{Kills} kills, {writing.Acknowledged} acts acknowledged: {writing.Told}.");
        Assert.InRange(writing.Acknowledged, Kills * 2, int.MaxValue);
        await writing.AssertKeptAsync(store.Address);
        if (TestStore.IsPostgres)
            return;
        var (code, said) = await RunningHouse.CommandAsync(store.Address, store.Folder, Mode.Demo, "check");
        Assert.True(code == 0, said);
    }

    /// <summary>Every second house dies young, perhaps before its first answer; the others in the midst of their work.</summary>
    static async Task LiveAndDieAsync(TestStore store, Writing writing, int kill, int milliseconds)
    {
        await using var house = await RunningHouse.StartAsync(store.Address, store.Folder);
        if (kill == 0)
            await Writing.OpenDoorsAsync(store.Address);
        using var stop = new CancellationTokenSource();
        var writers = writing.RunAsync(house.Visitor, stop.Token);
        if (kill % 2 == 1)
            await writing.GoesOnAsync();
        await Task.Delay(milliseconds);
        await house.KillAsync();
        await stop.CancelAsync();
        await writers;
    }
}
