using System.Diagnostics;
using System.Globalization;
using Alentour.Bench.Measuring;
using Alentour.Bench.Report;
using Alentour.Bench.Seed;

namespace Alentour.Bench;

/// <summary>One run, from the seed to the table.</summary>
sealed class Run(TheApp app, Asked asked, string folder)
{
    const int SmallMeetings = 2_000;
    const int LargeMeetings = 20_000;

    readonly Pace _pace = asked.Pace;
    readonly IReadOnlyList<Venue> _venues = new Chance().Venues(BenchFile.Places);
    readonly Table _table = new(Console.Out);
    readonly Stopwatch _clock = Stopwatch.StartNew();

    string Small => Path.Combine(folder, "small");

    string Large => Path.Combine(folder, "large");

    public async Task GoAsync()
    {
        var before = Machine.Busy;
        await LayAsync(Small, SmallMeetings);
        if (_pace.IsWhole)
            await LayAsync(Large, LargeMeetings);
        Step("Starting it again and again…");
        var starts = await Starts.RunAsync(app, Small, "/maison", _pace.Starts);
        Step("Asking…");
        var (figures, after) = await AskAsync();
        Tell(before);
        _table.Requests(figures);
        _table.Head("Start and memory");
        _table.Plain("start to the first page of the finder", Number(starts.Seconds) + " s", starts.Seconds, 1.0, "s", $"CPU {Number(starts.CpuSeconds)} s");
        _table.Plain("memory (PSS) at rest", Number(starts.RestMb) + " MB", starts.RestMb, 150, "MB");
        _table.Plain("memory (PSS) after load", Number(after) + " MB", after, 200, "MB");
    }

    async Task LayAsync(string where, int meetings)
    {
        if (File.Exists(BenchFile.In(where)))
            return;
        Step($"Laying {meetings:N0} meetings…");
        await BenchFile.LayAsync(app, where, meetings);
        // The first opening fills what the house keeps beside its tables; starts are measured on the next ones.
        await using var house = app.Serve(where);
        await house.AnswersAsync("/maison");
    }

    async Task<(IReadOnlyDictionary<Figure, Measured> Figures, double MemoryMb)> AskAsync()
    {
        await using var hello = Self("serve-hello", "{address}");
        await using var raw = Self("serve-raw", "{address}", BenchFile.In(Small));
        await using var small = app.Serve(Small);
        await using var large = _pace.IsWhole ? app.Serve(Large) : null;
        await hello.AnswersAsync("/");
        await raw.AnswersAsync("/");
        await small.AnswersAsync("/maison");
        await (large?.AnswersAsync("/maison") ?? Task.CompletedTask);
        var servers = new Dictionary<Stand, Child> { [Stand.Hello] = hello, [Stand.Raw] = raw, [Stand.Small] = small };
        if (large is not null)
            servers[Stand.Large] = large;
        using var rounds = new Rounds(servers, _pace);
        return (await rounds.RunAsync(Wanted()), small.PssMb);
    }

    IReadOnlyList<Figure> Wanted() =>
        [.. Figures.Of(_venues, _pace).Where(f => f.IsLimit || asked.Only is null || f.Name.Contains(asked.Only, StringComparison.OrdinalIgnoreCase))];

    Child Self(params string[] arguments) => Child.Start("dotnet", [typeof(Run).Assembly.Location, .. arguments], folder);

    void Tell(double busyBefore)
    {
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Alentour ({app.Told}), one process on SQLite, live, {BenchFile.Groups} groups, {BenchFile.Places} places; 8 connections, brotli."));
        Console.WriteLine(Machine.Told);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Load {busyBefore:0.0} before, {Machine.Busy:0.0} after, {_clock.Elapsed.TotalSeconds:0} s in all."));
        Console.WriteLine("On a shared machine times are noise: walls move many-fold, CPU by half; ratios of one run hold best. Nothing here fails on a time.");
    }

    void Step(string words) => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_clock.Elapsed.TotalSeconds,4:0} s  {words}"));

    static string Number(double number) => number.ToString(number < 10 ? "0.00" : "0", CultureInfo.InvariantCulture);
}
