namespace Alentour.Foundation.Calendar;

/// <summary>
/// Changes of the clocks that come back year after year by one rule: "the second Sunday of March at 2 h".
/// A rule that a government changed makes two of these, one after the other.
/// </summary>
internal sealed class YearlyShift
{
    private const int DaysInWeek = 7;
    private readonly List<ZoneShift> _shifts;

    private YearlyShift(ZoneShift first) => _shifts = [first];

    public ZoneShift First => _shifts[0];

    private ZoneShift Last => _shifts[^1];

    /// <summary>Groups changes, given in order, into as few rules as they allow.</summary>
    public static IReadOnlyList<YearlyShift> Group(IEnumerable<ZoneShift> shifts)
    {
        var groups = new List<YearlyShift>();
        foreach (var shift in shifts)
        {
            if (!groups.Any(group => group.Take(shift))) groups.Add(new(shift));
        }
        return groups;
    }

    /// <summary>
    /// The rule as RFC 5545 text; null for a change that came once. It has an end unless it still holds in
    /// <paramref name="lastYear"/>, the last one looked at.
    /// </summary>
    public string? Rule(int lastYear)
    {
        if (_shifts.Count == 1) return null;
        var rule = $"FREQ=YEARLY;BYMONTH={First.Onset.Month};{DayRule(_shifts)}";
        return GoesOn(lastYear) ? rule : $"{rule};UNTIL={CalendarText.Instant(Last.Instant)}";
    }

    /// <summary>Zones whose changes follow the moon (Morocco) look regular for two or three years, never for five.</summary>
    private bool GoesOn(int lastYear) => Last.Onset.Year == lastYear && _shifts.Count >= 5;

    private bool Take(ZoneShift next)
    {
        var isAlike = next.Onset.Year == Last.Onset.Year + 1
            && next.Onset.Month == First.Onset.Month
            && next.Onset.DayOfWeek == First.Onset.DayOfWeek
            && next.Onset.TimeOfDay == First.Onset.TimeOfDay
            && (next.Before, next.After, next.ToDaylight) == (First.Before, First.After, First.ToDaylight);
        if (!isAlike || DayRule([.. _shifts, next]) is null) return false;
        _shifts.Add(next);
        return true;
    }

    /// <summary>The nth weekday, else the last one, else "the Friday from the 23rd to the 29th"; null when none fits all.</summary>
    private static string? DayRule(IReadOnlyCollection<ZoneShift> shifts)
    {
        var days = shifts.Select(shift => DateOnly.FromDateTime(shift.Onset)).ToList();
        var weekday = days[0].DayOfWeek.ToString()[..2].ToUpperInvariant();
        var nth = NthWeekdayOfMonth.PlaceOf(days[0]);
        if (nth <= 4 && days.All(day => NthWeekdayOfMonth.PlaceOf(day) == nth)) return $"BYDAY={nth}{weekday}";
        if (days.All(LastWeekdayOfMonth.Is)) return $"BYDAY=-1{weekday}";
        var (from, to) = (days.Min(day => day.Day), days.Max(day => day.Day));
        if (to - from >= DaysInWeek) return null;
        var week = Enumerable.Range(from, to - from + 1);
        return $"BYMONTHDAY={string.Join(',', week)};BYDAY={weekday}";
    }
}
