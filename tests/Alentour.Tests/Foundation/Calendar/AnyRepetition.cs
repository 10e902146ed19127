using Alentour.Foundation.Calendar;
using FsCheck;
using FsCheck.Fluent;

namespace Alentour.Tests.Foundation.Calendar;

/// <summary>Any repetition with any window of days, for properties that hold for all of them.</summary>
internal sealed record AnyRepetition(Repetition Repetition, DateOnly From, DateOnly To, int Cut)
{
    private static readonly DateOnly Start = new(1999, 11, 20);

    public DateOnly Middle => From.AddDays(Math.Clamp(Cut, 0, Math.Max(0, To.DayNumber - From.DayNumber)));

    public static Arbitrary<AnyRepetition> All()
    {
        var gen =
            from firstAfter in Gen.Choose(0, 12_000)
            from kind in Gen.Choose(-2, 9)
            from lasts in Gen.Frequency((1, Gen.Constant(-1)), (2, Gen.Choose(0, 3_000)))
            from fromAfter in Gen.Choose(-500, 4_000)
            from length in Gen.Choose(0, 900)
            from cut in Gen.Choose(0, 900)
            let first = Start.AddDays(firstAfter)
            let repetition = Make(first, kind, lasts)
            let from_ = repetition.FirstDay.AddDays(fromAfter)
            select new AnyRepetition(repetition, from_, from_.AddDays(length), cut);
        return gen.ToArbitrary();
    }

    /// <summary>What the rule says of one day, by looking at that day alone.</summary>
    public bool Obeys(DateOnly day)
    {
        var rule = Repetition;
        if (day < rule.FirstDay || day > rule.LastDay) return false;
        if (rule.IsOnce) return day == rule.FirstDay;
        if (day.DayOfWeek != rule.FirstDay.DayOfWeek) return false;
        if (rule.EveryWeeks > 0) return (day.DayNumber - rule.FirstDay.DayNumber) % (7 * rule.EveryWeeks) == 0;
        if (rule.NthInMonth == Repetition.LastInMonth) return day.AddDays(7).Month != day.Month;
        var earlierInMonth = Enumerable.Range(1, 4).Count(weeks => day.AddDays(-7 * weeks).Month == day.Month);
        return earlierInMonth == rule.NthInMonth - 1;
    }

    private static Repetition Make(DateOnly first, int kind, int lasts)
    {
        var last = lasts < 0 ? (DateOnly?)null : first.AddDays(lasts + 62);
        return kind switch
        {
            -2 => Repetition.LastWeekday(first, first.DayOfWeek, last),
            -1 => Repetition.Once(first),
            0 => Repetition.Weekly(first, 1, last),
            <= 4 => Repetition.NthWeekday(first, first.DayOfWeek, kind, last),
            _ => Repetition.Weekly(first, kind, last),
        };
    }
}
