namespace Alentour.Foundation.Calendar;

/// <summary>One change of the clocks of a zone.</summary>
/// <param name="Instant">When it takes effect.</param>
/// <param name="Before">Offset from UTC until then.</param>
/// <param name="After">Offset from UTC from then on.</param>
internal sealed record ZoneShift(DateTimeOffset Instant, TimeSpan Before, TimeSpan After, bool ToDaylight)
{
    private static readonly TimeSpan Stride = TimeSpan.FromDays(7);

    /// <summary>The wall time at which it takes effect, by the clock not yet changed (RFC 5545 part 3.6.5).</summary>
    public DateTime Onset { get; } = (Instant + Before).DateTime;

    /// <summary>
    /// Every change from the start of one year to the end of another. The clock itself is asked, week by week,
    /// because the adjustment rules of <see cref="TimeZoneInfo"/> are many on Linux, overlap, and leave out what the
    /// base offset does; no zone changes twice within a week.
    /// </summary>
    public static IEnumerable<ZoneShift> Between(int firstYear, int lastYear, TimeZoneInfo zone)
    {
        var end = new DateTimeOffset(lastYear + 1, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var earlier = new DateTimeOffset(firstYear, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (; earlier < end; earlier += Stride)
        {
            var later = earlier + Stride;
            if (IsSame(zone, earlier, later)) continue;
            var instant = FirstAfterShift(zone, earlier, later);
            yield return new(
                instant, zone.GetUtcOffset(earlier), zone.GetUtcOffset(instant), zone.IsDaylightSavingTime(instant));
        }
    }

    private static DateTimeOffset FirstAfterShift(TimeZoneInfo zone, DateTimeOffset earlier, DateTimeOffset later)
    {
        var start = earlier;
        var (low, high) = (0L, (long)(later - earlier).TotalMinutes);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (IsSame(zone, start, start.AddMinutes(middle))) low = middle;
            else high = middle;
        }
        return start.AddMinutes(high);
    }

    private static bool IsSame(TimeZoneInfo zone, DateTimeOffset one, DateTimeOffset other) =>
        zone.GetUtcOffset(one) == zone.GetUtcOffset(other);
}
