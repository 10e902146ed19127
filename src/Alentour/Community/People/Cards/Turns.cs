using Alentour.Foundation.Texts;

namespace Alentour.Community.People.Cards;

/// <summary>
/// Work that costs a processor a quarter of a second, in its turn. The queue is short: behind a flood nobody would be served, so whoever
/// finds it full reads that they must wait, and a single address never fills it.
/// </summary>
public sealed class Turns
{
    const int MostWaiting = 20;
    const int MostWaitingOfOne = 2;

    // One at a time for each processor but one, so that pages go on being served under a flood.
    readonly SemaphoreSlim _atOnce = new(Math.Max(1, Environment.ProcessorCount - 1));
    readonly Lock _gate = new();
    readonly Dictionary<string, int> _waiting = [];
    int _all;

    /// <param name="address">Whom to count it by; null for work that is counted otherwise.</param>
    /// <exception cref="RefusalException">Too many wait already.</exception>
    public async Task<T> RunAsync<T>(Func<T> work, string? address, CancellationToken stop)
    {
        Queue(address);
        try
        {
            await _atOnce.WaitAsync(stop);
        }
        finally
        {
            Leave(address);
        }
        try
        {
            return await Task.Run(work, stop);
        }
        finally
        {
            _atOnce.Release();
        }
    }

    void Queue(string? address)
    {
        lock (_gate)
        {
            var ofOne = address is null ? 0 : _waiting.GetValueOrDefault(address);
            if (_all >= MostWaiting || ofOne >= MostWaitingOfOne)
                throw new RefusalException("enter.refusal.wait");
            _all++;
            if (address is not null)
                _waiting[address] = ofOne + 1;
        }
    }

    void Leave(string? address)
    {
        lock (_gate)
        {
            _all--;
            if (address is not null && --_waiting[address] == 0)
                _waiting.Remove(address);
        }
    }
}
