using Alentour.Foundation.Texts;

namespace Alentour.Community.Organizations;

/// <summary>Whether the door is open, as a sentence.</summary>
public static class OpeningWords
{
    /// <summary>"La porte est ouverte jusqu'à 16 h." or "La porte ouvre demain à 10 h."; "" when it never opens.</summary>
    public static string Say(IReadOnlyCollection<OpeningHours> week, (DateOnly Day, TimeOnly Time) now, Words words)
    {
        if (week.OpenAt(now) is { } open)
            return words["house.openUntil", ("time", DateWords.Time(open.To, words.Language))];
        return week.NextAfter(now) is var (day, hours)
            ? words["house.opensNext", ("when", DateWords.When(day, hours.From, now, words.Language))]
            : "";
    }
}
