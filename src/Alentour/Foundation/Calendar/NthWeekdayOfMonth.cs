namespace Alentour.Foundation.Calendar;

/// <summary>The rule for the first, second, third or fourth weekday of a month: "the second Tuesday".</summary>
public static class NthWeekdayOfMonth
{
    private const int DaysInWeek = 7;

    /// <param name="nth">1 to 4; a month need not have a fifth.</param>
    public static DateOnly Day(int year, int month, DayOfWeek weekday, int nth)
    {
        if (nth is < 1 or > 4)
            throw new ArgumentOutOfRangeException(nameof(nth), nth, "Every month has a 1st to a 4th of each weekday only.");
        var first = new DateOnly(year, month, 1);
        var toWeekday = ((int)weekday - (int)first.DayOfWeek + DaysInWeek) % DaysInWeek;
        return first.AddDays(toWeekday + DaysInWeek * (nth - 1));
    }

    /// <summary>1 for the first such weekday of its month, up to 5.</summary>
    public static int PlaceOf(DateOnly day) => (day.Day - 1) / DaysInWeek + 1;
}
