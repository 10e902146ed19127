using System.Collections.Concurrent;

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

    // Beyond, the oldest go: a flood of addresses must not fill the memory.
    const int MostAddresses = 20_000;

    // One computation of PBKDF2 at a time for each processor but one, so that pages go on being served under a flood.
    readonly SemaphoreSlim _atOnce = new(Math.Max(1, Environment.ProcessorCount - 1));
    readonly ConcurrentDictionary<string, Wrong> _wrong = new();

    /// <summary>Whether this address has to wait.</summary>
    public bool MustWait(string address) => _wrong.TryGetValue(address, out var wrong) && wrong.Count >= Most && wrong.Until > clock.GetUtcNow();

    public void WasWrong(string address)
    {
        var now = clock.GetUtcNow();
        _wrong.AddOrUpdate(address, _ => new Wrong(1, now + Window), (_, w) => w.Until > now ? w with { Count = w.Count + 1 } : new Wrong(1, now + Window));
        if (_wrong.Count > MostAddresses)
            foreach (var (old, _) in _wrong.OrderBy(w => w.Value.Until).Take(MostAddresses / 2))
                _wrong.TryRemove(old, out _);
    }

    /// <summary>Runs something that costs a processor a quarter of a second, in its turn.</summary>
    public async Task<T> InTurnAsync<T>(Func<T> work, CancellationToken stop)
    {
        await _atOnce.WaitAsync(stop);
        try
        {
            return await Task.Run(work, stop);
        }
        finally
        {
            _atOnce.Release();
        }
    }

    sealed record Wrong(int Count, DateTimeOffset Until);
}
