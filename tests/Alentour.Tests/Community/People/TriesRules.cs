using System.Net;
using Alentour.Community.People;
using Alentour.Community.People.Cards;
using Alentour.Foundation.Texts;
using Alentour.Tests.Cast;
using Microsoft.AspNetCore.Http;

namespace Alentour.Tests.Community.People;

public sealed class TriesRules
{
    readonly MovableClock _clock = new(MovableClock.ThursdayAfternoon);

    [Fact]
    public void A_try_is_counted_before_it_is_looked_at_and_given_back_when_it_was_right()
    {
        var tries = new Tries(_clock);
        Assert.All(Enumerable.Range(0, Tries.Most), _ => Assert.True(tries.Take("here")));
        Assert.True(!tries.Take("here") && tries.MustWait("here") && tries.Take("elsewhere"));
        tries.GiveBack("here");
        Assert.True(tries.Take("here") && !tries.Take("here"));
        _clock.Advance(Tries.Window);
        Assert.True(tries.Take("here"));
    }

    [Fact]
    public void A_centre_opens_twenty_accounts_in_an_hour_and_its_wrong_words_do_not_count_among_them()
    {
        var tries = new Tries(_clock);
        tries.Take("here");
        Assert.All(Enumerable.Range(0, Tries.AccountsAnHour), _ => Assert.True(tries.TakeAccount("here")));
        Assert.False(tries.TakeAccount("here"));
        tries.GiveBackAccount("here");
        Assert.True(tries.TakeAccount("here"));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.True(tries.TakeAccount("here"));
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("::ffff:203.0.113.9", "203.0.113.9", true)]
    [InlineData("203.0.113.8", "203.0.113.9", false)]
    public void A_line_of_IPv6_counts_as_one_address(string one, string other, bool isOne) => Assert.Equal(isOne, Address(one) == Address(other));

    [Fact]
    public async Task One_address_has_two_that_wait_and_the_queue_twenty_so_that_whoever_comes_is_told_at_once()
    {
        var turns = new Turns();
        using var gate = new ManualResetEventSlim();
        bool Work() => gate.Wait(TimeSpan.FromSeconds(30));
        var atOnce = Math.Max(1, Environment.ProcessorCount - 1);
        var running = Enumerable.Range(0, atOnce).Select(i => turns.RunAsync(Work, $"first {i}", default)).ToList();
        running.AddRange(Enumerable.Range(0, 2).Select(_ => turns.RunAsync(Work, "here", default)));
        await Assert.ThrowsAsync<RefusalException>(() => turns.RunAsync(Work, "here", default));
        running.AddRange(Enumerable.Range(0, 18).Select(i => turns.RunAsync(Work, $"else {i}", default)));
        await Assert.ThrowsAsync<RefusalException>(() => turns.RunAsync(Work, "another", default));
        gate.Set();
        Assert.All(await Task.WhenAll(running), Assert.True);
        Assert.True(await turns.RunAsync(Work, "here", default));
    }

    static string Address(string text) => Tries.AddressOf(new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(text) } });
}
