using Alentour.Foundation.Clock;

namespace Alentour.Foundation.Calendar;

/// <summary>
/// On which days something comes back: once, every n weeks, the nth weekday of the month
/// (<see cref="NthWeekdayOfMonth"/>) or the last one (<see cref="LastWeekdayOfMonth"/>). The weekday is
/// always that of the first day. Days only: hours and zones belong to whoever holds the repetition.
/// Four columns store it: FirstDay, EveryWeeks, NthInMonth, LastDay.
/// </summary>
public sealed record Repetition
{
    /// <summary>The value of <see cref="NthInMonth"/> for the last weekday of the month.</summary>
    public const int LastInMonth = -1;

    private const int MostWeeks = 52;
    private const int DaysInWeek = 7;
    private const int MonthsInYear = 12;

    /// <param name="firstDay">The first day; it must itself obey the rule.</param>
    /// <param name="everyWeeks">1 to 52, or 0 when the rule is not weekly.</param>
    /// <param name="nthInMonth">1 to 4, <see cref="LastInMonth"/>, or 0 when the rule is not monthly.</param>
    /// <param name="lastDay">No day comes after this one; null when it goes on.</param>
    /// <exception cref="ArgumentException">The four values do not make a rule; the message says why.</exception>
    public Repetition(DateOnly firstDay, int everyWeeks, int nthInMonth, DateOnly? lastDay)
    {
        RefuseWhatIsNoRule(firstDay, everyWeeks, nthInMonth, lastDay);
        (FirstDay, EveryWeeks, NthInMonth, LastDay) = (firstDay, everyWeeks, nthInMonth, lastDay);
    }

    public DateOnly FirstDay { get; private init; }

    public int EveryWeeks { get; private init; }

    public int NthInMonth { get; private init; }

    public DateOnly? LastDay { get; private init; }

    public DayOfWeek Weekday => FirstDay.DayOfWeek;

    public bool IsOnce => EveryWeeks == 0 && NthInMonth == 0;

    public static Repetition Once(DateOnly day) => new(day, 0, 0, null);

    public static Repetition Weekly(DateOnly firstDay, int everyWeeks = 1, DateOnly? lastDay = null) =>
        new(firstDay, RefuseZero(everyWeeks, nameof(everyWeeks)), 0, lastDay);

    /// <summary>The nth weekday of each month, from the first such day that is not before <paramref name="from"/>.</summary>
    public static Repetition NthWeekday(DateOnly from, DayOfWeek weekday, int nth, DateOnly? lastDay = null)
    {
        var day = NthWeekdayOfMonth.Day(from.Year, from.Month, weekday, nth);
        var next = from.AddMonths(1);
        var first = day >= from ? day : NthWeekdayOfMonth.Day(next.Year, next.Month, weekday, nth);
        return new(first, 0, nth, lastDay);
    }

    /// <summary>The last weekday of each month, from the first such day that is not before <paramref name="from"/>.</summary>
    public static Repetition LastWeekday(DateOnly from, DayOfWeek weekday, DateOnly? lastDay = null)
    {
        var day = LastWeekdayOfMonth.Day(from.Year, from.Month, weekday);
        var next = from.AddMonths(1);
        return new(day >= from ? day : LastWeekdayOfMonth.Day(next.Year, next.Month, weekday), 0, LastInMonth, lastDay);
    }

    /// <summary>The days from one day to another, both included, in order; no work is done for days outside.</summary>
    public IEnumerable<DateOnly> Days(DateOnly from, DateOnly to)
    {
        var start = from < FirstDay ? FirstDay : from;
        var end = LastDay is { } last && last < to ? last : to;
        if (IsOnce) return start == FirstDay && FirstDay <= end ? [FirstDay] : [];
        return EveryWeeks > 0 ? WeeklyDays(start, end) : MonthlyDays(start, end);
    }

    /// <summary>The first day that is not before <paramref name="from"/>; null when there is none.</summary>
    public DateOnly? Next(DateOnly from)
    {
        foreach (var day in Days(from, DateOnly.MaxValue)) return day;
        return null;
    }

