using System.Diagnostics;
using System.Globalization;
using Alentour.Bench.Circling;
using Alentour.Bench.Listening;
using Alentour.Bench.Measuring;
using Alentour.Bench.Report;
using Alentour.Bench.Seed;

namespace Alentour.Bench;

/// <summary>One run, from the seed to the table.</summary>
sealed class Run(TheApp app, Asked asked, string folder)
{
    const string FirstPage = "/groupes";

    readonly Pace _pace = asked.Pace;
    readonly IReadOnlyList<Venue> _venues = new Chance().Venues(BenchFile.Places);
    readonly Table _table = new(Console.Out);
    readonly Stopwatch _clock = Stopwatch.StartNew();
    readonly BenchFile _small = new(Path.Combine(folder, "2000"), 2_000, 4);
    readonly BenchFile _large = new(Path.Combine(folder, "20000"), 20_000, 4);

    // Every meeting a group of its own: as many rows to search.
    readonly BenchFile _huge = new(Path.Combine(folder, "100000"), 100_000, 1);

    Evening? _evening;
    MeasuredActs? _acts;

    public async Task GoAsync()
    {
        if (asked.Only is CrowdFigures.Name)
        {
            await ListenAsync();
            return;
        }
        var before = Machine.Busy;
        foreach (var file in _pace.IsWhole ? new[] { _small, _large, _huge } : [_small])
            await LayAsync(file);
        var counts = IsCircleWanted ? await CountAsync() : null;
        Step("Starting it again and again…");
        var starts = await Starts.RunAsync(app, _small.Folder, FirstPage, _pace.Starts);
        Step("Asking…");
        var (figures, after, counted) = await AskAsync(counts);
        var near = _pace.IsWhole ? await AskHugeAsync() : null;
        Tell(before);
        _table.Requests(figures);
        foreach (var (figure, acknowledged, rows) in counted)
            _table.Counted(figure, acknowledged, rows);
        if (counts is not null)
            CircleTable.Write(_table, _acts!, counts, figures);
        _table.Head("Start, memory, and 100,000 rows");
        _table.Plain("start to the first page of the finder", starts.Seconds, 1.0, "s", $"CPU {Table.Number(starts.CpuSeconds)} s");
        _table.Plain("memory (PSS) at rest", starts.RestMb, 150, "MB");
        _table.Plain("memory (PSS) after load", after, 200, "MB");
        if (near is not null)
            _table.Plain("words within 10 km, p95, one by one", near.Wait(0.95), 20, "ms", $"p50 {Table.Number(near.Wait(0.5))} ms");
        if (asked.Only is null)
            await ListenAsync();
    }

    bool IsCircleWanted => asked.Only is null || MembersFigures.CirclePage.Contains(asked.Only, StringComparison.OrdinalIgnoreCase);

    async Task TakeTurnsAsync(Child house, Child raw, IReadOnlyDictionary<string, Counted> counts)
    {
        Step("Taking turns…");
        using var circle = new CircleFigures(house, raw, _evening!, _pace);
        _acts = await circle.RunAsync(counts);
    }

    /// <summary>The evening is opened by the doors of a house that counts; the one that is timed finds it there.</summary>
    async Task<IReadOnlyDictionary<string, Counted>> CountAsync()
    {
        Step("Opening a circle, and counting…");
        await using var counted = Child.Start("dotnet", [typeof(Run).Assembly.Location, "serve-counted", "{address}"], _small.Folder, TheApp.Settings(_small.Folder));
        await counted.AnswersAsync("/healthz");
        _evening = await Evening.OpenAsync(counted.Address, _small.Database);
        return await CircleFigures.CountAsync(counted, _evening);
    }

    async Task ListenAsync()
    {
        var home = Directory.CreateDirectory(Path.Combine(folder, "live")).FullName;
        await using var plain = Self("serve-plain-lines", "{address}");
        await using var house = Child.Start("dotnet", [typeof(Run).Assembly.Location, "serve-live", "{address}"], home,
            ("Alentour__Mode", "live"), ("Alentour__Database", "sqlite:" + Path.Combine(home, "live.db")), ("Alentour__DataFolder", home), ("DOTNET_ENVIRONMENT", "Production"));
        await plain.AnswersAsync("/");
        await house.AnswersAsync("/healthz");
        var crowds = new CrowdFigures(house, plain, _pace);
        foreach (var size in CrowdFigures.Sizes)
        {
            Step(string.Create(CultureInfo.InvariantCulture, $"Telling {size:N0} listeners…"));
            var (told, limit) = await crowds.RunAsync(size);
            _table.Listeners(size, told, limit);
        }
    }

