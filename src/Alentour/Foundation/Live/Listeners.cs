namespace Alentour.Foundation.Live;

/// <summary>Who listens to what at this node, in memory alone.</summary>
public sealed class Listeners : IDisposable
{
    readonly Dictionary<string, HeardTopic> _topics = new(StringComparer.Ordinal);
    readonly SemaphoreSlim _woken = new(0);
    bool _isClosing;

    public Listeners(IHostApplicationLifetime lifetime) => lifetime.ApplicationStopping.Register(EndAll);

    /// <summary>Whether anybody listens.</summary>
    internal bool Any
    {
        get
        {
            lock (_topics)
                return _topics.Count > 0;
        }
    }

    /// <summary>Every topic that somebody listens to.</summary>
    internal IReadOnlyList<HeardTopic> Topics
    {
        get
        {
            lock (_topics)
                return [.. _topics.Values];
        }
    }

    internal void Add(string topic, Listener listener)
    {
        IReadOnlyList<Listener> tooMany;
        lock (_topics)
        {
            if (!_topics.TryGetValue(topic, out var heard))
                _topics[topic] = heard = new HeardTopic(topic);
            tooMany = heard.Add(listener);
            if (_isClosing)
                listener.End();
        }
        foreach (var oldest in tooMany)
            oldest.End();
        WakeAll();
    }

    internal void Remove(string topic, Listener listener)
    {
        lock (_topics)
            if (_topics.TryGetValue(topic, out var heard) && heard.Remove(listener))
                _topics.Remove(topic);
    }

    internal void Wake(string topic)
    {
        bool isHeard;
        lock (_topics)
            isHeard = _topics.ContainsKey(topic);
        if (isHeard)
            WakeAll();
    }

    internal void WakeAll()
    {
        if (_woken.CurrentCount == 0)
            _woken.Release();
    }

    /// <summary>Waits until a look is asked for, and no longer than <paramref name="most"/> while anybody listens.</summary>
    internal async Task WaitAsync(TimeSpan most, CancellationToken stop)
    {
        await _woken.WaitAsync(Any ? most : Timeout.InfiniteTimeSpan, stop);
        // Two who ask in the same moment may both have been let through: one look is enough.
        while (_woken.Wait(0, CancellationToken.None))
            continue;
    }

    /// <summary>A house that closes waits for nobody's line.</summary>
    void EndAll()
    {
        lock (_topics)
            _isClosing = true;
        foreach (var topic in Topics)
            foreach (var listener in topic.There())
                listener.End();
    }

    public void Dispose() => _woken.Dispose();
}
