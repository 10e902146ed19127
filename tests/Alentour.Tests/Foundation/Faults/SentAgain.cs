using System.Collections.Concurrent;

namespace Alentour.Tests.Foundation.Faults;

/// <summary>
/// Acts of one kind whose forms carry a key: what was never answered is sent again with the same key, as a browser does that never saw the
/// answer. Each bears a name of its own, by which it is found in the tables.
/// </summary>
/// <param name="kind">How every name begins.</param>
sealed class SentAgain(string kind, Func<HttpClient, string, Task<bool>> send)
{
    readonly ConcurrentQueue<string> _done = new();
    readonly ConcurrentQueue<string> _unanswered = new();
    int _next;

    /// <summary>The names whose act the house said was done.</summary>
    public IReadOnlyCollection<string> Done => _done;

    /// <summary>Sends what waits longest, else something new.</summary>
    public async Task SendAsync(HttpClient browser)
    {
        if (!_unanswered.TryDequeue(out var name))
            name = $"{kind} {Interlocked.Increment(ref _next)}";
        var isDone = false;
        try
        {
            isDone = await send(browser, name);
        }
        finally
        {
            (isDone ? _done : _unanswered).Enqueue(name);
        }
    }

    public async Task SendAllAsync(HttpClient browser)
    {
        for (var left = _unanswered.Count; left > 0; left--)
            await SendAsync(browser);
    }

    /// <summary>What was said to be done stands there once, and no form did its act twice.</summary>
    /// <param name="kept">The names that the database holds.</param>
    public void AssertOnceIn(IReadOnlyList<string> kept)
    {
        var counted = kept.Where(n => n.StartsWith(kind, StringComparison.Ordinal)).CountBy(n => n).ToDictionary();
        Assert.DoesNotContain(_done, name => counted.GetValueOrDefault(name) != 1);
        Assert.DoesNotContain(counted, n => n.Value != 1);
    }
}