    async Task LayAsync(BenchFile file)
    {
        if (File.Exists(file.Database))
            return;
        Step(string.Create(CultureInfo.InvariantCulture, $"Laying {file.Meetings:N0} meetings…"));
        await file.LayAsync(app);
        // The first opening brings in the resources of the seeds; starts are measured on the next ones.
        await using var house = app.Serve(file.Folder);
        await house.AnswersAsync(FirstPage);
    }

    async Task<(IReadOnlyDictionary<Figure, Measured> Figures, double MemoryMb, IReadOnlyList<(string Name, long Acknowledged, long Rows)> Counted)> AskAsync(IReadOnlyDictionary<string, Counted>? counts)
    {
        await using var hello = Self("serve-hello", "{address}");
        await using var raw = Self("serve-raw", "{address}", _small.Database, Path.Combine(folder, "raw-acts.db"));
        await using var small = app.Serve(_small.Folder);
        await using var large = _pace.IsWhole ? app.Serve(_large.Folder) : null;
        await hello.AnswersAsync("/");
        await raw.AnswersAsync("/");
        await small.AnswersAsync(FirstPage);
        await MembersFigures.ReadDatesAsync(small.Address);
        await (large?.AnswersAsync(FirstPage) ?? Task.CompletedTask);
        var servers = new Dictionary<Stand, Child> { [Stand.Hello] = hello, [Stand.Raw] = raw, [Stand.Small] = small };
        if (large is not null)
            servers[Stand.Large] = large;
        using var rounds = new Rounds(servers, _pace);
        var wanted = Wanted();
        var before = wanted.Select(f => f.Rows).OfType<string>().ToDictionary(t => t, _small.RowsOf);
        var figures = await rounds.RunAsync(wanted);
        var memory = small.PssMb;
        if (counts is not null)
            await TakeTurnsAsync(small, raw, counts);
        return (figures, memory, [.. rounds.Acknowledged.Where(a => a.Key.Rows is not null).Select(a => (a.Key.Name, a.Value, _small.RowsOf(a.Key.Rows!) - before[a.Key.Rows!]))]);
    }

    async Task<Measured> AskHugeAsync()
    {
        Step("Asking among 100,000 rows…");
        await using var huge = app.Serve(_huge.Folder);
        await huge.AnswersAsync(FirstPage);
        using var alone = new Load(connections: 1);
        var search = Figures.WordNear(_venues);
        await alone.RunAsync(huge, search, 0, _pace.WarmUp, _pace.LeastWarmUp);
        return await alone.RunAsync(huge, search, 1_000_000, _pace.Stretch, 500);
    }

    IReadOnlyList<Figure> Wanted() =>
        [.. Figures.Of(_venues, _pace).Concat(_evening is { } evening ? MembersFigures.OfCircle(evening.Path) : []).Where(f => f.IsLimit || asked.Only is null || f.Name.Contains(asked.Only, StringComparison.OrdinalIgnoreCase))];

    Child Self(params string[] arguments) => Child.Start("dotnet", [typeof(Run).Assembly.Location, .. arguments], folder);

    void Tell(double busyBefore)
    {
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Alentour ({app.Told}), one process on SQLite, live, {BenchFile.Groups} groups, {BenchFile.Places} places; 8 connections, brotli."));
        Console.WriteLine(Machine.Told);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Load {busyBefore:0.0} before, {Machine.Busy:0.0} after, {_clock.Elapsed.TotalSeconds:0} s in all."));
        Console.WriteLine("On a shared machine times are noise: walls move many-fold, CPU by half or more; ratios of one run hold best. Nothing here fails on a time.");
    }

    void Step(string words) => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_clock.Elapsed.TotalSeconds,4:0} s  {words}"));
}
