namespace Alentour.Community.Groups;

/// <summary>A published group with what the world may see of it.</summary>
public sealed record PublicGroup(MutualAidGroup Group, GroupAgreement? Agreement, IReadOnlyList<MeetingSeries> Series) : GroupDates(Series)
{
    /// <summary>Whether some meeting is only from afar, so that people must know how they hear each other.</summary>
    public bool NeedsHearing => Series.Count > 0 && !Group.Ways.Contains(MeetingWay.Room) || Series.Any(s => s.IsOnlyFromAfar);
}

/// <summary>When a group meets.</summary>
public record GroupDates(IReadOnlyList<MeetingSeries> Series)
{
    /// <summary>How long after its start a meeting is still worth setting out for.</summary>
    public const int MinutesLate = 15;

    /// <summary>Its meetings between two days, both included, in order; cancelled and moved ones among them.</summary>
    public IEnumerable<Meeting> Meetings(DateOnly from, DateOnly to) =>
        Series.SelectMany(s => s.Meetings(from, to)).OrderBy(m => m.Day).ThenBy(m => m.StartsAt);

    /// <summary>Those that hold, moved or not, as instants, the one that begins first before the others.</summary>
    public IEnumerable<HeldMeeting> Held(DateOnly from, DateOnly to, TimeZoneInfo zone) =>
        Series.SelectMany(s => s.Meetings(from, to).Select(m => HeldMeeting.Of(s, m, zone))).OfType<HeldMeeting>().OrderBy(m => m.Starts);

    /// <summary>The next meeting that one may still come to and is not cancelled, within 100 days: a quarter of an hour late is not too late.</summary>
    public Meeting? Next((DateOnly Day, TimeOnly Time) now) => Coming(now).FirstOrDefault(m => !m.IsCancelled && (m.Day > now.Day || m.StartsAt.AddMinutes(MinutesLate) >= now.Time));

    /// <summary>What comes in the next 100 days and is not over.</summary>
    public IEnumerable<Meeting> Coming((DateOnly Day, TimeOnly Time) now) =>
        Meetings(now.Day, now.Day.AddDays(100)).Where(m => m.Day > now.Day || m.StartsAt.AddMinutes(m.Minutes) > now.Time || m.EndsAt < m.StartsAt);
}
