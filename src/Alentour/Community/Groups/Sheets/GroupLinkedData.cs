using System.Text.Json;
using Alentour.Foundation.Clock;

namespace Alentour.Community.Groups.Sheets;

/// <summary>The group and its next meetings for search engines (schema.org Organization and Event). Nothing here that the page does not show.</summary>
public static class GroupLinkedData
{
    // The beginnings of schema.org's EventAttendanceModeEnumeration.
    const string Online = "Online";
    const string Mixed = "Mixed";

    /// <summary>JSON that is safe inside a script element: the encoder writes &lt; as \u003C.</summary>
    /// <param name="site">The address of this site without a trailing slash.</param>
    public static string Write(PublicGroup shown, IEnumerable<Meeting> coming, TimeZoneInfo zone, string site)
    {
        var group = shown.Group;
        var organization = new Dictionary<string, object?>
        {
            ["@type"] = "Organization",
            ["@id"] = $"{site}/groupes/{group.Slug}",
            ["name"] = group.Name,
            ["url"] = $"{site}/groupes/{group.Slug}",
            ["description"] = group.InMembersWords,
        };
        var events = coming.Select(m => Event(group, m, zone, site));
        return JsonSerializer.Serialize(new Dictionary<string, object?> { ["@context"] = "https://schema.org", ["@graph"] = events.Prepend(organization) });
    }

    static Dictionary<string, object?> Event(MutualAidGroup group, Meeting meeting, TimeZoneInfo zone, string site) => new()
    {
        ["@type"] = "Event",
        ["name"] = group.Name,
        ["startDate"] = Local(meeting.Day, meeting.StartsAt, zone),
        ["duration"] = $"PT{meeting.Minutes}M",
        ["eventStatus"] = $"https://schema.org/{(meeting.IsCancelled ? "EventCancelled" : meeting.IsMoved ? "EventRescheduled" : "EventScheduled")}",
        ["isAccessibleForFree"] = true,
        ["organizer"] = new Dictionary<string, object?> { ["@id"] = $"{site}/groupes/{group.Slug}" },
        ["eventAttendanceMode"] = $"https://schema.org/{Attendance(group, meeting)}EventAttendanceMode",
        ["location"] = Attendance(group, meeting) switch { Online => Afar(group, site), Mixed => new[] { Room(group), Afar(group, site) }, _ => Room(group) },
        ["url"] = $"{site}/groupes/{group.Slug}",
    };

    static string Attendance(MutualAidGroup group, Meeting meeting) =>
        group.IsOnlyFromAfar || meeting.IsOnlyFromAfar ? Online : group.Ways.Any(way => way != MeetingWay.Room) ? Mixed : "Offline";

    static Dictionary<string, object?> Room(MutualAidGroup group) => new() { ["@type"] = "Place", ["name"] = group.PublicPlace, ["address"] = group.PublicPlace };

    /// <summary>The page of the group: how people hear each other is never public.</summary>
    static Dictionary<string, object?> Afar(MutualAidGroup group, string site) => new() { ["@type"] = "VirtualLocation", ["url"] = $"{site}/groupes/{group.Slug}" };

    static string Local(DateOnly day, TimeOnly time, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(WallClock.ToInstant(day, time, zone), zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);
}
