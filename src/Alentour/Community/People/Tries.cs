using System.Collections.Concurrent;
using System.Net.Sockets;
using Alentour.Community.People.Cards;

namespace Alentour.Community.People;

/// <summary>
/// Slows whoever tries words one after the other, by the address they come from, in memory alone. Nothing is counted by person, so nobody
/// can lock another out; who waits ten minutes may try again.
/// </summary>
public sealed class Tries(TimeProvider clock)
{
    /// <summary>Wrong words that one address may send within <see cref="Window"/>. A library or a shelter shares one address.</summary>
    public const int Most = 30;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    /// <summary>New accounts from one address in an hour: a whole drop-in centre on its first day, not a script.</summary>
    public const int AccountsAnHour = 20;

    /// <summary>First visits that one address announces in an hour without an account: a script must not take the seats of all meetings.</summary>
    public const int VisitsAnHour = 6;

    // Beyond, the oldest go: a flood of addresses must not fill the memory.
    const int MostAddresses = 20_000;

    static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    readonly ConcurrentDictionary<string, Counted> _counted = new();

    /// <summary>Words that wait for their hash at the door, and cards that wait for theirs: opening accounts never delays who comes in.</summary>
    internal Turns Entering { get; } = new();

    internal Turns Drawing { get; } = new();

    /// <summary>What a request is counted by. A line of IPv6 has 2^64 addresses of its own: they count as one.</summary>
    public static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } six => Convert.ToHexString(six.GetAddressBytes(), 0, 8),
        var four => four.ToString(),
    };

    /// <summary>Whether this address has to wait.</summary>
    public bool MustWait(string address) => _counted.TryGetValue(address, out var counted) && counted.Count >= Most && counted.Until > clock.GetUtcNow();

    public void WasWrong(string address) => Take(address, int.MaxValue, Window);

    /// <summary>Counts a try before it costs anything; false when this address has to wait. A try that was right is given back.</summary>
    public bool Take(string address) => Take(address, Most, Window);

    public bool TakeAccount(string address) => Take("account " + address, AccountsAnHour, Hour);

    public bool TakeVisit(string address) => Take("visit " + address, VisitsAnHour, Hour);

    public void GiveBack(string address)
    {
        while (_counted.TryGetValue(address, out var was) && was.Count > 0 && !_counted.TryUpdate(address, was with { Count = was.Count - 1 }, was)) { }
    }

    public void GiveBackAccount(string address) => GiveBack("account " + address);

    public void GiveBackVisit(string address) => GiveBack("visit " + address);

    bool Take(string key, int most, TimeSpan window)
    {
        var (now, isTaken) = (clock.GetUtcNow(), true);
        _counted.AddOrUpdate(key, _ => Begin(), (_, was) =>
        {
            if (was.Until <= now)
                return Begin();
            isTaken = was.Count < most;
            return isTaken ? was with { Count = was.Count + 1 } : was;
        });
        if (_counted.Count > MostAddresses)
            foreach (var (old, _) in _counted.OrderBy(c => c.Value.Until).Take(MostAddresses / 2))
                _counted.TryRemove(old, out _);
        return isTaken;

        Counted Begin()
        {
            isTaken = true;
            return new Counted(1, now + window);
        }
    }

    sealed record Counted(int Count, DateTimeOffset Until);
}
