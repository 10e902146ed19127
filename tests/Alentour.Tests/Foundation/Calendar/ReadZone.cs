using System.Globalization;
using Alentour.Foundation.Calendar;

namespace Alentour.Tests.Foundation.Calendar;

/// <summary>What a reader makes of a VTIMEZONE, day by day and knowing nothing of how it was written.</summary>
internal sealed class ReadZone
{
    private const int LastYearRead = 2037;
    private readonly List<(DateTime Utc, TimeSpan Offset)> _changes = [];

    public ReadZone(ReadCalendar calendar)
    {
        foreach (var part in calendar.Components("STANDARD").Concat(calendar.Components("DAYLIGHT")))
        {
            var from = Offset(ReadCalendar.Value(part, "TZOFFSETFROM")!);
            var to = Offset(ReadCalendar.Value(part, "TZOFFSETTO")!);
            _changes.AddRange(Onsets(part, from).Select(onset => (onset - from, to)));
        }
        _changes.Sort();
    }

    public TimeSpan OffsetAt(DateTimeOffset instant) => _changes.FindLast(change => change.Utc <= instant.UtcDateTime).Offset;

    private static IEnumerable<DateTime> Onsets(string[] part, TimeSpan from)
    {
        var first = Time(ReadCalendar.Value(part, "DTSTART")!);
        yield return first;
        if (ReadCalendar.Value(part, "RRULE") is not { } text) yield break;
        var rule = text.Split(';').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        var last = rule.TryGetValue("UNTIL", out var until) ? Time(until.TrimEnd('Z')) + from : new DateTime(LastYearRead, 12, 31);
        for (var day = first.AddDays(1); day <= last; day = day.AddDays(1))
            if (Obeys(DateOnly.FromDateTime(day), rule)) yield return day;
    }

    private static bool Obeys(DateOnly day, Dictionary<string, string> rule)
    {
        if (day.Month != int.Parse(rule["BYMONTH"], CultureInfo.InvariantCulture)) return false;
        var byDay = rule["BYDAY"];
        if (!day.DayOfWeek.ToString().StartsWith(byDay[^2..], StringComparison.OrdinalIgnoreCase)) return false;
        if (rule.TryGetValue("BYMONTHDAY", out var days)) return days.Split(',').Contains($"{day.Day}");
        return byDay[..^2] == "-1" ? LastWeekdayOfMonth.Is(day) : byDay[..^2] == $"{(day.Day + 6) / 7}";
    }

    private static DateTime Time(string text) => DateTime.ParseExact(text, "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    private static TimeSpan Offset(string text) => TimeSpan.ParseExact(text[1..], "hhmm", CultureInfo.InvariantCulture) * (text[0] == '-' ? -1 : 1);
}
