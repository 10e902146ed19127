using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Alentour.Journeys.Frame;

/// <summary>
/// What went wrong under a journey without stopping it: errors of the console (violations of the content security policy are among them),
/// scripts that threw, requests to another site, requests that failed, answers of 400 and more.
/// </summary>
public sealed class Complaints(Uri house)
{
    readonly ConcurrentQueue<string> _all = new();
    readonly ConcurrentDictionary<string, int> _expected = new();
    string? _weather;

    public IReadOnlyCollection<string> All => _all;

    /// <summary>While true, a request that finds no network is part of the story.</summary>
    public bool IsOffline { get; set; }

    /// <summary>This address answers this status, and that is what the journey is about.</summary>
    public void Expect(string path, int status) => _expected[path] = status;

    /// <summary>The one other site a journey may reach: where the quick exit leads.</summary>
    public void ExpectWeather(Uri address) => _weather = address.GetLeftPart(UriPartial.Authority);

    internal void ListenTo(IBrowserContext context)
    {
        context.Console += (_, message) =>
        {
            // An answer of 400 and more is told by its own event, with its address.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                Add($"console: {message.Text} ({message.Location})");
        };
        context.WebError += (_, error) => Add($"script: {error.Error}");
        context.Request += (_, request) => Check(request);
        context.RequestFailed += (_, request) => Check(request, request.Failure);
        context.Response += (_, response) => Check(response);
    }

    void Check(IRequest request)
    {
        var address = new Uri(request.Url);
        if (address.Scheme is "http" or "https" && address.Authority != house.Authority && address.GetLeftPart(UriPartial.Authority) != _weather)
            Add($"another site was asked: {request.Url}");
    }

    void Check(IRequest request, string? failure)
    {
        // A download or a page left before its end aborts by itself.
        if (!IsOffline && failure != "net::ERR_ABORTED")
            Add($"failed: {request.Url} ({failure})");
    }

    void Check(IResponse response)
    {
        var address = new Uri(response.Url);
        if (response.Status >= 400 && !(_expected.TryGetValue(address.PathAndQuery, out var status) && status == response.Status))
            Add($"answered {response.Status}: {response.Url}");
    }

    void Add(string complaint) => _all.Enqueue(complaint);
}
