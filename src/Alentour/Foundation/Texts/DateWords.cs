using System.Globalization;

namespace Alentour.Foundation.Texts;

/// <summary>Days and times of day as people say them, in fr-CA and en-CA.</summary>
public static class DateWords
{
    static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-CA");
    static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-CA");

    /// <summary>"jeudi 26 novembre", with the year when it is not the year of <paramref name="today"/>.</summary>
    public static string Day(DateOnly day, Language language, DateOnly? today = null)
    {
        var year = today is { } t && t.Year != day.Year;
        if (language == Language.English)
            return day.ToString(year ? "dddd, MMMM d, yyyy" : "dddd, MMMM d", English);
        var number = day.Day == 1 ? "1er" : day.Day.ToString(French);
        var text = $"{day.ToString("dddd", French)} {number}\u00A0{day.ToString("MMMM", French)}";
        return year ? $"{text} {day.Year}" : text;
    }

    /// <summary>"12 septembre 2026": a date of record, always with its year.</summary>
    public static string Date(DateOnly day, Language language) => language == Language.English
        ? day.ToString("MMMM d, yyyy", English)
        : $"{(day.Day == 1 ? "1er" : day.Day.ToString(French))}\u00A0{day.ToString("MMMM yyyy", French)}";

    /// <summary>"novembre 2026".</summary>
    public static string Month(DateOnly day, Language language) =>
        day.ToString("MMMM yyyy", language == Language.English ? English : French);

    /// <summary>"jeudi"; "Thursday".</summary>
    public static string Weekday(DayOfWeek day, Language language) =>
        (language == Language.English ? English : French).DateTimeFormat.GetDayName(day);

    /// <summary>"19 h", "13 h 30"; "7 p.m.", "1:30 p.m."; "midi", "minuit" are said in digits so that nobody hesitates.</summary>
    public static string Time(TimeOnly time, Language language)
    {
        if (language == Language.French)
            return time.Minute == 0 ? $"{time.Hour}\u00A0h" : $"{time.Hour}\u00A0h\u00A0{time.Minute:00}";
        var hour = time.Hour % 12 == 0 ? 12 : time.Hour % 12;
        var half = time.Hour < 12 ? "a.m." : "p.m.";
        return time.Minute == 0 ? $"{hour}\u00A0{half}" : $"{hour}:{time.Minute:00}\u00A0{half}";
    }

    /// <summary>"de 18 h à 22 h"; "6 p.m. to 10 p.m.".</summary>
    public static string Span(TimeOnly from, TimeOnly to, Language language) => language == Language.English
        ? $"{Time(from, language)} to {Time(to, language)}"
        : $"de {Time(from, language)} à {Time(to, language)}";

    /// <summary>
    /// "ce soir à 19 h", "demain à 13 h 30", "jeudi 26 novembre à 19 h". Between midnight and 5 h the day is said in full:
    /// "today" and "tomorrow" mean different days to people who have not slept.
    /// </summary>
    /// <param name="now">The wall clock of the house.</param>
    public static string When(DateOnly day, TimeOnly time, (DateOnly Day, TimeOnly Time) now, Language language)
    {
        var at = language == Language.English ? $"at {Time(time, language)}" : $"à {Time(time, language)}";
        var awake = now.Time >= new TimeOnly(5, 0);
        if (awake && day == now.Day)
            return $"{(language, time.Hour >= 17) switch { (Language.English, true) => "tonight", (Language.English, _) => "today", (_, true) => "ce soir", _ => "aujourd’hui" }} {at}";
        if (awake && day == now.Day.AddDays(1))
            return $"{(language == Language.English ? "tomorrow" : "demain")} {at}";
        return $"{Day(day, language, now.Day)} {at}";
    }
}
