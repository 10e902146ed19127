namespace Alentour.Practices.CrisisHelp;

public enum OpeningKind
{
    /// <summary>No source gives the hours.</summary>
    Unknown,
    Always,
    Weekly,
}

/// <summary>One stretch of a week on the wall clock of Quebec. <see cref="Until"/> not after <see cref="From"/> means that it runs past midnight.</summary>
public sealed record OpenStretch(DayOfWeek Day, TimeOnly From, TimeOnly Until)
{
    public bool RunsPastMidnight => Until <= From;

    internal bool Covers(DayOfWeek day, TimeOnly time)
    {
        if (day == Day && time >= From && (RunsPastMidnight || time < Until))
            return true;
        return RunsPastMidnight && day == (DayOfWeek)(((int)Day + 1) % 7) && time < Until;
    }
}

/// <summary>
/// When a line answers. The wall clock is what people and lines live by: on the night the clocks go back,
/// a line open until 1 h 30 answers through both of its half past one.
/// </summary>
public sealed record OpeningHours(OpeningKind Kind, IReadOnlyList<OpenStretch> Week)
{
    public static readonly OpeningHours Unknown = new(OpeningKind.Unknown, []);
    public static readonly OpeningHours Always = new(OpeningKind.Always, []);

    public static OpeningHours Weekly(params IReadOnlyList<OpenStretch> week) => new(OpeningKind.Weekly, week);

    /// <summary>Whether the line answers at this time of the wall clock; null when nobody knows.</summary>
    public bool? AnswersAt(DateTime wallClock) => Kind switch
    {
        OpeningKind.Unknown => null,
        OpeningKind.Always => true,
        _ => Week.Any(s => s.Covers(wallClock.DayOfWeek, TimeOnly.FromDateTime(wallClock))),
    };

    /// <summary>The next beginning of a stretch after this time of the wall clock; null for a line with no weekly hours.</summary>
    public DateTime? NextOpening(DateTime wallClock) => Week
        .Select(s => wallClock.Date.AddDays(((int)s.Day - (int)wallClock.DayOfWeek + 7) % 7) + s.From.ToTimeSpan())
        .Select(start => start <= wallClock ? start.AddDays(7) : start)
        .Select(start => (DateTime?)start)
        .Min();
}
