namespace Alentour.Practices.Finder.Indexes;

/// <summary>
/// « jeudi soir » asks for one thing and not for two: Thursday morning and Monday evening must not answer it.
/// So a day followed by a part of the day is kept, and asked, as one word, the same in both languages.
/// </summary>
static class DayParts
{
    static readonly Dictionary<string, string> Days = Forms(
        ["lundi", "monday"], ["mardi", "tuesday"], ["mercredi", "wednesday"], ["jeudi", "thursday"], ["vendredi", "friday"], ["samedi", "saturday"], ["dimanche", "sunday"]);

    // Of « après-midi », the first word alone: SearchWords cuts at the hyphen.
    static readonly Dictionary<string, string> Parts = Forms(["matin", "morning"], ["apres", "afternoon"], ["soir", "soiree", "evening", "night"]);

    /// <summary>The one word for both, or null when they are not a day and a part of it.</summary>
    public static string? Joined(string day, string part) => Days.TryGetValue(day, out var first) && Parts.TryGetValue(part, out var second) ? first + second : null;

    /// <summary>The words of a question, each such pair as one.</summary>
    public static IEnumerable<string> Join(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (i + 1 < words.Count && Joined(words[i], words[i + 1]) is { } joined)
            {
                yield return joined;
                // The rest of « après-midi » says no more.
                i += i + 2 < words.Count && words[i + 2] == "midi" ? 2 : 1;
            }
            else
                yield return words[i];
        }
    }

    static Dictionary<string, string> Forms(params string[][] same) =>
        same.SelectMany(forms => forms.SelectMany(form => new[] { form, form + "s" }).Select(form => (form, forms[0]))).ToDictionary(f => f.form, f => f.Item2, StringComparer.Ordinal);
}
