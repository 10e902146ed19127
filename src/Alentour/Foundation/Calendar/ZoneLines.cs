using System.Collections.Concurrent;

namespace Alentour.Foundation.Calendar;

/// <summary>The VTIMEZONE of a feed: the clock changes of its zone from before its first event.</summary>
internal static class ZoneLines
{
    /// <summary>28 years bring every date on every weekday, so that a rule seen for longer is the rule.</summary>
    private const int YearsLookedAhead = 30;

    private const int YearOfAnEmptyFeed = 2020;

    /// <summary>Finding the changes asks the clock some three thousand times: over a millisecond, the same at each feed.</summary>
    private static readonly ConcurrentDictionary<(TimeZoneInfo Zone, int FirstYear, int LastYear), IReadOnlyList<YearlyShift>> Known = new();

    public static void Write(CalendarLines lines, CalendarFeed feed)
    {
        var firstYear = Math.Max(2, FirstYear(feed) - 1);
        var lastYear = Math.Min(9998, LastKnownYear(feed, firstYear) + YearsLookedAhead);
        var changes = Known.GetOrAdd((feed.Zone, firstYear, lastYear), static years =>
            YearlyShift.Group(ZoneShift.Between(years.FirstYear, years.LastYear, years.Zone)));

        lines.Begin("VTIMEZONE");
        lines.Add("TZID", feed.Zone.Id);
        if (changes.Count == 0 || changes[0].First.Onset.Year > firstYear) WriteStart(lines, firstYear, feed.Zone);
        foreach (var yearly in changes)
            WritePart(lines, yearly.First, yearly.Rule(lastYear));
        lines.End("VTIMEZONE");
    }

    private static int FirstYear(CalendarFeed feed) => feed.Events
        .SelectMany(calendarEvent => calendarEvent.Moved.Select(moved => moved.Day)
            .Append(calendarEvent.Repetition.FirstDay))
        .Select(day => day.Year)
        .DefaultIfEmpty(YearOfAnEmptyFeed)
        .Min();

    /// <summary>A series that began long ago must still be read by the rules of when it was last written.</summary>
    private static int LastKnownYear(CalendarFeed feed, int firstYear) => feed.Events
        .Select(calendarEvent => calendarEvent.Stamp.Year)
        .Append(firstYear)
        .Max();

    /// <summary>What the clock shows until its first change, or always.</summary>
    private static void WriteStart(CalendarLines lines, int firstYear, TimeZoneInfo zone)
    {
        var start = new DateTimeOffset(firstYear, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var offset = zone.GetUtcOffset(start);
        WritePart(lines, new(start - offset, offset, offset, ToDaylight: false), rule: null);
    }

    private static void WritePart(CalendarLines lines, ZoneShift shift, string? rule)
    {
        var kind = shift.ToDaylight ? "DAYLIGHT" : "STANDARD";
        lines.Begin(kind);
        lines.Add("DTSTART", CalendarText.WallTime(DateOnly.FromDateTime(shift.Onset), TimeOnly.FromDateTime(shift.Onset)));
        lines.Add("TZOFFSETFROM", CalendarText.Offset(shift.Before));
        lines.Add("TZOFFSETTO", CalendarText.Offset(shift.After));
        if (rule is not null) lines.Add("RRULE", rule);
        lines.End(kind);
    }
}
