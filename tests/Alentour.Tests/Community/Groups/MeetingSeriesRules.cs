using Alentour.Community.Groups;

namespace Alentour.Tests.Community.Groups;

public sealed class MeetingSeriesRules
{
    static readonly DateOnly FirstThursday = new(2026, 11, 5);

    static MeetingSeries EveryThursday(params MeetingChange[] changes) => new()
    {
        Id = Guid.CreateVersion7(),
        FirstDay = FirstThursday,
        EveryWeeks = 1,
        StartsAt = new TimeOnly(19, 0),
        Minutes = 120,
        Changes = [.. changes],
    };

    [Fact]
    public void A_weekly_series_gives_every_week_of_the_month()
    {
        var days = EveryThursday().Meetings(new(2026, 11, 1), new(2026, 11, 30)).Select(m => m.Day.Day);
        Assert.Equal([5, 12, 19, 26], days);
    }

    [Fact]
    public void A_cancelled_date_is_still_told_as_cancelled()
    {
        var series = EveryThursday(new MeetingChange { Day = new(2026, 11, 12), Reason = "Tempête" });
        var meetings = series.Meetings(new(2026, 11, 1), new(2026, 11, 30)).ToList();
        Assert.Equal(4, meetings.Count);
        Assert.Equal([new DateOnly(2026, 11, 12)], meetings.Where(m => m.IsCancelled).Select(m => m.Day));
    }

    [Fact]
    public void A_moved_date_is_found_on_its_new_day_and_not_on_the_old_one()
    {
        var series = EveryThursday(new MeetingChange { Day = new(2026, 11, 26), ToDay = new(2026, 12, 1), ToTime = new(18, 30) });
        Assert.DoesNotContain(series.Meetings(new(2026, 11, 20), new(2026, 11, 30)), m => m.PlannedDay == new DateOnly(2026, 11, 26));
        var moved = Assert.Single(series.Meetings(new(2026, 12, 1), new(2026, 12, 2)));
        Assert.True(moved.IsMoved);
        Assert.Equal(new TimeOnly(18, 30), moved.StartsAt);
    }

    [Fact]
    public void A_date_moved_earlier_comes_before_the_others()
    {
        var series = EveryThursday(new MeetingChange { Day = new(2026, 11, 26), ToDay = new(2026, 11, 18), ToTime = new(10, 0) });
        var days = series.Meetings(new(2026, 11, 15), new(2026, 11, 30)).Select(m => m.Day.Day);
        Assert.Equal([18, 19], days);
    }

    [Fact]
    public void A_change_of_a_day_that_the_series_does_not_have_changes_nothing()
    {
        var series = EveryThursday(new MeetingChange { Day = new(2026, 11, 13), ToDay = new(2026, 11, 14), ToTime = new(10, 0) });
        Assert.All(series.Meetings(new(2026, 11, 1), new(2026, 11, 30)), m => Assert.Null(m.Change));
    }

    [Fact]
    public void A_meeting_is_the_next_one_until_a_quarter_of_an_hour_after_its_start()
    {
        var shown = new PublicGroup(null!, null, [EveryThursday()]);
        Assert.Equal(new DateOnly(2026, 11, 26), shown.Next((new(2026, 11, 26), new TimeOnly(19, 15)))!.Day);
        Assert.Equal(new DateOnly(2026, 12, 3), shown.Next((new(2026, 11, 26), new TimeOnly(19, 16)))!.Day);
    }

    [Fact]
    public void The_next_meeting_is_never_a_cancelled_one()
    {
        var shown = new PublicGroup(null!, null, [EveryThursday(new MeetingChange { Day = new(2026, 11, 26) })]);
        Assert.Equal(new DateOnly(2026, 12, 3), shown.Next((new(2026, 11, 25), new TimeOnly(9, 0)))!.Day);
    }
}
