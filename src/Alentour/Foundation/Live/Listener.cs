using System.IO.Pipelines;

namespace Alentour.Foundation.Live;

/// <summary>
/// One open line to one browser. What it is offered is written at once if the line is free; else it waits, and the newest takes the place of
/// what waited, so that a slow phone holds nobody up and keeps nothing in memory.
/// </summary>
/// <param name="last">The number of the last event that the browser has seen; -1 for none.</param>
sealed class Listener(HttpContext line, Guid watcher, long last)
{
    readonly PipeWriter _writer = line.Response.BodyWriter;
    readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    ReadOnlyMemory<byte> _next;
    long _last = last;
    bool _isWriting;
    bool _isEnding;

    public Guid Watcher => watcher;

    /// <summary>Where it stands among the listeners of its topic.</summary>
    public int Place { get; set; }

    /// <summary>How many came to its topic before it.</summary>
    public int Arrival { get; set; }

    /// <summary>Done when nothing more will be written, by anybody.</summary>
    public Task Over => _over.Task;

    /// <summary>Ends when the browser leaves.</summary>
    public CancellationTokenRegistration WhenLeft() => line.RequestAborted.UnsafeRegister(static state => ((Listener)state!).End(), this);

    public void Offer(LiveEvent said)
    {
        lock (_over)
        {
            if (_isEnding || _last == said.Number)
                return;
            _last = said.Number;
            if (!Takes(said.Bytes))
                return;
        }
        _ = WriteAsync();
    }

    public void OfferComment()
    {
        lock (_over)
            if (_isEnding || _isWriting || !Takes(LiveEvent.Here))
                return;
        _ = WriteAsync();
    }

    /// <summary>Says that the topic is over, and ends the line.</summary>
    public void Finish()
    {
        lock (_over)
        {
            if (_isEnding)
                return;
            _isEnding = true;
            if (!Takes(LiveEvent.End))
                return;
        }
        _ = WriteAsync();
    }

    /// <summary>Ends the line without a word. One that does not take what it was sent is broken off.</summary>
    public void End()
    {
        lock (_over)
        {
            _isEnding = true;
            _next = default;
            if (!_isWriting)
            {
                _over.TrySetResult();
                return;
            }
        }
        line.Abort();
    }

    /// <summary>Whether the line was free, and whoever asks must write now.</summary>
    bool Takes(ReadOnlyMemory<byte> bytes)
    {
        _next = bytes;
        return !_isWriting && (_isWriting = true);
    }

    async Task WriteAsync()
    {
        try
        {
            while (Take() is { IsEmpty: false } bytes)
                if ((await _writer.WriteAsync(bytes)).IsCompleted)
                    Leave();
        }
        catch (Exception)
        {
            // Whatever it is, nobody reads at the other end any more.
            Leave();
            Take();
        }
    }

    void Leave()
    {
        lock (_over)
            (_isEnding, _next) = (true, default);
    }

    ReadOnlyMemory<byte> Take()
    {
        lock (_over)
        {
            var bytes = _next;
            _next = default;
            if (!bytes.IsEmpty)
                return bytes;
            _isWriting = false;
            if (_isEnding)
                _over.TrySetResult();
            return bytes;
        }
    }
}
