using System.Diagnostics;

namespace Alentour.Bench.Measuring;

/// <summary>From nothing to the first page of the finder.</summary>
/// <param name="Seconds">Wall, median.</param>
/// <param name="CpuSeconds">Processor, median.</param>
/// <param name="RestMb">Memory two seconds after that first page, of the last start.</param>
sealed record Starts(double Seconds, double CpuSeconds, double RestMb)
{
    static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    public static async Task<Starts> RunAsync(TheApp app, string folder, string page, int times)
    {
        var walls = new List<double>();
        var processors = new List<double>();
        var memory = 0.0;
        for (var start = 0; start < times; start++)
        {
            var clock = Stopwatch.StartNew();
            await using var house = app.Serve(folder);
            await house.AnswersAsync(page);
            walls.Add(clock.Elapsed.TotalSeconds);
            processors.Add(house.CpuMs / 1000);
            if (start < times - 1)
                continue;
            await Task.Delay(Rest);
            memory = house.PssMb;
        }
        return new Starts(walls.Order().ElementAt(times / 2), processors.Order().ElementAt(times / 2), memory);
    }
}
