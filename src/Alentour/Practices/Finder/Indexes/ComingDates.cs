using Alentour.Community.Groups;
using Alentour.Community.Organizations;
using Alentour.Foundation.Clock;

namespace Alentour.Practices.Finder.Indexes;

/// <summary>Whether a date holds as planned.</summary>
public enum DateMark
{
    AsPlanned,
    Cancelled,
    MovedHere,
    MovedAway,
}

/// <summary>One date that comes.</summary>
/// <param name="Other">The day it was moved from, or to.</param>
sealed record ComingDate(DateOnly Day, TimeOnly StartsAt, int Minutes, DateTimeOffset Instant, DateMark Mark, DateOnly? Other)
{
    public DateTimeOffset Ends => Instant.AddMinutes(Minutes);
}

/// <summary>The dates that the index keeps: five weeks for groups of the house, whose rhythms differ; a week and a day for weekly meetings elsewhere.</summary>
static class ComingDates
{
    public const int DaysOfHouse = 35;
    const int DaysElsewhere = 8;

    public static IEnumerable<ComingDate> Of(PublicGroup group, DateOnly today, TimeZoneInfo zone)
    {
        var last = today.AddDays(DaysOfHouse - 1);
        foreach (var m in group.Meetings(today, last))
        {
            var mark = m.IsCancelled ? DateMark.Cancelled : m.IsMoved ? DateMark.MovedHere : DateMark.AsPlanned;
            yield return Date(m.Day, m.StartsAt, m.Minutes, zone, mark, m.IsMoved ? m.PlannedDay : null);
        }
        foreach (var series in group.Series)
            foreach (var change in series.Changes.Where(c => c.ToDay is { } to && to != c.Day && c.Day >= today && c.Day <= last && series.Repetition.Contains(c.Day)))
                yield return Date(change.Day, series.StartsAt, series.Minutes, zone, DateMark.MovedAway, change.ToDay);
    }

    public static IEnumerable<ComingDate> Of(AnnouncedActivity activity, TimeZoneInfo zone) => activity.Dates.Select(d => Date(d.Day, d.StartsAt, d.Minutes, zone,
        d.IsCancelled ? DateMark.Cancelled : d.MovedTo is not null && d.MovedTo != d.Day ? DateMark.MovedAway : d.MovedFrom is not null && d.MovedFrom != d.Day ? DateMark.MovedHere : DateMark.AsPlanned,
        d.MovedTo ?? d.MovedFrom));

    /// <param name="now">The instant, since elsewhere may have another day than the house.</param>
    public static IEnumerable<ComingDate> Weekly(DayOfWeek weekday, TimeOnly startsAt, int minutes, DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = WallClock.ToLocal(now, zone).Day;
        for (var ahead = 0; ahead < DaysElsewhere; ahead++)
            if (today.AddDays(ahead) is var day && day.DayOfWeek == weekday)
                yield return Date(day, startsAt, minutes, zone, DateMark.AsPlanned, null);
    }

    static ComingDate Date(DateOnly day, TimeOnly startsAt, int minutes, TimeZoneInfo zone, DateMark mark, DateOnly? other) =>
        new(day, startsAt, minutes, WallClock.ToInstant(day, startsAt, zone), mark, other);
}
