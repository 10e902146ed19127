using System.Diagnostics;
using System.Globalization;
using Alentour.Bench.Measuring;

namespace Alentour.Bench.Listening;

/// <summary>What it costs a server to tell a crowd that something changed. A delivery is a listener who knows of a change.</summary>
/// <param name="OneByOne">Deliveries for each second of processor that the server used, each change told to all before the next: a piece on each line.</param>
/// <param name="Rush">The same, changes without a pause: who is told of the newest knows of those before it.</param>
/// <param name="HeapBytes">Managed memory of the server for each listener.</param>
/// <param name="Waits">Milliseconds from a change to each hearing, one by one, in order of size.</param>
sealed record Told(double OneByOne, double Rush, double HeapBytes, IReadOnlyList<double> Waits)
{
    public double Wait(double share) => Waits[Math.Min(Waits.Count - 1, (int)(Waits.Count * share))];
}

/// <summary>Listeners, as many as no circle will ever have: the house beside plain Kestrel, in turns, so that a busy minute falls on both.</summary>
sealed class CrowdFigures(Child house, Child plain, Pace pace)
{
    public const string Name = "listeners";

    /// <summary>« ≥ 250,000 live deliveries a second a core, ≤ 12 KB heap a listener » (architecture.md part 12).</summary>
    public const double PerCoreGoal = 250_000;
    public const double HeapGoal = 12 * 1024;

    public const int Largest = 5_000;

    public static readonly IReadOnlyList<int> Sizes = [1_000, Largest];

    const int WarmUps = 60;
    const int Askers = 4;

    public async Task<(Told House, Told Plain)> RunAsync(int size)
    {
        using var atHouse = new Stand(house, size);
        using var atPlain = new Stand(plain, size);
        await atPlain.OpenAsync(pace);
        await atHouse.OpenAsync(pace);
        for (var round = 0; round < pace.Rounds; round++)
        {
            await atPlain.MeasureAsync(pace);
            await atHouse.MeasureAsync(pace);
        }
        return (atHouse.Told, atPlain.Told);
    }

    /// <summary>One crowd at one server.</summary>
    sealed class Stand(Child server, int size) : IDisposable
    {
        readonly HttpClient _asking = new(new SocketsHttpHandler()) { BaseAddress = server.Address, DefaultRequestHeaders = { { "Sec-Fetch-Site", "same-origin" } } };
        readonly List<double> _oneByOne = [];
        readonly List<double> _rush = [];
        readonly List<double> _waits = [];
        double _heap;
        Crowd? _crowd;

        public Told Told => new(Middle(_oneByOne), Middle(_rush), _heap, [.. _waits.Order()]);

        public async Task OpenAsync(Pace pace)
        {
            // A few come and go first, so that what is made once is not weighed.
            using (var few = await Crowd.OpenAsync(server.Address, 20))
                await few.ChangeAsync(_asking);
            var before = await HeapAsync();
            _crowd = await Crowd.OpenAsync(server.Address, size);
            var warming = Stopwatch.StartNew();
            for (var change = 0; change < WarmUps || warming.Elapsed < pace.WarmUp; change++)
                await _crowd.ChangeAsync(_asking);
            await _crowd.RushAsync(_asking, pace.WarmUp / 2, Askers);
            _heap = (await HeapAsync() - before) / size;
        }

        public async Task MeasureAsync(Pace pace)
        {
            var deliveries = 0L;
            var before = server.CpuMs;
            for (var clock = Stopwatch.StartNew(); clock.Elapsed < pace.Stretch * 2; deliveries += size)
                _waits.AddRange(await _crowd!.ChangeAsync(_asking));
            _oneByOne.Add(deliveries * 1000 / Math.Max(1, server.CpuMs - before));
            before = server.CpuMs;
            deliveries = size * await _crowd!.RushAsync(_asking, pace.Stretch, Askers);
            _rush.Add(deliveries * 1000 / Math.Max(1, server.CpuMs - before));
        }

        static double Middle(List<double> rounds) => rounds.Order().ElementAt(rounds.Count / 2);

        async Task<double> HeapAsync() => double.Parse(await _asking.GetStringAsync("/heap"), CultureInfo.InvariantCulture);

        public void Dispose()
        {
            _crowd?.Dispose();
            _asking.Dispose();
        }
    }
}