    public bool Contains(DateOnly day) => Next(day) == day;

    /// <summary>The rule as RFC 5545 text for something that lasts the whole day; null when it happens once.</summary>
    public string? Rule() => RuleUntil(LastDay is { } last ? CalendarText.Day(last) : null);

    /// <summary>
    /// The rule as RFC 5545 text for something that starts at this wall time: beside a start in a time zone,
    /// UNTIL must be an instant in UTC (part 3.3.10). Null when it happens once.
    /// </summary>
    public string? Rule(TimeOnly start, TimeZoneInfo zone) =>
        RuleUntil(LastDay is { } last ? CalendarText.Instant(WallClock.ToInstant(last, start, zone)) : null);

    private string? RuleUntil(string? until)
    {
        if (IsOnce) return null;
        var weekday = Weekday.ToString()[..2].ToUpperInvariant();
        var interval = EveryWeeks > 1 ? $";INTERVAL={EveryWeeks}" : "";
        var rule = EveryWeeks > 0 ? $"FREQ=WEEKLY{interval};BYDAY={weekday}" : $"FREQ=MONTHLY;BYDAY={NthInMonth}{weekday}";
        return until is null ? rule : $"{rule};UNTIL={until}";
    }

    private IEnumerable<DateOnly> WeeklyDays(DateOnly start, DateOnly end)
    {
        var step = DaysInWeek * EveryWeeks;
        var rounds = (start.DayNumber - FirstDay.DayNumber + step - 1) / step;
        for (var day = FirstDay.DayNumber + rounds * step; day <= end.DayNumber; day += step)
            yield return DateOnly.FromDayNumber(day);
    }

    private IEnumerable<DateOnly> MonthlyDays(DateOnly start, DateOnly end)
    {
        for (var month = MonthNumber(start); month <= MonthNumber(end); month++)
        {
            var day = DayOfMonth(month / MonthsInYear, month % MonthsInYear + 1, Weekday, NthInMonth);
            if (day > end) yield break;
            if (day >= start) yield return day;
        }
    }

    private static int MonthNumber(DateOnly day) => day.Year * MonthsInYear + day.Month - 1;

    private static DateOnly DayOfMonth(int year, int month, DayOfWeek weekday, int nth) => nth == LastInMonth
        ? LastWeekdayOfMonth.Day(year, month, weekday)
        : NthWeekdayOfMonth.Day(year, month, weekday, nth);

    private static int RefuseZero(int everyWeeks, string name) => everyWeeks != 0
        ? everyWeeks
        : throw new ArgumentOutOfRangeException(name, everyWeeks, "A weekly repetition comes back every 1 to 52 weeks.");

    private static void RefuseWhatIsNoRule(DateOnly firstDay, int everyWeeks, int nthInMonth, DateOnly? lastDay)
    {
        if (everyWeeks is < 0 or > MostWeeks)
            throw new ArgumentOutOfRangeException(nameof(everyWeeks), everyWeeks, "Every 1 to 52 weeks, or 0 when the rule is not weekly.");
        if (nthInMonth is < LastInMonth or > 4)
            throw new ArgumentOutOfRangeException(nameof(nthInMonth), nthInMonth, "1 to 4, -1 for the last, or 0 when the rule is not monthly.");
        if (everyWeeks != 0 && nthInMonth != 0)
            throw new ArgumentException("A repetition is weekly or monthly, not both.", nameof(nthInMonth));
        if (lastDay < firstDay)
            throw new ArgumentException($"The last day, {lastDay:yyyy-MM-dd}, is before the first, {firstDay:yyyy-MM-dd}.", nameof(lastDay));
        if (nthInMonth == 0) return;
        var expected = DayOfMonth(firstDay.Year, firstDay.Month, firstDay.DayOfWeek, nthInMonth);
        if (expected != firstDay)
            throw new ArgumentException($"The first day, {firstDay:yyyy-MM-dd}, does not obey its rule: that month it is {expected:yyyy-MM-dd}.", nameof(firstDay));
    }
}
