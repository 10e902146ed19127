namespace Alentour.Foundation.Clock;

/// <summary>
/// From the hour on the wall of a place to the instant everywhere, and back. A meeting at 19 h stays at
/// 19 h when clocks change, so what is stored is the wall time; the instant is computed when needed.
/// Both odd cases follow RFC 5545 part 3.3.5, so that a calendar feed and a page never differ.
/// </summary>
public static class WallClock
{
    private static readonly TimeSpan OneDay = TimeSpan.FromDays(1);

    /// <summary>
    /// The instant, in UTC, at which the clocks of <paramref name="zone"/> show this day and time.
    /// A time skipped in spring moves forward by the gap (02:30 becomes 03:30); a time that comes twice in
    /// autumn is the first one.
    /// </summary>
    public static DateTimeOffset ToInstant(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var asIfUtc = new DateTimeOffset(day.ToDateTime(time), TimeSpan.Zero);
        var before = zone.GetUtcOffset(asIfUtc - OneDay);
        var after = zone.GetUtcOffset(asIfUtc + OneDay);
        var withOffsetBefore = asIfUtc - before;
        var withOffsetAfter = asIfUtc - after;

        // Asked in this order, a time that comes twice gives the first one.
        if (zone.GetUtcOffset(withOffsetBefore) == before) return withOffsetBefore;
        if (zone.GetUtcOffset(withOffsetAfter) == after) return withOffsetAfter;
        return withOffsetBefore;
    }

    /// <summary>The day and time that the clocks of <paramref name="zone"/> show at this instant.</summary>
    public static (DateOnly Day, TimeOnly Time) ToLocal(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone).DateTime;
        return (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }
}
