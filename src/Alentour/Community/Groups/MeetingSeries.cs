using Alentour.Foundation.Calendar;
using Alentour.Foundation.Clock;

namespace Alentour.Community.Groups;

/// <summary>Whether somebody may come to these meetings for a first visit: as they like, once the greeter has said yes, or not for now.</summary>
public enum VisitDoor
{
    Open,
    GreeterFirst,
    Closed,
}

/// <summary>Meetings that come back, by the wall clock of the house, with the dates that are moved or cancelled.</summary>
public sealed class MeetingSeries
{
    public Guid Id { get; init; }
    public Guid GroupId { get; init; }
    public DateOnly FirstDay { get; init; }

    /// <summary>Every n weeks; 0 when the series is monthly.</summary>
    public int EveryWeeks { get; init; }

    /// <summary>1 to 4, -1 for the last such weekday of the month, 0 when the series is weekly.</summary>
    public int NthInMonth { get; init; }

    public DateOnly? LastDay { get; init; }
    public TimeOnly StartsAt { get; init; }
    public int Minutes { get; init; }
    public VisitDoor VisitDoor { get; init; }

    /// <summary>How many first visits one meeting welcomes.</summary>
    public int VisitsAtOnce { get; init; } = 3;

    /// <summary>Another place than the group's, for the world to read; null for the group's own.</summary>
    public string? Place { get; init; }

    /// <summary>Nobody in a room: by telephone or online alone.</summary>
    public bool IsOnlyFromAfar { get; init; }

    /// <summary>Rises with each change by a member.</summary>
    public int Version { get; init; }

    public List<MeetingChange> Changes { get; init; } = [];

    public Repetition Repetition => new(FirstDay, EveryWeeks, NthInMonth, LastDay);

    /// <summary>Whether anything of it is still to come; a series that ended on cancelled dates alone is over.</summary>
    public bool GoesOn(DateOnly today) => Repetition.Next(today) is not null && (LastDay is not { } last || Meetings(today, last).Any(m => !m.IsCancelled));

    /// <summary>The meetings that fall between two days, both included, by when they start; a moved one by its new day, a cancelled one still there.</summary>
    public IEnumerable<Meeting> Meetings(DateOnly from, DateOnly to)
    {
        var repetition = Repetition;
        var kept = repetition.Days(from, to).Where(day => Changes.All(c => c.Day != day)).Select(day => new Meeting(day, day, StartsAt, Minutes, null) { Place = Place, IsOnlyFromAfar = IsOnlyFromAfar });
        var changed = Changes.Where(c => repetition.Contains(c.Day))
            .Select(c => new Meeting(c.Day, c.ToDay ?? c.Day, c.ToTime ?? StartsAt, Minutes, c) { Place = c.Place ?? Place, IsOnlyFromAfar = IsOnlyFromAfar })
            .Where(m => m.Day >= from && m.Day <= to);
        return kept.Concat(changed).OrderBy(m => m.Day).ThenBy(m => m.StartsAt);
    }
}

/// <summary>One date of a series that does not hold as planned.</summary>
public sealed class MeetingChange
{
    public Guid SeriesId { get; init; }

    /// <summary>The day the repetition gives.</summary>
    public DateOnly Day { get; init; }

    /// <summary>The new day; null when the meeting is cancelled.</summary>
    public DateOnly? ToDay { get; init; }

    public TimeOnly? ToTime { get; init; }
    public string? Place { get; init; }
    public string? Reason { get; init; }

    public bool IsCancellation => ToDay is null;
}

/// <summary>One gathering of a group, in wall-clock time of the house.</summary>
/// <param name="PlannedDay">The day the repetition gives: its identity.</param>
/// <param name="Minutes">How long.</param>
public sealed record Meeting(DateOnly PlannedDay, DateOnly Day, TimeOnly StartsAt, int Minutes, MeetingChange? Change)
{
    public bool IsCancelled => Change is { IsCancellation: true };

    public bool IsMoved => Change is { IsCancellation: false };

    /// <summary>Where, when it is not where the group is.</summary>
    public string? Place { get; init; }

    /// <summary>Nobody in a room, as its series has it.</summary>
    public bool IsOnlyFromAfar { get; init; }

    /// <summary>From one hour before it begins until it ends, people learn how they hear each other. By instants, so that a change of clocks changes nothing.</summary>
    public bool IsHeardAt(DateTimeOffset now, TimeZoneInfo zone) => !IsCancelled && IsNear(Starts(zone), Ends(zone), now);

    internal static bool IsNear(DateTimeOffset starts, DateTimeOffset ends, DateTimeOffset now) => now >= starts - TimeSpan.FromHours(1) && now < ends;

    public TimeOnly EndsAt => StartsAt.AddMinutes(Minutes);

    /// <summary>By the clock on the wall; one that began yesterday may go on past midnight.</summary>
    public bool IsOver((DateOnly Day, TimeOnly Time) now) => Day.ToDateTime(StartsAt).AddMinutes(Minutes) <= now.Day.ToDateTime(now.Time);

    public DateTimeOffset Starts(TimeZoneInfo zone) => WallClock.ToInstant(Day, StartsAt, zone);

    public DateTimeOffset Ends(TimeZoneInfo zone) => Starts(zone).AddMinutes(Minutes);
}
