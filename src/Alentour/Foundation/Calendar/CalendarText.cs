using System.Globalization;
using System.Text;

namespace Alentour.Foundation.Calendar;

/// <summary>How RFC 5545 part 3.3 writes days, instants, lengths and words.</summary>
internal static class CalendarText
{
    public static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    public static string WallTime(DateOnly day, TimeOnly time) =>
        $"{Day(day)}T{time.ToString("HHmmss", CultureInfo.InvariantCulture)}";

    public static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>+HHMM or -HHMM, from UTC.</summary>
    public static string Offset(TimeSpan offset) =>
        (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hhmm", CultureInfo.InvariantCulture);

    /// <summary>Always in hours: a day of "P1D" has 23 or 25 hours when clocks change.</summary>
    public static string Length(TimeSpan length)
    {
        var text = new StringBuilder("PT");
        var hours = (long)length.TotalHours;
        if (hours > 0) text.Append(CultureInfo.InvariantCulture, $"{hours}H");
        if (length.Minutes > 0) text.Append(CultureInfo.InvariantCulture, $"{length.Minutes}M");
        if (length.Seconds > 0) text.Append(CultureInfo.InvariantCulture, $"{length.Seconds}S");
        return text.ToString();
    }

    /// <summary>Words as a value: separators escaped, line ends written \n, control characters dropped.</summary>
    public static string Escape(string words)
    {
        var text = new StringBuilder(words.Length + 16);
        foreach (var rune in words.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == '\n') text.Append("\\n");
            else if (rune.Value is '\\' or ';' or ',') text.Append('\\').Append((char)rune.Value);
            else if (rune.Value == '\t' || !Rune.IsControl(rune)) text.Append(rune);
        }
        return text.ToString();
    }
}
