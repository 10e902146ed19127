using System.Collections.Concurrent;
using System.Diagnostics;

namespace Alentour.Bench.Measuring;

/// <summary>What a stretch of requests cost.</summary>
/// <param name="CpuMs">Processor time of the server for one request, in milliseconds.</param>
/// <param name="Waits">Wall milliseconds of each request, in order of size.</param>
/// <param name="Bytes">Mean weight of one answer as sent.</param>
sealed record Measured(double CpuMs, IReadOnlyList<double> Waits, double Bytes)
{
    public double Wait(double share) => Waits[Math.Min(Waits.Count - 1, (int)(Waits.Count * share))];
}

/// <summary>A small load client: some connections that each ask again as soon as they are answered.</summary>
sealed class Load(int connections) : IDisposable
{
    readonly SocketsHttpHandler _handler = new() { MaxConnectionsPerServer = connections, AllowAutoRedirect = false, UseCookies = false };

    /// <summary>Asks for as long as <paramref name="time"/>, and at least <paramref name="least"/> times.</summary>
    /// <param name="first">The number of the first request; no two stretches share one.</param>
    /// <exception cref="InvalidOperationException">An answer was not the expected one.</exception>
    public async Task<Measured> RunAsync(Child server, Figure figure, long first, TimeSpan time, int least)
    {
        using var client = new HttpClient(_handler, disposeHandler: false) { BaseAddress = server.Address };
        var waits = new ConcurrentBag<double>();
        long next = first - 1, bytes = 0;
        var before = server.CpuMs;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(AskAsync)));
        return new Measured((server.CpuMs - before) / waits.Count, [.. waits.Order()], bytes / (double)waits.Count);

        async Task AskAsync()
        {
            while (clock.Elapsed < time || waits.Count < least)
            {
                using var request = figure.Ask(Interlocked.Increment(ref next)).ToMessage();
                var asked = Stopwatch.GetTimestamp();
                using var answer = await client.SendAsync(request);
                Interlocked.Add(ref bytes, (await answer.Content.ReadAsByteArrayAsync()).Length);
                waits.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
                if (answer.StatusCode != figure.Expected)
                    throw new InvalidOperationException($"{server.Address} answered {(int)answer.StatusCode} to {request.Method} {request.RequestUri}:\n{server.Said}");
            }
        }
    }

    public void Dispose() => _handler.Dispose();
}
