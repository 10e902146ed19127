using Alentour.Foundation.Running;
using Alentour.Tests.Cast;
using Alentour.Tests.Foundation.Faults;

namespace Alentour.Tests.Practices.Circles.Races;

/// <summary>Ten people in a circle, and a house that is killed in the middle of their round.</summary>
public sealed class CircleNodesRaces(ITestOutputHelper output)
{
    static readonly int Kills = Environment.GetEnvironmentVariable("ALENTOUR_TEST_LONG") is "1" ? 50 : 2;
    static readonly (string, string) Key = ("Alentour__CardKey", new string('7', 64));

    [Fact]
    public async Task Over_two_nodes_of_which_one_is_killed_no_turn_is_lost_or_doubled_and_all_see_the_same_again()
    {
        Assert.SkipUnless(TestStore.IsPostgres, "Several nodes need PostgreSQL.");
        Assert.SkipUnless(NginxFront.IsHere, "nginx is not installed.");
        await using var store = await TestStore.CreateAsync();
        await using var stays = await RunningHouse.StartAsync(store.Address, store.Folder, Mode.Demo, Key);
        await using var dies = await RunningHouse.StartAsync(store.Address, store.Folder, Mode.Demo, Key);
        await using var front = await NginxFront.StartAsync(stays.Address, dies.Address);
        await using var ten = await TenPeople.SitAsync(store.Address, front.Visitor);
        var longest = TimeSpan.Zero;
        for (var kill = 0; kill < Kills; kill++)
        {
            await ten.GoesOnAsync(13);
            // Each in its turn, so that everybody's line breaks off sooner or later.
            var victim = kill % 2 == 0 ? dies : stays;
            await victim.KillAsync();
            var seen = await ten.SeenByAllAsync(await ten.WhereAsync(), anew: true);
            longest = seen > longest ? seen : longest;
            await ten.GoesOnAsync(3);
            await victim.StartAgainAsync();
        }
        await ten.QuietAsync();
        var last = await ten.WhereAsync();
        await ten.SeenByAllAsync(last, anew: false);
        Assert.All(ten.People, p => Assert.Equal(last, p.Seen.Where));
        output.WriteLine($"{Kills} kills, {ten.Acknowledged} turns; all saw the circle again {longest.TotalSeconds:0.0} s after a kill at most.");
        Assert.InRange(longest, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        ten.AssertNoneLostNorDoubled(last);
    }

    [Fact]
    public async Task A_house_that_is_killed_and_started_again_loses_and_doubles_no_turn()
    {
        await using var store = await TestStore.CreateAsync();
        await using var house = await RunningHouse.StartAsync(store.Address, store.Folder, Mode.Demo, Key);
        await using var ten = await TenPeople.SitAsync(store.Address, house.Visitor);
        for (var kill = 0; kill < Kills; kill++)
        {
            await ten.GoesOnAsync(13);
            await house.KillAsync();
            await house.StartAgainAsync();
        }
        await ten.GoesOnAsync(5);
        await ten.QuietAsync();
        var last = await ten.WhereAsync();
        output.WriteLine($"{Kills} kills, {ten.Acknowledged} turns.");
        ten.AssertNoneLostNorDoubled(last);
    }
}
