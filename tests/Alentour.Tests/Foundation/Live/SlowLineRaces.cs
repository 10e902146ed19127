using System.Globalization;
using System.Text.RegularExpressions;
using Alentour.Foundation.Live;
using Alentour.Tests.Cast;
using Alentour.Tests.Cast.Listening;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Foundation.Live;

public sealed partial class SlowLineRaces
{
    const string Topic = "test:slow";
    const int Changes = 1500;

    static readonly Guid Simone = Guid.NewGuid();
    static readonly Guid Luc = Guid.NewGuid();

    readonly Followed _followed = new() { May = { [Topic] = new HashSet<Guid> { Simone, Luc } } };

    [Fact]
    public async Task A_phone_that_takes_nothing_holds_nobody_up_and_hears_the_newest_when_it_takes_again()
    {
        await using var house = await _followed.OpenAsync(more: NarrowLines);
        using var sleeps = await SilentPage.OpenAsync(house.Address, Followed.Address(Topic, Luc), room: 2048);
        await using var awake = await Followed.FollowAsync(house, Topic, Simone);
        Assert.Equal("0", (await awake.NextAsync()).Words);
        for (var number = 1; number <= Changes; number++)
        {
            await Followed.RaiseAsync(house, Topic);
            Assert.Equal(number.ToString(CultureInfo.InvariantCulture), (await awake.NextAsync()).Words);
        }

        var heard = Numbers().Matches(await sleeps.UntilAsync($"data: {Changes}\n")).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(heard.Order().Distinct(), heard);
        Assert.InRange(heard.Count, 2, Changes / 2);
        await Followed.RaiseAsync(house, Topic);
        await sleeps.UntilAsync($"data: {Changes + 1}\n");
    }

    [Fact]
    public async Task Nor_does_it_hold_up_a_house_that_closes()
    {
        var house = await _followed.OpenAsync(more: NarrowLines);
        using var sleeps = await SilentPage.OpenAsync(house.Address, Followed.Address(Topic, Luc), room: 2048);
        await using var awake = await Followed.FollowAsync(house, Topic, Simone);
        await awake.NextAsync();
        for (var number = 1; number <= Changes; number++)
            await Followed.RaiseAsync(house, Topic);
        await awake.UntilAsync(Changes);
        var closing = System.Diagnostics.Stopwatch.StartNew();
        await house.DisposeAsync();
        Assert.InRange(closing.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    /// <summary>The machine and the server would keep some hundred thousand events for each line: here they keep next to nothing.</summary>
    static void NarrowLines(IServiceCollection services)
    {
        // The server would break such a line off after some seconds, which is not what is looked at.
        services.Configure<KestrelServerOptions>(o => o.Limits.MinResponseDataRate = null);
        services.Configure<SocketTransportOptions>(o =>
        {
            o.MaxWriteBufferSize = 1024;
            o.CreateBoundListenSocket = endpoint =>
            {
                var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
                socket.SendBufferSize = 2048;
                return socket;
            };
        });
    }

    [GeneratedRegex("\ndata: ([0-9]+)\n")]
    private static partial Regex Numbers();
}
