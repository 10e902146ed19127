using System.Globalization;
using Alentour.Bench.Listening;
using Alentour.Bench.Measuring;

namespace Alentour.Bench.Report;

/// <summary>Figures in columns, each beside its goal and its limit.</summary>
sealed class Table(TextWriter output)
{
    const string Row = "  {0,-42} {1,9} {2,8} {3,8}   {4,-26} {5,-16} {6,6}";

    public void Head(string title)
    {
        output.WriteLine();
        Line(title, "measured", "p50 ms", "p99 ms", "goal", "limit", "ratio");
        output.WriteLine(new string('-', 125));
    }

    public void Requests(IReadOnlyDictionary<Figure, Measured> figures)
    {
        var limits = figures.Where(f => f.Key.IsLimit).ToDictionary(f => f.Key.Name, f => f.Value);
        foreach (var (title, part) in Parts(figures.Keys))
        {
            Head(title);
            foreach (var figure in part)
                Request(figure, figures[figure], figure.Beside is { } beside ? limits[beside] : null);
        }
    }

    /// <summary>A figure that is no request: seconds, megabytes.</summary>
    /// <param name="beside">What helps to read it, in the column of limits.</param>
    public void Plain(string name, double value, double goal, string unit, string beside = "") =>
        Line(name, $"{Number(value)} {unit}", "", "", $"≤ {Number(goal)} {unit}, {Verdict(value, goal)}", beside, "");

    /// <summary>Requests that come one after the other.</summary>
    /// <param name="goal">Milliseconds of processor; null for a limit.</param>
    public void Act(string name, Measured measured, double? goal, Measured? limit) =>
        Line(name, Cpu(measured.CpuMs), Wall(measured.Wait(0.5)), Wall(measured.Wait(0.99)), goal is { } most ? $"≤ {Cpu(most)}, {Verdict(measured.CpuMs, most)}" : "",
            limit is null ? "" : $"raw {Cpu(limit.CpuMs)}", limit is null ? "" : Ratio(measured.CpuMs / limit.CpuMs));

    /// <summary>How long was waited for some of them, in order of size.</summary>
    public void Wait(string name, IReadOnlyList<double> waits) => Line(name, "", Wall(waits[waits.Count / 2]), Wall(waits[Math.Min(waits.Count - 1, (int)(waits.Count * 0.99))]), "", "", "");

    public void Said(string sentence) => output.WriteLine("  " + sentence);

    /// <summary>What it costs to tell a crowd, beside plain Kestrel with as many lines.</summary>
    public void Listeners(int size, Told told, Told limit)
    {
        Head(string.Create(CultureInfo.InvariantCulture, $"{size:N0} listeners of one topic"));
        Line("deliveries a second a core, one by one", Many(told.OneByOne), Wall(told.Wait(0.5)), Wall(told.Wait(0.99)), "", $"plain {Many(limit.OneByOne)}", Ratio(told.OneByOne / limit.OneByOne));
        Line("the same, plain Kestrel", Many(limit.OneByOne), Wall(limit.Wait(0.5)), Wall(limit.Wait(0.99)), "", "", "");
        Line("deliveries, changes without a pause", Many(told.Rush), "", "", $"≥ {Many(CrowdFigures.PerCoreGoal)}, {(told.Rush >= CrowdFigures.PerCoreGoal ? "within" : "UNDER")}",
            $"plain {Many(limit.Rush)}", Ratio(told.Rush / limit.Rush));
        Line("heap a listener", $"{Number(told.HeapBytes / 1024)} KB", "", "", $"≤ {Number(CrowdFigures.HeapGoal / 1024)} KB, {Verdict(told.HeapBytes, CrowdFigures.HeapGoal)}",
            $"plain {Number(limit.HeapBytes / 1024)} KB", Ratio(told.HeapBytes / limit.HeapBytes));
    }

    /// <summary>Three digits, as a reader of noise needs.</summary>
    public static string Number(double value) => value.ToString(value < 10 ? "0.00" : value < 100 ? "0.0" : "0", CultureInfo.InvariantCulture);

    static IEnumerable<(string Title, IEnumerable<Figure> Figures)> Parts(IEnumerable<Figure> figures) =>
    [
        ("Limits: CPU-ms a request", figures.Where(f => f.IsLimit)),
        ("Kept: the same address again, CPU-ms", figures.Where(f => f is { Stand: Stand.Small, IsKept: true })),
        ("Made: 2,000 meetings, CPU-ms", figures.Where(f => f is { Stand: Stand.Small, IsKept: false, Beside: Figures.Raw })),
        ("Signed in, and acts, CPU-ms", figures.Where(f => f is { Stand: Stand.Small, IsKept: false, Beside: not Figures.Raw })),
        ("Made: 20,000 meetings, CPU-ms", figures.Where(f => f is { Stand: Stand.Large })),
    ];

    void Request(Figure figure, Measured measured, Measured? limit)
    {
        var goals = new[] { figure.CpuGoal, figure.Times * limit?.CpuMs }.OfType<double>().ToList();
        var times = figure.Times is { } t ? string.Create(CultureInfo.InvariantCulture, $" ({t:0.#} limits)") : "";
        var told = limit is null || goals.Count == 0 ? "" : $"≤ {Cpu(goals.Min())}{times}, {Verdict(measured.CpuMs, goals.Min())}";
        var beside = limit is null ? "" : $"{(figure.IsKept ? "hello" : "raw")} {Cpu(limit.CpuMs)}";
        Line(figure.Name, Cpu(measured.CpuMs), Wall(measured.Wait(0.5)), Wall(measured.Wait(0.99)), told, beside, limit is null ? "" : Ratio(measured.CpuMs / limit.CpuMs));
    }

    /// <summary>Whether every acknowledged act stands in its table.</summary>
    public void Counted(string name, long acknowledged, long rows) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name}: {acknowledged} acknowledged, {rows} rows in the table afterwards, {(acknowledged == rows ? "equal" : "NOT EQUAL")}."));

    void Line(params string[] cells) => output.WriteLine(string.Format(CultureInfo.InvariantCulture, Row, cells).TrimEnd());

    static string Verdict(double value, double goal) => value <= goal ? "within" : "OVER";

    static string Many(double number) => number.ToString("N0", CultureInfo.InvariantCulture);

    static string Cpu(double milliseconds) => milliseconds.ToString("0.000", CultureInfo.InvariantCulture);

    static string Wall(double milliseconds) => milliseconds.ToString("0.0", CultureInfo.InvariantCulture);

    static string Ratio(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture);
}
