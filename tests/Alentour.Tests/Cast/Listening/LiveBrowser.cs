using System.Net;
using System.Threading.Channels;

namespace Alentour.Tests.Cast.Listening;

/// <summary>An open page that follows something live. It does not come back by itself when its line is cut.</summary>
public sealed class LiveBrowser : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly CancellationTokenSource _leave = new();
    readonly Channel<HeardEvent> _heard = Channel.CreateUnbounded<HeardEvent>();
    readonly HttpResponseMessage _answer;
    readonly Task _reading;

    LiveBrowser(HttpResponseMessage answer)
    {
        _answer = answer;
        _reading = ReadAsync();
    }

    public EventReader Reader { get; } = new();

    public HttpStatusCode Status => _answer.StatusCode;

    public HttpResponseMessage Answer => _answer;

    /// <param name="seen">The last number that the page has seen, as a browser sends it when it comes back.</param>
    public static async Task<LiveBrowser> OpenAsync(HttpClient browser, string path, string? seen = null, string? cookie = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/event-stream");
        request.Headers.AcceptEncoding.ParseAdd("gzip, br");
        if (seen is not null)
            request.Headers.Add("Last-Event-ID", seen);
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        return new LiveBrowser(await browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).WaitAsync(Patience));
    }

    /// <summary>The next event.</summary>
    /// <exception cref="TimeoutException">None came in twenty seconds.</exception>
    /// <exception cref="ChannelClosedException">The line ended.</exception>
    public Task<HeardEvent> NextAsync() => _heard.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    /// <summary>Hears events until one says this number.</summary>
    public async Task UntilAsync(long number)
    {
        while ((await NextAsync()).Words != number.ToString(System.Globalization.CultureInfo.InvariantCulture))
            continue;
    }

    /// <summary>Whether an event has come that nobody asked for yet.</summary>
    public bool HasMore => _heard.Reader.Count > 0;

    /// <summary>Waits until the house ends the line.</summary>
    public Task EndedAsync() => _reading.WaitAsync(Patience);

    public bool IsEnded => _reading.IsCompleted;

    async Task ReadAsync()
    {
        var piece = new byte[4096];
        try
        {
            var stream = await _answer.Content.ReadAsStreamAsync(_leave.Token);
            while (await stream.ReadAsync(piece, _leave.Token) is > 0 and var length)
                foreach (var heard in Reader.Take(piece.AsSpan(0, length)))
                    _heard.Writer.TryWrite(heard);
        }
        catch (Exception cut) when (cut is IOException or OperationCanceledException or HttpRequestException)
        {
            // Broken off, by either side.
        }
        _heard.Writer.TryComplete();
    }

    public async ValueTask DisposeAsync()
    {
        await _leave.CancelAsync();
        _answer.Dispose();
        await _reading;
        _leave.Dispose();
    }
}
