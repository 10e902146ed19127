using Alentour.Foundation.Texts;
using Alentour.Practices.Activities;

namespace Alentour.Tests.Practices.Activities;

public sealed class ActivityRules
{
    static readonly DateOnly First = new(2026, 11, 27);

    static readonly ActivitySheet Weekly = new() { Title = new Bilingual("Soupe", null), Days = [First], WeeklyUntil = First.AddDays(20), StartsAt = new TimeOnly(11, 30), Minutes = 90 };

    [Fact]
    public void Every_week_until_a_day_and_no_further() =>
        Assert.Equal([First, First.AddDays(7), First.AddDays(14)], Weekly.Dates(First.AddDays(-30), First.AddDays(60)).Select(d => d.Day));

    [Fact]
    public void Days_named_one_by_one_are_those() =>
        Assert.Equal([First, First.AddDays(2)], (Weekly with { WeeklyUntil = null, Days = [First, First.AddDays(2)] }).Dates(First, First.AddDays(60)).Select(d => d.Day));

    [Fact]
    public void A_moved_day_is_told_where_it_was_and_where_it_went()
    {
        var moved = Weekly.WithChange(First.AddDays(7), First.AddDays(9), new TimeOnly(13, 0), false, First);
        var dates = moved.Dates(First.AddDays(7), First.AddDays(9));
        Assert.Equal([(First.AddDays(7), true), (First.AddDays(9), false)], dates.Select(d => (d.Day, d.IsOff)));
        Assert.Equal((new TimeOnly(13, 0), First.AddDays(7)), (dates[1].StartsAt, dates[1].MovedFrom));
        Assert.Equal(Weekly.Dates(First, First.AddDays(30)), moved.WithChange(First.AddDays(7), null, null, true, First).Dates(First, First.AddDays(30)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-8)]
    public void A_day_on_which_nothing_is_planned_cannot_change(int after) =>
        Assert.Equal("activities.refusal.noSuchDay", Assert.Throws<RefusalException>(() => Weekly.WithChange(First.AddDays(after), null, null, false, First)).TextKey);

    [Theory]
    [InlineData(14)]
    [InlineData(-1)]
    [InlineData(2000)]
    public void A_day_cannot_move_onto_another_into_the_past_or_too_far(int to) =>
        Assert.Equal("activities.refusal.cannotMove", Assert.Throws<RefusalException>(() => Weekly.WithChange(First.AddDays(7), First.AddDays(to), null, false, First)).TextKey);
}
