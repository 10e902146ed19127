using System.Text.RegularExpressions;
using Alentour.Community.Organizations;
using Alentour.Foundation.Texts;

namespace Alentour.Practices.CrisisHelp.Lines;

/// <summary>The hours of a line as people write them, one line a day; they may run past midnight: « 18 h à 2 h ».</summary>
static partial class LineHours
{
    const string SomeEnd = " à 23 h 59";

    /// <summary>Monday first, each with its field.</summary>
    public static readonly IReadOnlyList<(DayOfWeek Day, string Field)> Week =
        [.. new[] { "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche" }.Select((name, i) => ((DayOfWeek)((i + 1) % 7), name))];

    public static string Write(OpeningHours opening, DayOfWeek day, Language language) =>
        string.Join(", ", opening.Week.Where(s => s.Day == day).OrderBy(s => s.From).Select(s => DateWords.Span(s.From, s.Until, language)));

    /// <summary>The stretches of that day, none when nothing is written; null when it cannot be understood.</summary>
    public static IReadOnlyList<OpenStretch>? Understand(DayOfWeek day, string? typed)
    {
        var stretches = new List<OpenStretch>();
        foreach (var part in (typed ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (HoursText.Understand(day, part) is { } within)
                stretches.AddRange(within.Select(h => new OpenStretch(day, h.From, h.To)));
            else if (PastMidnight(day, part) is { } stretch)
                stretches.Add(stretch);
            else
                return null;
        }
        return stretches;
    }

    static OpenStretch? PastMidnight(DayOfWeek day, string part) =>
        Between().Split(PlainLetters.Of(part)) is [var first, var last] && Time(day, first) is { } from && Time(day, last) is { } until && until < from ? new OpenStretch(day, from, until) : null;

    static TimeOnly? Time(DayOfWeek day, string typed) => HoursText.Understand(day, typed + SomeEnd) is [var hours] ? hours.From : null;

    [GeneratedRegex(@"\s+(?:a|to|until)\s+|\s*[-–]\s*")]
    private static partial Regex Between();
}
