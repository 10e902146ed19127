using System.Globalization;
using Alentour.Foundation.Web;

namespace Alentour.Foundation.Live;

/// <summary>An open line to a browser, on which it hears that it should look again (server-sent events).</summary>
public sealed class LiveStream(Listeners listeners, IEnumerable<ILiveAudience> audiences)
{
    /// <summary>How many lines of one watcher to one topic stay open at a node, the newest: some windows, and those of a phone that lost its network without a word.</summary>
    public const int LinesOfOneWatcher = 8;

    /// <summary>
    /// Serves the events of a topic until the browser leaves, the watcher may no longer follow, or the topic is over; then the last one is
    /// <c>event: fin</c>. A browser that comes back with <c>Last-Event-ID</c> is told the present number at once if it is another. Whether the
    /// watcher may come at all is for the endpoint to see first. Returns when the line is open; it goes on when the endpoint has returned.
    /// </summary>
    /// <exception cref="InvalidOperationException">The endpoint is not marked <see cref="Streamed"/>, or nobody answers for this kind of topic.</exception>
    public async Task ServeAsync(HttpContext context, string topic, Guid watcher)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<Streamed>() is null)
            throw new InvalidOperationException("An endpoint that streams is marked Streamed: else its answer is held back to be weighed.");
        if (!audiences.Any(a => a.Kind == HeardTopic.KindOf(topic)))
            throw new InvalidOperationException($"No ILiveAudience answers for {topic}.");
        var seen = Seen(context.Request);
        Open(context.Response);
        await context.Response.BodyWriter.WriteAsync(LiveEvent.Retry());
        context.Features.Set<IGoesOn>(new OpenLine(listeners, topic, new Listener(context, watcher, seen)));
    }

    static void Open(HttpResponse answer)
    {
        answer.ContentType = "text/event-stream";
        answer.Headers.CacheControl = "no-store";
        // nginx would gather some kilobytes first.
        answer.Headers["X-Accel-Buffering"] = "no";
    }

    static long Seen(HttpRequest request) =>
        long.TryParse(request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    sealed class OpenLine(Listeners listeners, string topic, Listener listener) : IGoesOn
    {
        public async Task GoOnAsync()
        {
            listeners.Add(topic, listener);
            try
            {
                using var left = listener.WhenLeft();
                await listener.Over;
            }
            finally
            {
                listeners.Remove(topic, listener);
            }
        }
    }
}
