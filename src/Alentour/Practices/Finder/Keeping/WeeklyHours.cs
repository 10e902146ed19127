using Alentour.Community.Organizations;
using Alentour.Foundation.Texts;
using Alentour.Practices.Finder.Listings;

namespace Alentour.Practices.Finder.Keeping;

/// <summary>The weekly meetings of an entry as people write them, one line a day: « 19 h à 21 h », or « 19 h » where nobody knows the end.</summary>
static class WeeklyHours
{
    const string SomeEnd = " à 23 h 59";

    public static string Write(IEnumerable<ListedMeeting> meetings, DayOfWeek day, Language language) =>
        string.Join(", ", meetings.Where(m => m.Day == day).OrderBy(m => m.StartsAt).Select(m => End(m) is { } end
            ? DateWords.Span(m.StartsAt, end, language) : DateWords.Time(m.StartsAt, language)).Distinct());

    /// <summary>The meetings of that day; null when the line cannot be understood.</summary>
    /// <param name="before">As they were: a meeting at the same hour keeps what its source said of it.</param>
    public static IReadOnlyList<ListedMeeting>? Understand(DayOfWeek day, string? typed, IReadOnlyList<ListedMeeting> before)
    {
        var meetings = new List<ListedMeeting>();
        foreach (var part in (typed ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var whole = HoursText.Understand(day, part);
            if ((whole ?? HoursText.Understand(day, part + SomeEnd)) is not { } stretches)
                return null;
            meetings.AddRange(stretches.Select(s => Meeting(s, whole is not null, before)));
        }
        return [.. meetings.DistinctBy(m => m.StartsAt)];
    }

    static ListedMeeting Meeting(OpeningHours hours, bool hasEnd, IReadOnlyList<ListedMeeting> before)
    {
        var known = before.FirstOrDefault(m => m.Day == hours.Day && m.StartsAt == hours.From);
        int? minutes = hasEnd ? (int)(hours.To - hours.From).TotalMinutes : known is not null && End(known) is null ? known.Minutes : null;
        return known is not null ? known with { Minutes = minutes }
            : new ListedMeeting($"main-{(int)hours.Day}-{hours.From:HHmm}", "", hours.Day, hours.From, minutes, before.FirstOrDefault()?.Zone, []);
    }

    /// <summary>The end on the same day; null where the source gives none, or gives one after midnight.</summary>
    static TimeOnly? End(ListedMeeting meeting) => meeting.Minutes is { } minutes && meeting.StartsAt.AddMinutes(minutes) is var end && end > meeting.StartsAt && minutes < 1440 ? end : null;
}
