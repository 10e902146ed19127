using System.Diagnostics;
using System.Globalization;
using System.Net;
using Alentour.Bench.Measuring;

namespace Alentour.Bench.Circling;

/// <summary>What SQLite itself counted of one request.</summary>
/// <param name="Written">Rows written by table; a row written twice counts twice.</param>
sealed record Counted(int Questions, int RowsRead, IReadOnlyDictionary<string, int> Written)
{
    public int RowsWritten => Written.Values.Sum();

    public static Counted Read(string told)
    {
        var words = told.Split(' ');
        return new Counted(int.Parse(words[0], CultureInfo.InvariantCulture), int.Parse(words[1], CultureInfo.InvariantCulture),
            words.Skip(2).Select(w => w.Split('=')).ToDictionary(w => w[0], w => int.Parse(w[1], CultureInfo.InvariantCulture)));
    }
}

/// <summary>An act of a circle, whichever: the processor it took, each wait by what was pressed.</summary>
sealed record Acts(Measured All, IReadOnlyDictionary<string, IReadOnlyList<double>> Waits);

/// <param name="Commits">A durable commit of so many rows.</param>
/// <param name="PageGzip">The weight of the page of a seat as an old browser takes it, in bytes.</param>
sealed record MeasuredActs(Acts House, Measured Commits, int Rows, int PageGzip);

/// <summary>Acts in an open circle of eight, one after the other as turns are; and beside them a durable commit of as many rows.</summary>
sealed class CircleFigures(Child house, Child raw, Evening evening, Pace pace) : IDisposable
{
    /// <summary>« A durable act (POST, counted in the table afterwards) ≤ 3 » (architecture.md part 12).</summary>
    public const double ActGoal = 3;

    public static readonly string[] Presses = ["parler", "fini", "passer", "etape"];

    /// <summary>As many times each is counted: in between the house looks by itself at what is due, and the usual one is taken.</summary>
    const int Times = 9;

    readonly HttpClient _house = Browser(house);
    readonly HttpClient _raw = Browser(raw);

    /// <param name="counts">What was counted of each press: the commit beside them writes as many rows as taking a turn.</param>
    public async Task<MeasuredActs> RunAsync(IReadOnlyDictionary<string, Counted> counts)
    {
        var rows = counts[Presses[0]].RowsWritten;
        await ActAsync(pace.WarmUp, pace.LeastWarmUp);
        await CommitAsync(rows, pace.WarmUp, pace.LeastWarmUp);
        var (acts, commits) = (new List<Acts>(), new List<Measured>());
        for (var round = 0; round < pace.Rounds; round++)
        {
            commits.Add(await CommitAsync(rows, pace.Stretch, pace.Least));
            acts.Add(await ActAsync(pace.Stretch, pace.Least));
        }
        var waits = Presses.ToDictionary(p => p, p => (IReadOnlyList<double>)[.. acts.SelectMany(a => a.Waits[p]).Order()]);
        return new MeasuredActs(new Acts(Middle([.. acts.Select(a => a.All)]), waits), Middle(commits), rows, await GzipAsync());
    }

    /// <summary>Each press, and the page of a seat, as SQLite counts them.</summary>
    public static async Task<IReadOnlyDictionary<string, Counted>> CountAsync(Child counted, Evening evening)
    {
        using var browser = Browser(counted);
        var told = new Dictionary<string, List<Counted>>();
        // The fourth press, a new round, comes once in a dozen.
        while (told.Count <= Presses.Length || told.Values.Any(t => t.Count < Times))
        {
            var where = evening.Where();
            await OnceAsync(evening.Next(where).Press, evening.Press(where), HttpStatusCode.SeeOther);
            await OnceAsync("", new Request(evening.Path, Evening.Cookie(1)), HttpStatusCode.OK);
        }
        return told.ToDictionary(t => t.Key, t => t.Value.OrderBy(c => c.Questions).ThenBy(c => c.RowsWritten).ElementAt(t.Value.Count / 2));

        async Task OnceAsync(string what, Request request, HttpStatusCode expected)
        {
            await browser.GetStringAsync("/counted");
            await AskAsync(browser, request, expected);
            if (!told.TryGetValue(what, out var list))
                told[what] = list = [];
            list.Add(Counted.Read(await browser.GetStringAsync("/counted")));
        }
    }

    async Task<int> GzipAsync()
    {
        using var request = new Request(evening.Path, Evening.Cookie(1)).ToMessage();
        request.Headers.AcceptEncoding.Clear();
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        using var answer = await _house.SendAsync(request);
        return answer.Content.Headers.ContentEncoding.Contains("gzip") ? (await answer.Content.ReadAsByteArrayAsync()).Length : throw new InvalidOperationException("The page of the circle was not compressed.");
    }

    async Task<Acts> ActAsync(TimeSpan time, int least)
    {
        var waits = Presses.ToDictionary(p => p, _ => new List<double>());
        var all = await StretchAsync(house, time, least, async () =>
        {
            // What is read here is read by the bench, not by the house.
            var where = evening.Where();
            var request = evening.Press(where);
            var asked = Stopwatch.GetTimestamp();
            await AskAsync(_house, request, HttpStatusCode.SeeOther);
            var wait = Stopwatch.GetElapsedTime(asked).TotalMilliseconds;
            waits[evening.Next(where).Press].Add(wait);
            return wait;
        });
        return new Acts(all, waits.ToDictionary(w => w.Key, w => (IReadOnlyList<double>)w.Value));
    }

    Task<Measured> CommitAsync(int rows, TimeSpan time, int least) => StretchAsync(raw, time, least, async () =>
    {
        var asked = Stopwatch.GetTimestamp();
        await AskAsync(_raw, new Request($"/tour?rows={rows}", Form: new Dictionary<string, string> { ["geste"] = "parler" }), HttpStatusCode.OK);
        return Stopwatch.GetElapsedTime(asked).TotalMilliseconds;
    });

    static async Task<Measured> StretchAsync(Child server, TimeSpan time, int least, Func<Task<double>> once)
    {
        var waits = new List<double>();
        var before = server.CpuMs;
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < time || waits.Count < least;)
            waits.Add(await once());
        return new Measured((server.CpuMs - before) / waits.Count, [.. waits.Order()], 0);
    }

    static async Task AskAsync(HttpClient browser, Request request, HttpStatusCode expected)
    {
        using var message = request.ToMessage();
        using var answer = await browser.SendAsync(message);
        await answer.Content.ReadAsByteArrayAsync();
        if (answer.StatusCode != expected)
            throw new InvalidOperationException($"{request.Path} answered {(int)answer.StatusCode} to {string.Join(' ', request.Form ?? new Dictionary<string, string>())}.");
    }

    static Measured Middle(IReadOnlyList<Measured> rounds) =>
        rounds.OrderBy(r => r.CpuMs).ElementAt(rounds.Count / 2) with { Waits = [.. rounds.SelectMany(r => r.Waits).Order()] };

    static HttpClient Browser(Child server) => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = server.Address };

    public void Dispose()
    {
        _house.Dispose();
        _raw.Dispose();
    }
}
