using Alentour.Practices.CrisisHelp;

namespace Alentour.Tests.Practices.CrisisHelp;

public sealed class OpeningHoursRules
{
    static readonly OpeningHours FridayNight = OpeningHours.Weekly(new OpenStretch(DayOfWeek.Friday, new TimeOnly(20, 0), new TimeOnly(2, 0)));

    [Theory]
    [InlineData("2026-11-27T19:59", false)]
    [InlineData("2026-11-27T20:00", true)]
    [InlineData("2026-11-28T01:59", true)]
    [InlineData("2026-11-28T02:00", false)]
    [InlineData("2026-11-28T20:30", false)]
    [InlineData("2026-11-27T01:00", false)]
    public void A_line_open_past_midnight_answers_until_its_hour_the_next_day(string wallClock, bool answers) =>
        Assert.Equal(answers, FridayNight.AnswersAt(DateTime.Parse(wallClock)));

    [Fact]
    public void A_stretch_may_run_from_saturday_into_sunday()
    {
        var hours = OpeningHours.Weekly(new OpenStretch(DayOfWeek.Saturday, new TimeOnly(22, 0), new TimeOnly(6, 0)));
        Assert.True(hours.AnswersAt(new DateTime(2026, 11, 29, 5, 59, 0)));
        Assert.False(hours.AnswersAt(new DateTime(2026, 11, 29, 6, 0, 0)));
    }

    [Fact]
    public void A_stretch_with_equal_ends_lasts_a_whole_day()
    {
        var hours = OpeningHours.Weekly(new OpenStretch(DayOfWeek.Monday, new TimeOnly(9, 0), new TimeOnly(9, 0)));
        Assert.True(hours.AnswersAt(new DateTime(2026, 11, 24, 8, 59, 0)));
        Assert.False(hours.AnswersAt(new DateTime(2026, 11, 24, 9, 0, 0)));
    }

    [Fact]
    public void Hours_that_nobody_knows_are_neither_open_nor_closed()
    {
        Assert.Null(OpeningHours.Unknown.AnswersAt(new DateTime(2026, 11, 28, 2, 10, 0)));
        Assert.Null(OpeningHours.Unknown.NextOpening(new DateTime(2026, 11, 28, 2, 10, 0)));
    }

    [Theory]
    [InlineData("2026-11-28T02:10", "2026-12-04T20:00")]
    [InlineData("2026-11-27T10:00", "2026-11-27T20:00")]
    [InlineData("2026-11-27T20:00", "2026-12-04T20:00")]
    public void A_closed_line_says_when_it_next_opens(string wallClock, string opens) =>
        Assert.Equal(DateTime.Parse(opens), FridayNight.NextOpening(DateTime.Parse(wallClock)));

    [Fact]
    public void Of_several_stretches_the_nearest_is_next()
    {
        var hours = OpeningHours.Weekly(
            new OpenStretch(DayOfWeek.Monday, new TimeOnly(18, 0), new TimeOnly(22, 0)),
            new OpenStretch(DayOfWeek.Saturday, new TimeOnly(13, 0), new TimeOnly(17, 0)));
        Assert.Equal(new DateTime(2026, 11, 28, 13, 0, 0), hours.NextOpening(new DateTime(2026, 11, 24, 23, 0, 0)));
        Assert.Equal(new DateTime(2026, 11, 30, 18, 0, 0), hours.NextOpening(new DateTime(2026, 11, 28, 17, 0, 0)));
    }
}
