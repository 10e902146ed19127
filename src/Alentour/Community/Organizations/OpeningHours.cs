namespace Alentour.Community.Organizations;

/// <summary>One stretch of a weekday when the door is open, by the wall clock of the house.</summary>
public sealed record OpeningHours(DayOfWeek Day, TimeOnly From, TimeOnly To);

/// <summary>The week of a house: is the door open, and if not, when next?</summary>
public static class OpeningWeek
{
    /// <summary>The stretch in which this wall-clock moment falls, or null.</summary>
    public static OpeningHours? OpenAt(this IEnumerable<OpeningHours> week, (DateOnly Day, TimeOnly Time) now) =>
        week.FirstOrDefault(h => h.Day == now.Day.DayOfWeek && h.From <= now.Time && now.Time < h.To);

    /// <summary>The next opening after this moment, within a week; null when the door never opens.</summary>
    public static (DateOnly Day, OpeningHours Hours)? NextAfter(this IReadOnlyCollection<OpeningHours> week, (DateOnly Day, TimeOnly Time) now)
    {
        for (var ahead = 0; ahead <= 7; ahead++)
        {
            var day = now.Day.AddDays(ahead);
            var next = week.Where(h => h.Day == day.DayOfWeek && (ahead > 0 || h.From > now.Time)).MinBy(h => h.From);
            if (next is not null)
                return (day, next);
        }
        return null;
    }
}
