using System.Globalization;
using Alentour.Foundation.Calendar;
using Alentour.Foundation.Forms;

namespace Alentour.Community.Groups.Meetings;

/// <summary>A series of meetings as a member writes it.</summary>
public sealed record WrittenSeries(Repetition Repetition, TimeOnly StartsAt, int Minutes, string? Place, bool IsOnlyFromAfar, VisitDoor VisitDoor, int VisitsAtOnce)
{
    /// <summary>How it may come back, as the form says it.</summary>
    public static readonly IReadOnlyList<string> Rhythms = ["semaine", "deux", "trois", "quatre", "premier", "deuxieme", "troisieme", "quatrieme", "dernier", "une"];

    static readonly string[] Nths = ["premier", "deuxieme", "troisieme", "quatrieme"];

    /// <summary>As it was written; null when something on the sheet does not fit.</summary>
    public static WrittenSeries? Of(Sheet sheet, DateOnly today)
    {
        if (!DateOnly.TryParseExact(sheet["jour"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day < today || day > today.AddYears(1))
            sheet.Refuse("jour", "changes.refusal.day");
        if (ChangedDate.Time(sheet["heure"]) is not { } time)
        {
            sheet.Refuse("heure", "changes.refusal.time");
            time = default;
        }
        if (sheet.Refusal("heure") is null && ChangedDate.AsksForNight(time, sheet["heure"], sheet["nuit"]))
            sheet.Refuse("heure", "changes.refusal.night");
        if (!int.TryParse(sheet["duree"], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) || minutes is < 15 or > 720)
            sheet.Refuse("duree", "series.refusal.length");
        var place = sheet.Text("lieu");
        if (!sheet.IsSound)
            return null;
        _ = int.TryParse(sheet["combien"], NumberStyles.None, CultureInfo.InvariantCulture, out var atOnce);
        return new(Comes(sheet["rythme"], day), time, minutes, place, sheet.Has("deloin", "oui"), Enum.TryParse<VisitDoor>(sheet["accueil"], out var door) && Enum.IsDefined(door) ? door : VisitDoor.GreeterFirst, Math.Clamp(atOnce, 1, 12));
    }

    /// <summary>What stands in a field of a series that is there.</summary>
    public static string? Read(MeetingSeries series, DateOnly from, string field) => field switch
    {
        "jour" => (series.Repetition.Next(from) ?? from).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "heure" => string.Create(CultureInfo.InvariantCulture, $"{series.StartsAt.Hour}:{series.StartsAt.Minute:00}"),
        "duree" => series.Minutes.ToString(CultureInfo.InvariantCulture),
        "lieu" => series.Place,
        "deloin" => series.IsOnlyFromAfar ? "oui" : "",
        "accueil" => series.VisitDoor.ToString(),
        "combien" => series.VisitsAtOnce.ToString(CultureInfo.InvariantCulture),
        "rythme" => (series.EveryWeeks, series.NthInMonth) switch
        {
            ( > 0 and <= 4, _) => Rhythms[series.EveryWeeks - 1],
            (_, Repetition.LastInMonth) => "dernier",
            (_, > 0) => Nths[series.NthInMonth - 1],
            _ => "une",
        },
        _ => null,
    };

    public MeetingSeries Series(Guid id, Guid group) => new()
    {
        Id = id,
        GroupId = group,
        FirstDay = Repetition.FirstDay,
        EveryWeeks = Repetition.EveryWeeks,
        NthInMonth = Repetition.NthInMonth,
        LastDay = Repetition.LastDay,
        StartsAt = StartsAt,
        Minutes = Minutes,
        Place = Place,
    };

    // The weekday is that of the day that was chosen; a month's rule begins at the first such day from there.
    static Repetition Comes(string? rhythm, DateOnly day) => rhythm switch
    {
        "une" => Repetition.Once(day),
        "dernier" => Repetition.LastWeekday(day, day.DayOfWeek),
        "deux" => Repetition.Weekly(day, 2),
        "trois" => Repetition.Weekly(day, 3),
        "quatre" => Repetition.Weekly(day, 4),
        _ when Array.IndexOf(Nths, rhythm) is >= 0 and var nth => Repetition.NthWeekday(day, day.DayOfWeek, nth + 1),
        _ => Repetition.Weekly(day),
    };
}
