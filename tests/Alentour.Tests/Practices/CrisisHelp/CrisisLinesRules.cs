using Alentour.Foundation.Texts;
using Alentour.Practices.CrisisHelp;

namespace Alentour.Tests.Practices.CrisisHelp;

public sealed class CrisisLinesRules
{
    static readonly CrisisLine DayAndNight = Line("Jour et nuit", 2, OpeningHours.Always);
    static readonly CrisisLine NobodyKnows = Line("Heures inconnues", 1, OpeningHours.Unknown);
    static readonly CrisisLine SaturdayAfternoon = Line("Le samedi", 0, OpeningHours.Weekly(new OpenStretch(DayOfWeek.Saturday, new TimeOnly(13, 0), new TimeOnly(17, 0))));
    static readonly CrisisLine Nights = Line("La nuit", 3, OpeningHours.Weekly([.. Enum.GetValues<DayOfWeek>().Select(d => new OpenStretch(d, new TimeOnly(22, 0), new TimeOnly(2, 30)))]));
    static readonly CrisisLines Lines = new(new DateOnly(2026, 11, 22), [SaturdayAfternoon, NobodyKnows, DayAndNight, Nights]);

    [Fact]
    public void At_two_in_the_night_the_lines_that_answer_come_in_the_order_of_the_house()
    {
        var hour = Lines.At(InQuebec("2026-11-28T02:10:00-05:00"));
        Assert.Equal([DayAndNight, Nights], hour.Answering);
        Assert.Equal([NobodyKnows], hour.Unconfirmed);
        Assert.Equal(DayAndNight, hour.First);
    }

    [Fact]
    public void A_closed_line_comes_last_and_says_when_it_opens()
    {
        var closed = Assert.Single(Lines.At(InQuebec("2026-11-28T02:10:00-05:00")).Closed);
        Assert.Equal(SaturdayAfternoon, closed.Line);
        Assert.Equal(new DateTime(2026, 11, 28, 13, 0, 0), closed.OpensAt);
    }

    [Fact]
    public void On_a_saturday_afternoon_the_line_of_saturday_answers_first() =>
        Assert.Equal(SaturdayAfternoon, Lines.At(InQuebec("2026-11-28T14:00:00-05:00")).First);

    [Fact]
    public void The_hour_is_that_of_quebec_wherever_the_server_stands() =>
        Assert.Equal(new DateTime(2026, 11, 28, 2, 10, 0), Lines.At(InQuebec("2026-11-28T07:10:00Z")).Clock);

    [Theory]
    [InlineData("2026-03-08T06:59:00Z", "01:59", true)]
    [InlineData("2026-03-08T07:00:00Z", "03:00", false)]
    [InlineData("2026-11-01T05:45:00Z", "01:45", true)]
    [InlineData("2026-11-01T06:45:00Z", "01:45", true)]
    [InlineData("2026-11-01T07:29:00Z", "02:29", true)]
    [InlineData("2026-11-01T07:30:00Z", "02:30", false)]
    public void When_the_clocks_change_lines_follow_the_wall_clock(string instant, string wallClock, bool nightLineAnswers)
    {
        var hour = Lines.At(InQuebec(instant));
        Assert.Equal(TimeOnly.Parse(wallClock), TimeOnly.FromDateTime(hour.Clock));
        Assert.Equal(nightLineAnswers, hour.Answering.Contains(Nights));
    }

    [Fact]
    public void Where_no_line_answers_for_sure_the_first_that_may_is_offered() =>
        Assert.Equal(NobodyKnows, new CrisisLines(Lines.StatedOn, [SaturdayAfternoon, NobodyKnows]).At(InQuebec("2026-11-28T02:10:00-05:00")).First);

    [Fact]
    public void A_line_is_to_be_checked_six_months_after_somebody_confirmed_it()
    {
        var confirmed = DayAndNight with { ConfirmedOn = new DateOnly(2026, 5, 22) };
        Assert.False(confirmed.IsToBeChecked(new DateOnly(2026, 11, 22)));
        Assert.True(confirmed.IsToBeChecked(new DateOnly(2026, 11, 23)));
        Assert.True(DayAndNight.IsToBeChecked(new DateOnly(2026, 11, 22)));
    }

    static DateTimeOffset InQuebec(string instant) => DateTimeOffset.Parse(instant);

    static CrisisLine Line(string name, int order, OpeningHours opening) =>
        new() { Order = order, Name = new Bilingual(name, null), Call = new PhoneNumber("4185550100", "418 555-0100"), Opening = opening };
}
