namespace Alentour.Bench.Measuring;

/// <summary>How long a run takes its time.</summary>
/// <param name="LeastWarmUp">Fewest requests that warm a figure up: below some hundred, the compiler's work is what one measures.</param>
/// <param name="Least">Fewest requests of a stretch, however slow they are.</param>
/// <param name="IsWhole">Whether the files of 20,000 meetings and of 100,000 rows are measured too.</param>
sealed record Pace(TimeSpan WarmUp, int LeastWarmUp, TimeSpan Stretch, int Rounds, int Least, int Starts, bool IsWhole)
{
    public static readonly Pace Whole = new(TimeSpan.FromSeconds(2), 600, TimeSpan.FromSeconds(1.2), 3, 300, 5, true);

    /// <summary>About a minute: enough to see whether a change made something twice as slow.</summary>
    public static readonly Pace Quick = new(TimeSpan.FromSeconds(0.7), 300, TimeSpan.FromSeconds(0.35), 3, 100, 3, false);
}
