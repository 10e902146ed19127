namespace Alentour.Bench.Measuring;

/// <summary>
/// Asks every figure in turn, several times over, so that a busy minute of the machine falls on all of them;
/// keeps the round whose processor time is the median.
/// </summary>
sealed class Rounds(IReadOnlyDictionary<Stand, Child> servers, Pace pace) : IDisposable
{
    const int Connections = 8;
    const long Apart = 1_000_000;

    // What takes a third of a second: enough to warm up, enough to count.
    const int SlowWarmUp = 2;
    const int SlowLeast = 6;

    readonly Load _load = new(Connections);
    readonly Dictionary<Figure, long> _acknowledged = [];
    long _stretch;

    /// <summary>How often each figure was answered as it should be, warm-up and all.</summary>
    public IReadOnlyDictionary<Figure, long> Acknowledged => _acknowledged;

    public async Task<IReadOnlyDictionary<Figure, Measured>> RunAsync(IReadOnlyList<Figure> figures)
    {
        figures = [.. figures.Where(f => Exists(f))];
        foreach (var figure in figures)
            await AskAsync(figure, pace.WarmUp, figure.IsSlow ? SlowWarmUp : pace.LeastWarmUp);
        var rounds = figures.ToDictionary(f => f, _ => new List<Measured>());
        for (var round = 0; round < pace.Rounds; round++)
            foreach (var figure in figures)
                rounds[figure].Add(await AskAsync(figure, pace.Stretch, figure.IsSlow ? SlowLeast : pace.Least));
        return rounds.ToDictionary(r => r.Key, r => Middle(r.Value));
    }

    // Pages come one by one while the house is being built.
    bool Exists(Figure figure)
    {
        using var client = new HttpClient { BaseAddress = servers[figure.Stand].Address };
        using var request = (figure.Ask(0) with { Form = null }).ToMessage();
        return client.SendAsync(request).Result.StatusCode != System.Net.HttpStatusCode.NotFound;
    }

    public void Dispose() => _load.Dispose();

    async Task<Measured> AskAsync(Figure figure, TimeSpan time, int least)
    {
        var measured = await _load.RunAsync(servers[figure.Stand], figure, _stretch++ * Apart, time, least);
        _acknowledged[figure] = _acknowledged.GetValueOrDefault(figure) + measured.Waits.Count;
        return measured;
    }

    static Measured Middle(IReadOnlyList<Measured> rounds) =>
        rounds.OrderBy(r => r.CpuMs).ElementAt(rounds.Count / 2) with { Waits = [.. rounds.SelectMany(r => r.Waits).Order()] };
}
