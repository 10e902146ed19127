using Alentour.Foundation.Texts;

namespace Alentour.Practices.CrisisHelp;

/// <summary>Hours as people say them.</summary>
public static class OpeningWords
{
    /// <summary>"jour et nuit", "lundi à vendredi, de 18 h à 22 h; samedi, de 20 h à 2 h", "heures non confirmées".</summary>
    public static string Say(OpeningHours opening, Words words) => opening.Kind switch
    {
        OpeningKind.Always => words["help.hours.always"],
        OpeningKind.Unknown => words["help.hours.unknown"],
        _ => string.Join(words["help.hours.and"], InRuns(opening.Week).Select(run => Say(run, words))),
    };

    /// <summary>"Ouvre jeudi 26 novembre à 18 h (jeudi, de 18 h à 22 h).": when a closed line next answers, and its week.</summary>
    public static string SayNext(ClosedLine closed, DateTime clock, Words words) => words["help.hours.opens",
        ("when", DateWords.When(DateOnly.FromDateTime(closed.OpensAt), TimeOnly.FromDateTime(closed.OpensAt), (DateOnly.FromDateTime(clock), TimeOnly.FromDateTime(clock)), words.Language)),
        ("week", Say(closed.Line.Opening, words))];

    static string Say(List<OpenStretch> run, Words words)
    {
        var first = DateWords.Weekday(run[0].Day, words.Language);
        var days = run.Count == 1 ? first : words["help.hours.days", ("first", first), ("last", DateWords.Weekday(run[^1].Day, words.Language))];
        return words["help.hours.stretch", ("days", days), ("span", DateWords.Span(run[0].From, run[0].Until, words.Language))];
    }

    /// <summary>Following days with the same hours, from Monday on, taken together.</summary>
    static List<List<OpenStretch>> InRuns(IEnumerable<OpenStretch> week)
    {
        var runs = new List<List<OpenStretch>>();
        foreach (var stretch in week.OrderBy(s => s.From).ThenBy(s => s.Until).ThenBy(FromMonday))
        {
            var last = runs.Count > 0 ? runs[^1][^1] : null;
            if (last is not null && (last.From, last.Until) == (stretch.From, stretch.Until) && FromMonday(last) + 1 == FromMonday(stretch))
                runs[^1].Add(stretch);
            else
                runs.Add([stretch]);
        }
        return [.. runs.OrderBy(r => FromMonday(r[0]))];
    }

    static int FromMonday(OpenStretch stretch) => ((int)stretch.Day + 6) % 7;
}
