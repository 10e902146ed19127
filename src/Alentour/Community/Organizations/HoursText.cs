using System.Globalization;
using System.Text.RegularExpressions;
using Alentour.Foundation.Texts;

namespace Alentour.Community.Organizations;

/// <summary>The hours of one day as people write them: « 10 h à 16 h, 18 h 30 à 21 h 30 », "10 a.m. to 4 p.m.".</summary>
public static partial class HoursText
{
    /// <summary>The stretches of that day, none when nothing is written or « fermé »; null when it cannot be understood.</summary>
    public static IReadOnlyList<OpeningHours>? Understand(DayOfWeek day, string? typed)
    {
        var text = Named().Replace(PlainLetters.Of(typed ?? "").Trim(), m => m.Value is "midi" or "noon" ? "12 h" : "23 h 59");
        if (text.Length == 0 || text is "ferme" or "fermee" or "closed")
            return [];
        var times = Time().Matches(text).Select(Read).ToList();
        if (times.Count == 0 || times.Count % 2 == 1 || times.Contains(null) || !Between().IsMatch(Time().Replace(text, "")))
            return null;
        var stretches = times.Chunk(2).Select(pair => new OpeningHours(day, pair[0]!.Value, pair[1]!.Value)).OrderBy(h => h.From).ToList();
        return stretches.All(h => h.From < h.To) && stretches.Zip(stretches.Skip(1)).All(p => p.First.To <= p.Second.From) ? stretches : null;
    }

    /// <summary>What to show in the field of that day.</summary>
    public static string Write(IEnumerable<OpeningHours> week, DayOfWeek day, Language language) =>
        string.Join(", ", week.Where(h => h.Day == day).OrderBy(h => h.From).Select(h => DateWords.Span(h.From, h.To, language)));

    static TimeOnly? Read(Match time)
    {
        var hour = int.Parse(time.Groups["hour"].ValueSpan, CultureInfo.InvariantCulture);
        var minute = time.Groups["minute"].Success ? int.Parse(time.Groups["minute"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        if (time.Groups["half"].Success)
            hour = hour is < 1 or > 12 ? 99 : hour % 12 + (time.Groups["half"].Value[0] == 'p' ? 12 : 0);
        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    [GeneratedRegex(@"\b(midi|noon|minuit|midnight)\b")]
    private static partial Regex Named();

    // Not \d, which takes the digits of every script, where int.Parse takes ours alone.
    [GeneratedRegex(@"(?<![0-9:])(?<hour>[0-9]{1,2})(?:\s*[h:]\s*(?<minute>[0-9]{2})?(?![0-9]))?(?:\s*(?<half>[ap]\.?\s?m\b\.?))?(?![0-9])")]
    private static partial Regex Time();

    [GeneratedRegex(@"^(?:\b(?:de|a|et|to|and|from|until|jusqu)\b|[\s,;\-–—'’.])*$")]
    private static partial Regex Between();
}
