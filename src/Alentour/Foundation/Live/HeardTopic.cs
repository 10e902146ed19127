namespace Alentour.Foundation.Live;

/// <summary>A topic and those who listen to it at this node.</summary>
sealed class HeardTopic(string name)
{
    /// <summary>After how many lines whoever asks for a page meanwhile is let before the rest of a crowd.</summary>
    const int AtOnce = 64;

    readonly List<Listener> _listeners = [];
    int _arrivals;
    int _servedArrivals;

    public string Name => name;

    public string Kind => KindOf(name);

    /// <summary>The last event that this node told; null before the first.</summary>
    public LiveEvent? Told { get; private set; }

    public static string KindOf(string topic) => topic[..Math.Max(0, topic.IndexOf(':', StringComparison.Ordinal))];

    /// <summary>Whether all who are there know of this number.</summary>
    public bool IsTold(long number)
    {
        lock (_listeners)
            return Told?.Number == number && _servedArrivals == _arrivals;
    }

    /// <returns>Lines of the same watcher that are more than stay open, the oldest; it is for the caller to end them.</returns>
    public IReadOnlyList<Listener> Add(Listener listener)
    {
        lock (_listeners)
        {
            listener.Place = _listeners.Count;
            listener.Arrival = _arrivals++;
            _listeners.Add(listener);
            // All of them: one that was ended a moment ago may not have left yet.
            return [.. _listeners.Where(l => l.Watcher == listener.Watcher).OrderByDescending(l => l.Arrival).Skip(LiveStream.LinesOfOneWatcher)];
        }
    }

    /// <summary>Whether nobody is left.</summary>
    public bool Remove(Listener listener)
    {
        lock (_listeners)
        {
            // The last one takes the place, so that leaving costs the same in a crowd.
            var moved = _listeners[^1];
            _listeners[listener.Place] = moved;
            moved.Place = listener.Place;
            _listeners.RemoveAt(_listeners.Count - 1);
            return _listeners.Count == 0;
        }
    }

    public IReadOnlyList<Listener> There()
    {
        lock (_listeners)
            return [.. _listeners];
    }

    /// <summary>
    /// Tells the number to whoever may follow, and cuts off the others. Whoever is there is gathered before <paramref name="ask"/> is called:
    /// asked before, the answer would not know somebody who came in meanwhile.
    /// </summary>
    public async Task TellAsync(long number, bool comment, Func<string, Task<IReadOnlySet<Guid>?>> ask)
    {
        int arrivals;
        IReadOnlyList<Listener> there;
        lock (_listeners)
            (there, arrivals) = ([.. _listeners], _arrivals);
        if (await ask(name) is not { } watchers)
        {
            Finish(there);
            return;
        }
        var said = Told?.Number == number ? Told : new LiveEvent(number);
        for (var i = 0; i < there.Count; i++)
        {
            Tell(there[i], watchers.Contains(there[i].Watcher), said, comment);
            if (i % AtOnce == AtOnce - 1)
                await Task.Yield();
        }
        (Told, _servedArrivals) = (said, arrivals);
    }

    static void Tell(Listener listener, bool may, LiveEvent said, bool comment)
    {
        if (!may)
        {
            listener.End();
            return;
        }
        listener.Offer(said);
        if (comment)
            listener.OfferComment();
    }

    public void Finish() => Finish(There());

    static void Finish(IReadOnlyList<Listener> there)
    {
        foreach (var listener in there)
            listener.Finish();
    }
}
