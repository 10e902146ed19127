using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace Alentour.Journeys.Frame;

/// <summary>What crosses the wire until the load event, counted by the browser itself: compressed bodies and headers.</summary>
public sealed class Traffic : IAsyncDisposable
{
    readonly ConcurrentDictionary<string, string> _asked = new();
    readonly ICDPSession _browser;
    long _bytes;
    volatile bool _loaded;

    Traffic(ICDPSession browser) => _browser = browser;

    /// <summary>Paths asked before the load event.</summary>
    public IReadOnlyCollection<string> BeforeLoad => [.. _asked.Values];

    public long BytesBeforeLoad => Interlocked.Read(ref _bytes);

    public static async Task<Traffic> ListenAsync(Walk walk)
    {
        var traffic = new Traffic(await walk.Context.NewCDPSessionAsync(walk.Page));
        traffic.On("Network.requestWillBeSent", e =>
        {
            if (!traffic._loaded)
                traffic._asked[e.GetProperty("requestId").GetString()!] = new Uri(e.GetProperty("request").GetProperty("url").GetString()!).PathAndQuery;
        });
        traffic.On("Network.loadingFinished", e =>
        {
            if (traffic._asked.ContainsKey(e.GetProperty("requestId").GetString()!))
                Interlocked.Add(ref traffic._bytes, (long)e.GetProperty("encodedDataLength").GetDouble());
        });
        traffic.On("Page.loadEventFired", _ => traffic._loaded = true);
        await traffic._browser.SendAsync("Network.enable");
        await traffic._browser.SendAsync("Page.enable");
        return traffic;
    }

    public async ValueTask DisposeAsync() => await _browser.DetachAsync();

    void On(string name, Action<JsonElement> what) => _browser.Event(name).OnEvent += (_, e) => what(e!.Value);
}
