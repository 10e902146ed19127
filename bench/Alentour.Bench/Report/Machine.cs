using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Alentour.Bench.Report;

/// <summary>On what the figures were measured, and how busy it was.</summary>
static class Machine
{
    public static string Told =>
        $"{Environment.ProcessorCount} cores ({Model}), {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, SDK {Sdk()}";

    /// <summary>How many programs wanted a core, on average, in the last minute.</summary>
    public static double Busy => double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);

    static string Model =>
        File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();

    static string Sdk()
    {
        using var dotnet = Process.Start(new ProcessStartInfo("dotnet", "--version") { RedirectStandardOutput = true })!;
        return dotnet.StandardOutput.ReadToEnd().Trim();
    }
}
