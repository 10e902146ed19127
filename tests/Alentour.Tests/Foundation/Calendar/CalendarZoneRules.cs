using Alentour.Foundation.Calendar;
using Alentour.Foundation.Clock;

namespace Alentour.Tests.Foundation.Calendar;

public sealed class CalendarZoneRules
{
    [Fact]
    public void Toronto_changes_on_the_second_Sunday_of_March_and_the_first_of_November() => Assert.Equal(
        [
            "TZID:America/Toronto",
            "BEGIN:DAYLIGHT",
            "DTSTART:20250309T020000",
            "TZOFFSETFROM:-0500",
            "TZOFFSETTO:-0400",
            "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
            "END:DAYLIGHT",
            "BEGIN:STANDARD",
            "DTSTART:20251102T020000",
            "TZOFFSETFROM:-0400",
            "TZOFFSETTO:-0500",
            "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
            "END:STANDARD",
        ],
        Written("America/Toronto", 2026).Components("VTIMEZONE").Single());

    [Fact]
    public void A_zone_whose_clock_never_moves_says_so_once() => Assert.Equal(
        ["TZID:Asia/Kathmandu", "BEGIN:STANDARD", "DTSTART:20250101T000000", "TZOFFSETFROM:+0545", "TZOFFSETTO:+0545", "END:STANDARD"],
        Written("Asia/Kathmandu", 2026).Components("VTIMEZONE").Single());

    [Fact]
    public void A_rule_that_was_changed_ends_before_the_new_one()
    {
        var rules = Written("America/Toronto", 2000).Lines.Where(line => line.StartsWith("RRULE:FREQ=YEARLY", StringComparison.Ordinal));
        Assert.Equal(
            [
                "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;UNTIL=20060402T070000Z",
                "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20061029T060000Z",
                "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
                "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
            ],
            rules);
    }

    [Theory]
    [InlineData("America/Toronto", 1995)]
    [InlineData("America/St_Johns", 2005)]
    [InlineData("America/Regina", 2020)]
    [InlineData("America/Santiago", 2015)]
    [InlineData("Australia/Lord_Howe", 2020)]
    [InlineData("Europe/Dublin", 2020)]
    [InlineData("Europe/Istanbul", 2010)]
    [InlineData("Asia/Jerusalem", 2020)]
    [InlineData("Africa/Casablanca", 2020)]
    [InlineData("Etc/UTC", 2020)]
    public void A_reader_finds_the_offset_of_every_instant(string id, int year)
    {
        var zone = Zones.Find(id);
        var read = new ReadZone(Written(id, year));
        var end = new DateTimeOffset(2037, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (var instant = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero); instant < end; instant = instant.AddHours(13))
            Assert.True(zone.GetUtcOffset(instant) == read.OffsetAt(instant), $"{id} at {instant:u}");
    }

    [Fact]
    public void A_zone_without_a_plain_name_is_refused()
    {
        var nameless = TimeZoneInfo.CreateCustomTimeZone("(UTC-05:00)", TimeSpan.FromHours(-5), null, null);
        Assert.Contains("(UTC-05:00)", Assert.Throws<ArgumentException>(() => CalendarWriter.Write(Feeds.One(Feeds.Thursday) with { Zone = nameless })).Message);
    }

    private static ReadCalendar Written(string id, int firstYear) => new(CalendarWriter.Write(
        Feeds.One(Feeds.Thursday with { Repetition = Repetition.Weekly(new(firstYear, 1, 4)) }) with { Zone = Zones.Find(id) }));
}
