using Alentour.Foundation.Calendar;
using Alentour.Foundation.Clock;

namespace Alentour.Tests.Foundation.Calendar;

public sealed class RepetitionRules
{
    private static readonly DateOnly Monday = new(2026, 9, 7);

    [Fact]
    public void Every_two_weeks_skips_a_week() =>
        Assert.Equal(["2026-09-07", "2026-09-21", "2026-10-05"], Days(Repetition.Weekly(Monday, 2), "2026-09-01", "2026-10-10"));

    [Fact]
    public void The_second_Tuesday_falls_between_the_8th_and_the_14th() =>
        Assert.Equal(
            ["2026-09-08", "2026-10-13", "2026-11-10", "2026-12-08"],
            Days(Repetition.NthWeekday(Monday, DayOfWeek.Tuesday, 2), "2026-09-01", "2026-12-31"));

    [Fact]
    public void The_last_Friday_is_the_fifth_when_there_is_one_and_else_the_fourth() =>
        Assert.Equal(
            ["2026-10-30", "2026-11-27", "2026-12-25", "2027-01-29", "2027-02-26"],
            Days(Repetition.LastWeekday(new(2026, 10, 1), DayOfWeek.Friday), "2026-10-01", "2027-02-28"));

    [Fact]
    public void The_last_weekday_may_be_a_leap_day()
    {
        var lastTuesday = Repetition.LastWeekday(new(2028, 2, 29), DayOfWeek.Tuesday);
        Assert.Equal(new DateOnly(2028, 2, 29), lastTuesday.FirstDay);
        Assert.Equal(["2028-02-29", "2028-03-28"], Days(lastTuesday, "2028-02-01", "2028-03-31"));
    }

    [Fact]
    public void Weeks_go_on_across_a_leap_day() =>
        Assert.Equal(["2028-02-22", "2028-02-29", "2028-03-07"], Days(Repetition.Weekly(new(2020, 1, 7)), "2028-02-20", "2028-03-10"));

    [Fact]
    public void What_happens_once_happens_once()
    {
        var once = Repetition.Once(Monday);
        Assert.Equal(["2026-09-07"], Days(once, "2020-01-01", "2030-01-01"));
        Assert.Empty(once.Days(Monday.AddDays(1), DateOnly.MaxValue));
        Assert.Null(once.Next(Monday.AddDays(1)));
        Assert.Null(once.Rule());
    }

    [Fact]
    public void Nothing_comes_before_the_first_day_nor_after_the_last()
    {
        var weekly = Repetition.Weekly(Monday, lastDay: Monday.AddDays(13));
        Assert.Equal(["2026-09-07", "2026-09-14"], Days(weekly, "0001-01-01", "9999-12-31"));
        Assert.Null(weekly.Next(Monday.AddDays(8)));
        Assert.Empty(weekly.Days(Monday.AddDays(7), Monday));
    }

    [Fact]
    public void A_day_far_away_is_found_at_once()
    {
        Assert.Equal(new DateOnly(9999, 12, 28), Repetition.LastWeekday(Monday, DayOfWeek.Tuesday).Next(new(9999, 12, 1)));
        Assert.Null(Repetition.NthWeekday(Monday, DayOfWeek.Friday, 1).Next(new(9999, 12, 31)));
    }

    [Theory]
    [InlineData(1, 0, "FREQ=WEEKLY;BYDAY=TU")]
    [InlineData(2, 0, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")]
    [InlineData(0, 2, "FREQ=MONTHLY;BYDAY=2TU")]
    public void The_rule_is_written_as_calendars_read_it(int everyWeeks, int nth, string rule)
    {
        var first = new DateOnly(2026, 9, 8);
        Assert.Equal(rule, new Repetition(first, everyWeeks, nth, null).Rule());
        Assert.Equal(rule + ";UNTIL=20270401", new Repetition(first, everyWeeks, nth, new(2027, 4, 1)).Rule());
    }

    [Fact]
    public void The_last_Friday_is_written_minus_one() =>
        Assert.Equal("FREQ=MONTHLY;BYDAY=-1FR", Repetition.LastWeekday(Monday, DayOfWeek.Friday).Rule());

    [Fact]
    public void Beside_a_wall_time_the_end_is_an_instant() =>
        Assert.Equal(
            "FREQ=WEEKLY;BYDAY=MO;UNTIL=20261109T233000Z",
            Repetition.Weekly(Monday, lastDay: new(2026, 11, 9)).Rule(new(18, 30), Zones.Find(null)));

    [Theory]
    [InlineData(-1, 0, "every 1 to 52 weeks")]
    [InlineData(53, 0, "every 1 to 52 weeks")]
    [InlineData(0, 5, "1 to 4")]
    [InlineData(0, -2, "1 to 4")]
    [InlineData(1, 1, "not both")]
    [InlineData(0, 2, "that month it is 2026-09-14")]
    [InlineData(0, -1, "that month it is 2026-09-28")]
    public void What_is_no_rule_is_refused_with_its_reason(int everyWeeks, int nth, string reason)
    {
        var refusal = Assert.ThrowsAny<ArgumentException>(() => new Repetition(Monday, everyWeeks, nth, null));
        Assert.Contains(reason, refusal.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_last_day_before_the_first_is_refused() =>
        Assert.Contains("2026-09-06", Assert.Throws<ArgumentException>(
            () => Repetition.Weekly(Monday, lastDay: Monday.AddDays(-1))).Message);

    [Fact]
    public void The_four_columns_are_enough_to_read_a_rule_back()
    {
        var rule = Repetition.LastWeekday(Monday, DayOfWeek.Friday, new(2027, 6, 30));
        Assert.Equal(rule, new Repetition(rule.FirstDay, rule.EveryWeeks, rule.NthInMonth, rule.LastDay));
    }

    private static string[] Days(Repetition repetition, string from, string to) =>
        [.. repetition.Days(DateOnly.Parse(from), DateOnly.Parse(to)).Select(day => day.ToString("yyyy-MM-dd"))];
}
