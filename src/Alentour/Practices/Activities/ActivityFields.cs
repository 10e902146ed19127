using System.Globalization;
using Alentour.Community.Organizations;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Texts;

namespace Alentour.Practices.Activities;

/// <summary>The form of an announcement: what stands in its fields, and what an answer makes of it.</summary>
static class ActivityFields
{
    public const string Yes = "oui";
    public const int UsualMinutes = 120;

    const string SomeEnd = " à 23 h 59";

    /// <summary>The fields of days: the first one, then those that are named one by one.</summary>
    public static readonly IReadOnlyList<string> DayFields = ["jour", "jour2", "jour3", "jour4", "jour5", "jour6"];

    public static readonly IReadOnlyList<int> Lengths = [30, 60, 90, 120, 150, 180, 240, 300, 360, 480];

    public static Sheet Of(ActivitySheet? sheet, Language language)
    {
        var fields = new Dictionary<string, string?>
        {
            ["lieu"] = sheet?.Place,
            ["heure"] = sheet is null ? null : DateWords.Time(sheet.StartsAt, language),
            ["duree"] = (sheet?.Minutes ?? UsualMinutes).ToString(CultureInfo.InvariantCulture),
            ["chaque-semaine"] = sheet?.WeeklyUntil is null ? null : Yes,
            ["jusqu"] = sheet?.WeeklyUntil is { } until ? Text(until) : null,
        };
        foreach (var (name, text) in new[] { ("titre", sheet?.Title), ("mots", sheet?.Words), ("pourqui", sheet?.ForWhom), ("venir", sheet?.HowToCome) })
            (fields[name], fields[name + "-en"]) = (text?.Fr, text?.En);
        foreach (var (field, day) in DayFields.Zip(sheet?.Days ?? []))
            fields[field] = Text(day);
        return new Sheet(fields.GetValueOrDefault);
    }

    /// <summary>The announcement with these answers. What does not fit is refused on <paramref name="form"/>, and the result is then not to be kept.</summary>
    public static ActivitySheet Answer(ActivitySheet? before, Sheet form, DateOnly today)
    {
        var title = form.Both("titre");
        if (title.IsEmpty)
            form.Refuse("titre", "activities.refusal.noTitle");
        var days = Days(form, today, before?.Days ?? []);
        var sheet = new ActivitySheet
        {
            Title = title,
            Words = Said(form, "mots"),
            ForWhom = Said(form, "pourqui"),
            HowToCome = Said(form, "venir"),
            Place = form.Text("lieu", 200),
            Days = days,
            WeeklyUntil = WeeklyUntil(form, days, today),
            StartsAt = Hour(form, "heure") ?? default,
            Minutes = int.TryParse(form["duree"], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and <= 1440 ? minutes : UsualMinutes,
        };
        return sheet with { Changes = [.. (before?.Changes ?? []).Where(c => sheet.IsPlannedOn(c.Day))] };
    }

    /// <summary>An hour as people write it; a refusal beside its field, and null, when it cannot be understood.</summary>
    public static TimeOnly? Hour(Sheet form, string field)
    {
        if (form.Text(field) is { } typed && HoursText.Understand(DayOfWeek.Monday, typed + SomeEnd) is [var hours])
            return hours.From;
        form.Refuse(field, "activities.refusal.hour");
        return null;
    }

    public static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(typed?.Trim(), ["yyyy-MM-dd", "yyyy/MM/dd", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <param name="known">Days announced before, which may be past by now.</param>
    static List<DateOnly> Days(Sheet form, DateOnly today, IReadOnlyList<DateOnly> known)
    {
        var days = new List<DateOnly>();
        foreach (var field in DayFields)
        {
            if (string.IsNullOrWhiteSpace(form[field]))
                continue;
            if (Day(form[field]) is not { } day || day > today.AddYears(ActivitySheet.YearsAhead))
                form.Refuse(field, "activities.refusal.day");
            else if (day < today && !known.Contains(day))
                form.Refuse(field, "activities.refusal.past");
            else
                days.Add(day);
        }
        if (days.Count == 0)
            form.Refuse(DayFields[0], "activities.refusal.noDay");
        return [.. days.Distinct().Order()];
    }

    static DateOnly? WeeklyUntil(Sheet form, List<DateOnly> days, DateOnly today)
    {
        if (!form.Has("chaque-semaine", Yes))
            return null;
        if (Day(form["jusqu"]) is { } until && days.Count > 0 && until > days[0] && until <= today.AddYears(ActivitySheet.YearsAhead))
            return until;
        form.Refuse("jusqu", "activities.refusal.until");
        return null;
    }

    static Bilingual? Said(Sheet form, string field) => form.Both(field, Sheet.Long) is { IsEmpty: false } said ? said : null;

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
