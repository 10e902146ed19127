using System.Globalization;
using Alentour.Bench.Measuring;
using Alentour.Bench.Report;

namespace Alentour.Bench.Circling;

/// <summary>What is told of a circle: its acts beside a durable commit of as many rows, and what SQLite counted of each.</summary>
static class CircleTable
{
    static readonly IReadOnlyDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["parler"] = "taking the turn",
        ["fini"] = "giving it back",
        ["passer"] = "passing",
        ["etape"] = "a new round of eight",
        [""] = "the page of a seat",
    };

    public static void Write(Table table, MeasuredActs acts, IReadOnlyDictionary<string, Counted> counts, IReadOnlyDictionary<Figure, Measured> figures)
    {
        table.Head("A circle of eight: acts one by one, CPU-ms");
        table.Act($"durable commit of {acts.Rows} rows", acts.Commits, null, null);
        table.Act("an act: turn taken, given back, passed", acts.House.All, CircleFigures.ActGoal, acts.Commits);
        foreach (var press in CircleFigures.Presses)
            table.Wait("  " + Names[press], acts.House.Waits[press]);
        foreach (var (what, name) in Names)
            table.Said($"{name}: {Told(counts[what])}.");
        if (figures.FirstOrDefault(f => f.Key.Name == MembersFigures.CirclePage) is { Value: { } page })
            table.Said(string.Create(CultureInfo.InvariantCulture, $"{Names[""]}: {page.Bytes:N0} bytes brotli, {acts.PageGzip:N0} gzip."));
    }

    static string Told(Counted counted)
    {
        var rows = counted.RowsWritten == 0 ? "none" : string.Create(CultureInfo.InvariantCulture, $"{counted.RowsWritten} ({string.Join(", ", counted.Written.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => $"{w.Key} {w.Value}"))})");
        return string.Create(CultureInfo.InvariantCulture, $"{counted.Questions} questions, {counted.RowsRead} rows read, rows written {rows}");
    }
}
