namespace Alentour.Bench.Measuring;

/// <summary>Which server answers.</summary>
enum Stand
{
    /// <summary>Plain Kestrel.</summary>
    Hello,

    /// <summary>Hand-written HTML.</summary>
    Raw,

    /// <summary>The house with 2,000 meetings.</summary>
    Small,

    /// <summary>The house with 20,000.</summary>
    Large,
}

/// <summary>One line of the table.</summary>
/// <param name="Path">The address of the nth request. A kept page is asked at one address; a made one never twice at the same.</param>
/// <param name="IsKept">Whether the output cache answers, so that hello is its limit; else the hand-written page is.</param>
/// <param name="CpuGoal">Milliseconds of processor a request; null when the goal is a multiple of hello, or none is set.</param>
sealed record Figure(string Name, Stand Stand, Func<long, string> Path, bool IsKept, double? CpuGoal = null)
{
    /// <summary>A kept page may cost this many times a plain hello (architecture.md part 12).</summary>
    public const double TimesHello = 1.5;

    public bool IsLimit => Stand is Stand.Hello or Stand.Raw;
}
