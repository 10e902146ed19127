using Alentour.Community.Organizations;

namespace Alentour.Tests.Community.Organizations;

public sealed class OpeningWeekRules
{
    static readonly OpeningHours[] Week =
    [
        new(DayOfWeek.Thursday, new(10, 0), new(16, 0)),
        new(DayOfWeek.Thursday, new(18, 30), new(21, 30)),
        new(DayOfWeek.Sunday, new(13, 0), new(17, 0)),
    ];

    static readonly DateOnly Thursday = new(2026, 11, 26);

    [Theory]
    [InlineData(9, 59, false)]
    [InlineData(10, 0, true)]
    [InlineData(15, 59, true)]
    [InlineData(16, 0, false)]
    [InlineData(19, 0, true)]
    public void The_door_is_open_from_its_first_minute_to_before_its_last(int hour, int minute, bool open) =>
        Assert.Equal(open, Week.OpenAt((Thursday, new TimeOnly(hour, minute))) is not null);

    [Fact]
    public void Between_two_stretches_the_next_one_is_the_same_evening() =>
        Assert.Equal((Thursday, Week[1]), Week.NextAfter((Thursday, new TimeOnly(16, 30))));

    [Fact]
    public void After_the_last_stretch_the_next_one_is_days_away() =>
        Assert.Equal((Thursday.AddDays(3), Week[2]), Week.NextAfter((Thursday, new TimeOnly(22, 0))));

    [Fact]
    public void A_week_later_the_same_stretch_comes_again() =>
        Assert.Equal((Thursday.AddDays(7), Week[0]), new[] { Week[0] }.NextAfter((Thursday, new TimeOnly(22, 0))));

    [Fact]
    public void A_door_that_never_opens_has_no_next_opening() =>
        Assert.Null(Array.Empty<OpeningHours>().NextAfter((Thursday, new TimeOnly(12, 0))));
}
