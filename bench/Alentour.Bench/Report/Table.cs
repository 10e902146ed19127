using System.Globalization;
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
        var hello = figures.First(f => f.Key.Stand == Stand.Hello).Value;
        var raw = figures.First(f => f.Key.Stand == Stand.Raw).Value;
        foreach (var (title, part) in Parts(figures.Keys))
        {
            Head(title);
            foreach (var figure in part)
                Request(figure, figures[figure], figure.IsKept ? hello : raw);
        }
    }

    /// <summary>A figure that is no request: seconds, megabytes.</summary>
    /// <param name="beside">What helps to read it, in the column of limits.</param>
    public void Plain(string name, double value, double goal, string unit, string beside = "") =>
        Line(name, $"{Number(value)} {unit}", "", "", $"≤ {Number(goal)} {unit}, {Verdict(value, goal)}", beside, "");

    /// <summary>Three digits, as a reader of noise needs.</summary>
    public static string Number(double value) => value.ToString(value < 10 ? "0.00" : value < 100 ? "0.0" : "0", CultureInfo.InvariantCulture);

    static IEnumerable<(string Title, IEnumerable<Figure> Figures)> Parts(IEnumerable<Figure> figures) =>
    [
        ("Limits: CPU-ms a request", figures.Where(f => f.IsLimit)),
        ("Kept: the same address again, CPU-ms", figures.Where(f => f is { Stand: Stand.Small, IsKept: true })),
        ("Made: 2,000 meetings, CPU-ms", figures.Where(f => f is { Stand: Stand.Small, IsKept: false })),
        ("Made: 20,000 meetings, CPU-ms", figures.Where(f => f is { Stand: Stand.Large })),
    ];

    void Request(Figure figure, Measured measured, Measured limit)
    {
        double? goal = figure.IsLimit ? null : figure.IsKept ? Figure.TimesHello * limit.CpuMs : figure.CpuGoal;
        var told = goal is not { } most ? "" : $"≤ {Cpu(most)}{(figure.IsKept ? " (1.5 hello)" : "")}, {Verdict(measured.CpuMs, most)}";
        var beside = figure.IsLimit ? "" : $"{(figure.IsKept ? "hello" : "raw")} {Cpu(limit.CpuMs)}";
        Line(figure.Name, Cpu(measured.CpuMs), Wall(measured.Wait(0.5)), Wall(measured.Wait(0.99)), told, beside, figure.IsLimit ? "" : Ratio(measured.CpuMs / limit.CpuMs));
    }

    void Line(params string[] cells) => output.WriteLine(string.Format(CultureInfo.InvariantCulture, Row, cells).TrimEnd());

    static string Verdict(double value, double goal) => value <= goal ? "within" : "OVER";

    static string Cpu(double milliseconds) => milliseconds.ToString("0.000", CultureInfo.InvariantCulture);

    static string Wall(double milliseconds) => milliseconds.ToString("0.0", CultureInfo.InvariantCulture);

    static string Ratio(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture);
}
