using Alentour.Foundation.Clock;
using FsCheck;
using FsCheck.Fluent;

namespace Alentour.Tests.Foundation.Clock;

public sealed class WallClockRules
{
    private static readonly TimeZoneInfo Toronto = Zones.Find(null);

    [Theory]
    [InlineData("2026-10-31", "19:00", "2026-10-31T23:00:00Z")]
    [InlineData("2026-11-01", "19:00", "2026-11-02T00:00:00Z")]
    [InlineData("2027-03-13", "19:00", "2027-03-14T00:00:00Z")]
    [InlineData("2027-03-14", "19:00", "2027-03-14T23:00:00Z")]
    [InlineData("2026-11-01", "00:59", "2026-11-01T04:59:00Z")]
    [InlineData("2026-11-01", "02:00", "2026-11-01T07:00:00Z")]
    [InlineData("2027-03-14", "01:59", "2027-03-14T06:59:00Z")]
    [InlineData("2027-03-14", "03:00", "2027-03-14T07:00:00Z")]
    public void A_meeting_keeps_its_wall_time_across_clock_changes(string day, string time, string instant) =>
        Assert.Equal(DateTimeOffset.Parse(instant), At(day, time, Toronto));

    [Theory]
    [InlineData("02:00", "2027-03-14T07:00:00Z")]
    [InlineData("02:30", "2027-03-14T07:30:00Z")]
    [InlineData("02:59", "2027-03-14T07:59:00Z")]
    public void A_time_skipped_in_spring_moves_forward_by_the_gap(string time, string instant) =>
        Assert.Equal(DateTimeOffset.Parse(instant), At("2027-03-14", time, Toronto));

    [Theory]
    [InlineData("01:00", "2026-11-01T05:00:00Z")]
    [InlineData("01:30", "2026-11-01T05:30:00Z")]
    [InlineData("01:59", "2026-11-01T05:59:00Z")]
    public void A_time_that_comes_twice_in_autumn_is_the_first_one(string time, string instant) =>
        Assert.Equal(DateTimeOffset.Parse(instant), At("2026-11-01", time, Toronto));

    [Fact]
    public void A_zone_that_moves_by_half_an_hour_has_a_gap_of_half_an_hour() =>
        Assert.Equal(DateTimeOffset.Parse("2026-10-03T15:45:00Z"), At("2026-10-04", "02:15", Zones.Find("Australia/Lord_Howe")));

    [Fact]
    public void An_instant_shows_the_wall_clock_of_the_place() =>
        Assert.Equal(
            (new DateOnly(2026, 10, 31), new TimeOnly(23, 30)),
            WallClock.ToLocal(DateTimeOffset.Parse("2026-11-01T03:30:00Z"), Toronto));

    [Theory]
    [InlineData("America/Toronto")]
    [InlineData("America/St_Johns")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Europe/Dublin")]
    [InlineData("Asia/Kathmandu")]
    public void Every_wall_time_that_exists_comes_back_the_same(string id)
    {
        var zone = Zones.Find(id);
        var minutes = Gen.Choose(0, 20 * 365 * 1440).ToArbitrary();
        Prop.ForAll(minutes, after =>
        {
            var local = new DateTime(2015, 1, 1).AddMinutes(after);
            var (day, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
            var back = WallClock.ToLocal(WallClock.ToInstant(day, time, zone), zone);
            return zone.IsInvalidTime(local) || back == (day, time);
        }).QuickCheckThrowOnFailure();
    }

    private static DateTimeOffset At(string day, string time, TimeZoneInfo zone) =>
        WallClock.ToInstant(DateOnly.Parse(day), TimeOnly.Parse(time), zone);
}
