using FsCheck;
using FsCheck.Fluent;

namespace Alentour.Tests.Foundation.Calendar;

public sealed class AnyRepetitionRules
{
    [Fact]
    public void The_days_are_exactly_those_that_obey_the_rule() => Holds(any =>
    {
        var window = Enumerable.Range(0, any.To.DayNumber - any.From.DayNumber + 1).Select(any.From.AddDays);
        return any.Repetition.Days(any.From, any.To).SequenceEqual(window.Where(any.Obeys));
    });

    [Fact]
    public void A_window_cut_in_two_gives_the_same_days() => Holds(any =>
    {
        var left = any.Repetition.Days(any.From, any.Middle);
        var right = any.Repetition.Days(any.Middle.AddDays(1), any.To);
        return any.Repetition.Days(any.From, any.To).SequenceEqual(left.Concat(right));
    });

    [Fact]
    public void The_next_day_is_the_first_of_the_days_to_come() => Holds(any =>
    {
        var next = any.Repetition.Next(any.From);
        var expected = any.Repetition.Days(any.From, any.To).Select(day => (DateOnly?)day).FirstOrDefault();
        return expected is null ? next is null || next > any.To : next == expected;
    });

    [Fact]
    public void The_first_day_is_always_one_of_the_days() => Holds(any =>
        any.Repetition.Contains(any.Repetition.FirstDay) && !any.Repetition.Contains(any.Repetition.FirstDay.AddDays(-1)));

    private static void Holds(Func<AnyRepetition, bool> property) =>
        Prop.ForAll(AnyRepetition.All(), property).QuickCheckThrowOnFailure();
}
