using Alentour.Community.Groups;

namespace Alentour.Tests.Community.Groups.Gathered;

public sealed class HeldMeetingRules
{
    static readonly TimeZoneInfo Quebec = TimeZoneInfo.FindSystemTimeZoneById("America/Toronto");
    static readonly Guid Group = Guid.CreateVersion7();

    /// <summary>What holds of a weekly series that begins on this day.</summary>
    static IReadOnlyList<HeldMeeting> Held(DateOnly first, TimeOnly at, int minutes, params MeetingChange[] changes) => Of(Weekly(first, at, minutes, changes), first.AddDays(-1), first.AddDays(6));

    static MeetingSeries Weekly(DateOnly first, TimeOnly at, int minutes, params MeetingChange[] changes) =>
        new() { Id = Guid.CreateVersion7(), GroupId = Group, FirstDay = first, EveryWeeks = 1, StartsAt = at, Minutes = minutes, Changes = [.. changes] };

    static IReadOnlyList<HeldMeeting> Of(MeetingSeries series, DateOnly from, DateOnly to) => [.. new GroupDates([series]).Held(from, to, Quebec)];

    static DateTimeOffset At(int hours, int year, int month, int day, int hour, int minute = 0, int second = 0) => new(year, month, day, hour, minute, second, TimeSpan.FromHours(hours));

    [Fact]
    public void It_is_near_from_one_hour_before_until_it_ends()
    {
        var held = Assert.Single(Held(new(2026, 11, 26), new(19, 0), 120));
        Assert.Equal((Group, new DateOnly(2026, 11, 26)), (held.GroupId, held.PlannedDay));
        Assert.False(held.IsNear(At(-5, 2026, 11, 26, 17, 59, 59)));
        Assert.True(held.IsNear(At(-5, 2026, 11, 26, 18)));
        Assert.True(held.IsNear(At(-5, 2026, 11, 26, 20, 59, 59)));
        Assert.False(held.IsNear(At(-5, 2026, 11, 26, 21)));
    }

    [Fact]
    public void One_that_goes_on_past_midnight_is_near_until_it_ends_the_next_day()
    {
        var held = Assert.Single(Held(new(2026, 11, 26), new(23, 0), 120));
        Assert.True(held.IsNear(At(-5, 2026, 11, 27, 0, 59)));
        Assert.False(held.IsNear(At(-5, 2026, 11, 27, 1)));
    }

    [Fact]
    public void One_that_begins_at_midnight_is_near_the_evening_before() =>
        Assert.True(Assert.Single(Held(new(2026, 11, 27), new(0, 0), 60)).IsNear(At(-5, 2026, 11, 26, 23)));

    [Fact]
    public void Clocks_set_back_during_it_end_it_no_later_and_set_forward_no_sooner()
    {
        // 1 November 2026, 2 h: it is 1 h again. Two hours after 0 h 30 the clocks show 1 h 30.
        var autumn = Assert.Single(Held(new(2026, 11, 1), new(0, 30), 120));
        Assert.Equal(TimeSpan.FromMinutes(120), autumn.Ends - autumn.Starts);
        Assert.True(autumn.IsNear(At(-5, 2026, 11, 1, 1, 29)));
        Assert.False(autumn.IsNear(At(-5, 2026, 11, 1, 1, 30)));
        // 14 March 2027, 2 h: it is 3 h. An hour before 3 h it is 1 h.
        var spring = Assert.Single(Held(new(2027, 3, 14), new(3, 0), 60));
        Assert.False(spring.IsNear(At(-5, 2027, 3, 14, 0, 59)));
        Assert.True(spring.IsNear(At(-5, 2027, 3, 14, 1)));
        Assert.True(spring.IsNear(At(-4, 2027, 3, 14, 3, 59)));
        Assert.False(spring.IsNear(At(-4, 2027, 3, 14, 4)));
    }

    [Fact]
    public void A_moved_one_is_near_where_it_went_and_keeps_the_day_it_was_planned_for()
    {
        var held = Held(new(2026, 11, 26), new(19, 0), 120, new MeetingChange { Day = new(2026, 11, 26), ToDay = new(2026, 11, 28), ToTime = new(14, 30) });
        var moved = Assert.Single(held);
        Assert.Equal(new DateOnly(2026, 11, 26), moved.PlannedDay);
        Assert.False(moved.IsNear(At(-5, 2026, 11, 26, 19)));
        Assert.True(moved.IsNear(At(-5, 2026, 11, 28, 13, 30)));
    }

    [Fact]
    public void A_cancelled_one_is_none() => Assert.Empty(Held(new(2026, 11, 26), new(19, 0), 120, new MeetingChange { Day = new(2026, 11, 26), Reason = "Tempête" }));

    [Fact]
    public void Of_two_series_the_meeting_that_begins_first_comes_first()
    {
        var (late, early) = (Weekly(new(2026, 11, 26), new(20, 0), 60), Weekly(new(2026, 11, 26), new(10, 0), 60));
        Assert.Equal([early.Id, late.Id], new GroupDates([late, early]).Held(new(2026, 11, 26), new(2026, 11, 26), Quebec).Select(m => m.SeriesId));
    }
}
