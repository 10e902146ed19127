using Alentour.Foundation.Calendar;
using Alentour.Foundation.Texts;

namespace Alentour.Community.Groups;

/// <summary>How often a series comes back, as people say it: "Chaque jeudi, de 19 h à 21 h".</summary>
public static class RhythmWords
{
    public static string Say(MeetingSeries series, Words words)
    {
        var weekday = DateWords.Weekday(series.FirstDay.DayOfWeek, words.Language);
        var span = DateWords.Span(series.StartsAt, series.StartsAt.AddMinutes(series.Minutes), words.Language);
        return (series.EveryWeeks, series.NthInMonth) switch
        {
            (1, _) => words["rhythm.weekly", ("weekday", weekday), ("span", span)],
            ( > 1, _) => words["rhythm.everyWeeks", ("weekday", weekday), ("weeks", series.EveryWeeks), ("span", span)],
            (_, Repetition.LastInMonth) => words["rhythm.last", ("weekday", weekday), ("span", span)],
            (_, > 0) => words[$"rhythm.nth{series.NthInMonth}", ("weekday", weekday), ("span", span)],
            _ => words["rhythm.once", ("day", DateWords.Day(series.FirstDay, words.Language)), ("span", span)],
        };
    }
}
