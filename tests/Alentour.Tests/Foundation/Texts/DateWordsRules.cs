using Alentour.Foundation.Texts;

namespace Alentour.Tests.Foundation.Texts;

public sealed class DateWordsRules
{
    static readonly DateOnly Thursday = new(2026, 11, 26);

    // In these lines ~ is a no-break space.
    [Theory]
    [InlineData(14, 0, 0, 19, 0, "ce soir à 19~h", "tonight at 7~p.m.")]
    [InlineData(14, 0, 0, 15, 30, "aujourd’hui à 15~h~30", "today at 3:30~p.m.")]
    [InlineData(14, 0, 1, 13, 30, "demain à 13~h~30", "tomorrow at 1:30~p.m.")]
    [InlineData(14, 0, 2, 19, 0, "samedi 28~novembre à 19~h", "Saturday, November 28 at 7~p.m.")]
    [InlineData(5, 0, 0, 19, 0, "ce soir à 19~h", "tonight at 7~p.m.")]
    public void A_day_that_is_near_is_said_as_people_say_it(int hour, int minute, int daysAhead, int atHour, int atMinute, string french, string english) =>
        AssertSaid((hour, minute), daysAhead, (atHour, atMinute), french, english);

    /// <summary>Whoever has not slept calls another day today.</summary>
    [Theory]
    [InlineData(0, 0, 0, "jeudi 26~novembre à 19~h", "Thursday, November 26 at 7~p.m.")]
    [InlineData(2, 10, 0, "jeudi 26~novembre à 19~h", "Thursday, November 26 at 7~p.m.")]
    [InlineData(2, 10, 1, "vendredi 27~novembre à 19~h", "Friday, November 27 at 7~p.m.")]
    [InlineData(4, 59, 0, "jeudi 26~novembre à 19~h", "Thursday, November 26 at 7~p.m.")]
    public void Between_midnight_and_5_h_the_day_is_said_in_full(int hour, int minute, int daysAhead, string french, string english) =>
        AssertSaid((hour, minute), daysAhead, (19, 0), french, english);

    [Theory]
    [InlineData(2026, 11, 1, "dimanche 1er~novembre", "Sunday, November 1")]
    [InlineData(2027, 1, 5, "mardi 5~janvier 2027", "Tuesday, January 5, 2027")]
    public void A_day_of_another_year_says_its_year_and_the_first_is_1er(int year, int month, int day, string french, string english)
    {
        Assert.Equal(Tilde(french), DateWords.Day(new(year, month, day), Language.French, Thursday));
        Assert.Equal(Tilde(english), DateWords.Day(new(year, month, day), Language.English, Thursday));
    }

    [Theory]
    [InlineData(0, 0, "0~h", "12~a.m.")]
    [InlineData(12, 0, "12~h", "12~p.m.")]
    [InlineData(13, 5, "13~h~05", "1:05~p.m.")]
    [InlineData(9, 0, "9~h", "9~a.m.")]
    public void Hours_are_said_on_24_in_French_and_on_12_in_English(int hour, int minute, string french, string english)
    {
        Assert.Equal(Tilde(french), DateWords.Time(new(hour, minute), Language.French));
        Assert.Equal(Tilde(english), DateWords.Time(new(hour, minute), Language.English));
    }

    static void AssertSaid((int Hour, int Minute) now, int daysAhead, (int Hour, int Minute) at, string french, string english)
    {
        var wall = (Thursday, new TimeOnly(now.Hour, now.Minute));
        Assert.Equal(Tilde(french), DateWords.When(Thursday.AddDays(daysAhead), new(at.Hour, at.Minute), wall, Language.French));
        Assert.Equal(Tilde(english), DateWords.When(Thursday.AddDays(daysAhead), new(at.Hour, at.Minute), wall, Language.English));
    }

    static string Tilde(string words) => words.Replace('~', '\u00A0');
}
