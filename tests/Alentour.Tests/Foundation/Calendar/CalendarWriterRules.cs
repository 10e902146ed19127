using System.Globalization;
using Alentour.Foundation.Calendar;

namespace Alentour.Tests.Foundation.Calendar;

public sealed class CalendarWriterRules
{
    private static readonly DateOnly Planned = new(2026, 11, 12);

    private static readonly MovedOccurrence ToFriday = new()
    {
        PlannedDay = Planned,
        Day = new(2026, 11, 13),
        StartTime = new(14, 15),
        Location = "Bibliothèque; salle B",
    };

    [Fact]
    public void A_series_says_when_it_begins_how_long_it_lasts_and_how_it_comes_back() => Assert.Equal(
        [
            "UID:jeudi@rivage.example",
            "DTSTAMP:20260901T120000Z",
            "LAST-MODIFIED:20260901T120000Z",
            "SEQUENCE:0",
            "SUMMARY:Cercle du jeudi",
            @"LOCATION:Le Rivage\, salle bleue",
            "URL:https://rivage.example/groupes/cercle-du-jeudi",
            "DTSTART;TZID=America/Toronto:20260903T190000",
            "DURATION:PT1H30M",
            "RRULE:FREQ=WEEKLY;BYDAY=TH",
        ],
        Feeds.Events(Feeds.Thursday).Single());

    [Fact]
    public void A_cancelled_date_leaves_the_series() => Assert.Contains(
        "EXDATE;TZID=America/Toronto:20261224T190000",
        Feeds.Events(Feeds.Thursday with { CancelledDays = [new(2026, 12, 24)] }).Single());

    [Fact]
    public void A_moved_date_has_its_own_day_time_and_place_and_remembers_the_planned_one()
    {
        var moved = Feeds.Events(Feeds.Thursday with { Moved = [ToFriday] })[1];
        Assert.Contains("UID:jeudi@rivage.example", moved);
        Assert.Contains("DTSTART;TZID=America/Toronto:20261113T141500", moved);
        Assert.Contains("RECURRENCE-ID;TZID=America/Toronto:20261112T190000", moved);
        Assert.Contains(@"LOCATION:Bibliothèque\; salle B", moved);
        Assert.DoesNotContain(moved, line => line.StartsWith("RRULE", StringComparison.Ordinal));
    }

    [Fact]
    public void A_date_moved_then_cancelled_does_not_take_place()
    {
        var only = Feeds.Events(Feeds.Thursday with { Moved = [ToFriday], CancelledDays = [Planned] }).Single();
        Assert.Contains("EXDATE;TZID=America/Toronto:20261112T190000", only);
    }

    [Fact]
    public void Changes_of_days_that_the_series_does_not_give_are_left_out() => Assert.Equal(
        Feeds.Events(Feeds.Thursday),
        Feeds.Events(Feeds.Thursday with { Moved = [ToFriday with { PlannedDay = new(2026, 11, 11) }], CancelledDays = [new(2026, 9, 2)] }));

    [Fact]
    public void What_happens_once_and_is_cancelled_stays_marked_cancelled()
    {
        var once = Feeds.Events(Feeds.Thursday with { Repetition = Repetition.Once(Planned), CancelledDays = [Planned] }).Single();
        Assert.Contains("STATUS:CANCELLED", once);
        Assert.DoesNotContain(once, line => line.StartsWith("EXDATE", StringComparison.Ordinal));
    }

    [Fact]
    public void What_happens_once_and_is_moved_is_simply_elsewhere()
    {
        var once = Feeds.Events(Feeds.Thursday with { Repetition = Repetition.Once(Planned), Moved = [ToFriday] }).Single();
        Assert.Contains("DTSTART;TZID=America/Toronto:20261113T141500", once);
        Assert.DoesNotContain(once, line => line.StartsWith("RECURRENCE-ID", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(90 * 60, "PT1H30M")]
    [InlineData(45 * 60, "PT45M")]
    [InlineData(26 * 3600, "PT26H")]
    [InlineData(1, "PT1S")]
    public void A_length_is_written_in_hours_minutes_and_seconds(int seconds, string text) => Assert.Contains(
        "DURATION:" + text, Feeds.Events(Feeds.Thursday with { Duration = TimeSpan.FromSeconds(seconds) }).Single());

    [Fact]
    public void An_event_that_all_readers_would_not_read_alike_is_refused()
    {
        Refused(Feeds.One(Feeds.Thursday with { Duration = TimeSpan.Zero }), "no duration");
        Refused(Feeds.One(Feeds.Thursday with { Moved = [ToFriday with { Duration = TimeSpan.FromHours(-1) }] }), "no duration");
        Refused(Feeds.One(Feeds.Thursday with { Url = new Uri("/groupes", UriKind.Relative) }), "not absolute");
        Refused(Feeds.One(Feeds.Thursday with { Uid = " " }), "identifier of its own");
        Refused(Feeds.One(Feeds.Thursday) with { Events = [Feeds.Thursday, Feeds.Thursday] }, "identifier of its own");
    }

    [Fact]
    public void A_calendar_without_events_is_still_a_calendar()
    {
        var calendar = new ReadCalendar(CalendarWriter.Write(Feeds.One(Feeds.Thursday) with { Events = [] }));
        Assert.Single(calendar.Components("VTIMEZONE"));
        Assert.Equal("END:VCALENDAR", calendar.Lines[^1]);
    }

    [Fact]
    public void The_tag_is_strong_and_changes_with_the_text()
    {
        var text = CalendarWriter.Write(Feeds.One(Feeds.Thursday));
        Assert.Matches("^\"[0-9a-f]{64}\"$", CalendarWriter.ETag(text));
        Assert.Equal(CalendarWriter.ETag(text), CalendarWriter.ETag(CalendarWriter.Write(Feeds.One(Feeds.Thursday))));
        Assert.NotEqual(CalendarWriter.ETag(text), CalendarWriter.ETag(CalendarWriter.Write(Feeds.One(Feeds.Thursday with { Sequence = 1 }))));
    }

    [Theory]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("fr-CA")]
    public void The_language_of_the_process_changes_nothing(string culture)
    {
        var series = Feeds.Thursday with { Repetition = Repetition.Weekly(new(2026, 9, 3), 2, new(2027, 6, 1)), Moved = [ToFriday] };
        var expected = CalendarWriter.Write(Feeds.One(series));
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, CalendarWriter.Write(Feeds.One(series)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void Refused(CalendarFeed feed, string reason) =>
        Assert.Contains(reason, Assert.Throws<ArgumentException>(() => CalendarWriter.Write(feed)).Message);
}
