namespace Alentour.Foundation.Calendar;

/// <summary>The rule for the last weekday of a month: "the last Friday", be it the fourth or the fifth.</summary>
public static class LastWeekdayOfMonth
{
    private const int DaysInWeek = 7;

    public static DateOnly Day(int year, int month, DayOfWeek weekday)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        var backToWeekday = ((int)last.DayOfWeek - (int)weekday + DaysInWeek) % DaysInWeek;
        return last.AddDays(-backToWeekday);
    }

    public static bool Is(DateOnly day) => day.Day + DaysInWeek > DateTime.DaysInMonth(day.Year, day.Month);
}
