namespace Alentour.Foundation.Calendar;

/// <summary>The VEVENT of a series, and one more for each date that takes place otherwise.</summary>
internal static class EventLines
{
    public static void Write(CalendarLines lines, CalendarEvent calendarEvent, TimeZoneInfo zone)
    {
        var moved = calendarEvent.Moved
            .Where(occurrence => !calendarEvent.CancelledDays.Contains(occurrence.PlannedDay)
                && calendarEvent.Repetition.Contains(occurrence.PlannedDay))
            .DistinctBy(occurrence => occurrence.PlannedDay)
            .OrderBy(occurrence => occurrence.PlannedDay);
        if (calendarEvent.Repetition.IsOnce)
            WriteOnce(lines, calendarEvent, moved.SingleOrDefault(), zone);
        else
            WriteSeries(lines, calendarEvent, moved, zone);
    }

    /// <summary>Without a series there is no date to take out of it: the event itself is cancelled or moved.</summary>
    private static void WriteOnce(CalendarLines lines, CalendarEvent calendarEvent, MovedOccurrence? moved, TimeZoneInfo zone)
    {
        var planned = AsPlanned(calendarEvent);
        lines.Begin("VEVENT");
        WriteWhatAndWhen(lines, calendarEvent, moved ?? planned, zone);
        if (calendarEvent.CancelledDays.Contains(planned.Day)) lines.Add("STATUS", "CANCELLED");
        lines.End("VEVENT");
    }

    private static void WriteSeries(
        CalendarLines lines, CalendarEvent calendarEvent, IEnumerable<MovedOccurrence> moved, TimeZoneInfo zone)
    {
        lines.Begin("VEVENT");
        WriteWhatAndWhen(lines, calendarEvent, AsPlanned(calendarEvent), zone);
        lines.Add("RRULE", calendarEvent.Repetition.Rule(calendarEvent.StartTime, zone)!);
        foreach (var day in calendarEvent.CancelledDays.Where(calendarEvent.Repetition.Contains).Distinct().Order())
            WriteWallTime(lines, "EXDATE", day, calendarEvent.StartTime, zone);
        lines.End("VEVENT");

        foreach (var occurrence in moved)
        {
            lines.Begin("VEVENT");
            WriteWhatAndWhen(lines, calendarEvent, occurrence, zone);
            WriteWallTime(lines, "RECURRENCE-ID", occurrence.PlannedDay, calendarEvent.StartTime, zone);
            lines.End("VEVENT");
        }
    }

    private static void WriteWhatAndWhen(
        CalendarLines lines, CalendarEvent calendarEvent, MovedOccurrence occurrence, TimeZoneInfo zone)
    {
        lines.AddWords("UID", calendarEvent.Uid);
        lines.Add("DTSTAMP", CalendarText.Instant(calendarEvent.Stamp));
        lines.Add("LAST-MODIFIED", CalendarText.Instant(calendarEvent.Stamp));
        lines.Add("SEQUENCE", CalendarText.Number(calendarEvent.Sequence));
        lines.AddWords("SUMMARY", calendarEvent.Summary);
        lines.AddWords("DESCRIPTION", calendarEvent.Description);
        lines.AddWords("LOCATION", occurrence.Location ?? calendarEvent.Location);
        if (calendarEvent.Url is { } url) lines.Add("URL", url.AbsoluteUri);
        WriteWallTime(lines, "DTSTART", occurrence.Day, occurrence.StartTime ?? calendarEvent.StartTime, zone);
        lines.Add("DURATION", CalendarText.Length(occurrence.Duration ?? calendarEvent.Duration));
    }

    private static void WriteWallTime(CalendarLines lines, string name, DateOnly day, TimeOnly time, TimeZoneInfo zone) =>
        lines.Add($"{name};TZID={zone.Id}", CalendarText.WallTime(day, time));

    private static MovedOccurrence AsPlanned(CalendarEvent calendarEvent) => new()
    {
        PlannedDay = calendarEvent.Repetition.FirstDay,
        Day = calendarEvent.Repetition.FirstDay,
    };
}
