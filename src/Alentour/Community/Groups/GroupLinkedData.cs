using System.Text.Json;
using Alentour.Foundation.Clock;

namespace Alentour.Community.Groups;

/// <summary>The group and its next meetings for search engines (schema.org Organization and Event). Nothing here that the page does not show.</summary>
public static class GroupLinkedData
{
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
        ["eventAttendanceMode"] = $"https://schema.org/{(group.IsOnlyFromAfar ? "Online" : "Offline")}EventAttendanceMode",
        ["location"] = group.IsOnlyFromAfar ? new Dictionary<string, object?> { ["@type"] = "VirtualLocation", ["url"] = $"{site}/groupes/{group.Slug}" }
            : new Dictionary<string, object?> { ["@type"] = "Place", ["name"] = group.PublicPlace, ["address"] = group.PublicPlace },
        ["url"] = $"{site}/groupes/{group.Slug}",
    };

    static string Local(DateOnly day, TimeOnly time, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(WallClock.ToInstant(day, time, zone), zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);
}
