using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Alentour.Foundation.Calendar;

/// <summary>Writes a feed as iCalendar text (RFC 5545, names of RFC 7986), to be sent as UTF-8 "text/calendar".</summary>
public static partial class CalendarWriter
{
    public const string ContentType = "text/calendar; charset=utf-8";

    /// <summary>How often a reader should ask again: a meeting cancelled this morning must be seen tonight.</summary>
    private const string AskAgainEvery = "PT4H";

    /// <returns>The same text for the same feed; the clock is not read.</returns>
    /// <exception cref="ArgumentException">The feed cannot be read alike by all; the message says why.</exception>
    public static string Write(CalendarFeed feed)
    {
        RefuseWhatCannotBeRead(feed);
        var lines = new CalendarLines();
        lines.Begin("VCALENDAR");
        lines.Add("VERSION", "2.0");
        lines.AddWords("PRODID", feed.ProductId);
        lines.Add("CALSCALE", "GREGORIAN");
        lines.AddWords("NAME", feed.Name);
        lines.AddWords("X-WR-CALNAME", feed.Name);
        lines.Add("X-WR-TIMEZONE", feed.Zone.Id);
        lines.Add("REFRESH-INTERVAL;VALUE=DURATION", AskAgainEvery);
        lines.Add("X-PUBLISHED-TTL", AskAgainEvery);
        ZoneLines.Write(lines, feed);
        foreach (var calendarEvent in feed.Events) EventLines.Write(lines, calendarEvent, feed.Zone);
        lines.End("VCALENDAR");
        return lines.ToString();
    }

    /// <summary>A strong entity tag, quotes included, of what <see cref="Write"/> gave.</summary>
    public static string ETag(string text) =>
        $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}\"";

    private static void RefuseWhatCannotBeRead(CalendarFeed feed)
    {
        if (!PlainZoneName().IsMatch(feed.Zone.Id))
            throw new ArgumentException($"The zone \"{feed.Zone.Id}\" has no IANA name that calendars can read.", nameof(feed));
        var seen = new HashSet<string>();
        foreach (var calendarEvent in feed.Events)
        {
            if (string.IsNullOrWhiteSpace(calendarEvent.Uid) || !seen.Add(calendarEvent.Uid))
                throw new ArgumentException($"Each event needs an identifier of its own: \"{calendarEvent.Uid}\".", nameof(feed));
            var durations = calendarEvent.Moved.Select(moved => moved.Duration).Append(calendarEvent.Duration);
            if (durations.Any(duration => duration < TimeSpan.FromSeconds(1)))
                throw new ArgumentException($"The event \"{calendarEvent.Uid}\" has no duration.", nameof(feed));
            if (calendarEvent.Url is { IsAbsoluteUri: false })
                throw new ArgumentException($"The address of the event \"{calendarEvent.Uid}\" is not absolute.", nameof(feed));
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9_+/-]+\z")]
    private static partial Regex PlainZoneName();
}
