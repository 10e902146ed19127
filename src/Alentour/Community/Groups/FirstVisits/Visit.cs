namespace Alentour.Community.Groups.FirstVisits;

/// <summary>One meeting that comes, with the series it is of and whether first visits may come to it.</summary>
public sealed record VisitedMeeting(MeetingSeries Series, Meeting Meeting)
{
    /// <summary>The meetings of a group that come or are going on, cancelled and moved ones among them, in order.</summary>
    public static IEnumerable<VisitedMeeting> Of(GroupDates group, (DateOnly Day, TimeOnly Time) now, int days = 35) =>
        group.Series.SelectMany(s => s.Meetings(now.Day.AddDays(-1), now.Day.AddDays(days)).Select(m => new VisitedMeeting(s, m)))
            .Where(m => !m.Meeting.IsOver(now) || m.Meeting.PlannedDay >= now.Day && m.Meeting.IsCancelled)
            .OrderBy(m => m.Meeting.Day).ThenBy(m => m.Meeting.StartsAt);

    /// <summary>Whether somebody may announce a first visit to it.</summary>
    public bool IsOpen => !Meeting.IsCancelled && Series.VisitDoor != VisitDoor.Closed;

    /// <summary>Names this meeting in a form.</summary>
    public string Mark => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Series.Id:N}-{Meeting.PlannedDay:yyyyMMdd}");

    public bool IsFor(Guid series, DateOnly day) => Series.Id == series && Meeting.PlannedDay == day;
}

/// <summary>What somebody gives who says « je viens ».</summary>
/// <param name="Name">As <see cref="People.Person.Name"/> gave it.</param>
/// <param name="Reach">A way to be told of a change, only if they wished.</param>
/// <param name="MayLeaveWord">Whether one may speak to voicemail, or to whoever answers.</param>
public sealed record Announcement(string Name, string? Reach, bool MayLeaveWord)
{
    /// <summary>The key of the form that was sent.</summary>
    public string? Key { get; init; }
}

/// <summary>A first visit as its greeter sees it; nobody else does.</summary>
public sealed record ExpectedVisit(Guid Id, string Name, string? Reach, bool MayLeaveWord, bool IsAccepted, bool WasTold);

/// <summary>A first visit as the person themself sees it.</summary>
/// <param name="GroupSlug">Null, like <paramref name="GroupId"/>, when the group closed meanwhile.</param>
/// <param name="IsShown">Whether the group still says to the world that it meets.</param>
public sealed record OwnVisit(Guid Id, string? GroupSlug, Guid SeriesId, DateOnly Day, string Name, bool IsAccepted, bool HasReach, Guid? GroupId, bool IsShown)
{
    /// <summary>The account that announced it, if one did.</summary>
    public Guid? PersonId { get; init; }
}
