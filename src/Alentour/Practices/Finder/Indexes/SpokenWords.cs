using Alentour.Foundation.Texts;
using Alentour.Practices.Finder.Listings;

namespace Alentour.Practices.Finder.Indexes;

/// <summary>
/// The words by which people ask for an hour, a way of meeting or a language: « jeudi soir », « en ligne », « anglais », « gratuit ».
/// The index keeps them for each entry, in both languages, since no entry writes them all itself. Cut once, not once a row.
/// </summary>
static class SpokenWords
{
    static readonly TimeOnly Noon = new(12, 0);

    static readonly string[] Parts = ["matin morning", "après-midi afternoon", "soir soirée evening"];

    static readonly Dictionary<(DayOfWeek Day, int Part), IReadOnlyCollection<string>> Hours =
        Enum.GetValues<DayOfWeek>().SelectMany(day => Enumerable.Range(0, Parts.Length).Select(part => (day, part))).ToDictionary(hour => hour, hour => SearchWords.Of(Of(hour.day, hour.part)));

    static readonly Dictionary<Ways, IReadOnlyCollection<string>> Meeting = new()
    {
        [Ways.Online] = SearchWords.Of("en ligne virtuel visioconférence internet online"),
        [Ways.Phone] = SearchWords.Of("téléphone phone telephone"),
        [Ways.Room] = SearchWords.Of("en personne en salle in person"),
    };

    static readonly Dictionary<string, IReadOnlyCollection<string>> Languages = new(StringComparer.Ordinal)
    {
        ["fr"] = SearchWords.Of("français french"),
        ["en"] = SearchWords.Of("anglais english"),
        ["es"] = SearchWords.Of("espagnol spanish"),
        ["lsq"] = SearchWords.Of("langue des signes québécoise Quebec sign language LSQ"),
        ["asl"] = SearchWords.Of("langue des signes américaine American sign language ASL"),
        ["iu"] = SearchWords.Of("inuktitut"),
        ["cr"] = SearchWords.Of("cri Cree"),
        ["ar"] = SearchWords.Of("arabe Arabic"),
        ["ht"] = SearchWords.Of("créole haïtien Haitian Creole"),
        ["pt"] = SearchWords.Of("portugais Portuguese"),
    };

    static readonly IReadOnlyCollection<string> Free = SearchWords.Of("gratuit gratuite free");

    /// <param name="tongues">Mask of <see cref="Tongues"/>.</param>
    public static IEnumerable<string> Of(IEnumerable<WeeklyHour> hours, Ways ways, int tongues, bool isFree) =>
        hours.SelectMany(h => Hours[(h.Day, Part(h.StartsAt))])
            .Concat(Meeting.Where(w => ways.HasFlag(w.Key)).SelectMany(w => w.Value))
            .Concat(Tongues.In(tongues).SelectMany(code => Languages.GetValueOrDefault(code, [])))
            .Concat(isFree ? Free : []);

    static int Part(TimeOnly startsAt) => startsAt >= IndexRow.EveningStarts ? 2 : startsAt >= Noon ? 1 : 0;

    static string Of(DayOfWeek day, int part) => string.Join(' ',
        DateWords.Weekday(day, Language.French), Parts[part], DateWords.Weekday(day, Language.English), day is DayOfWeek.Saturday or DayOfWeek.Sunday ? "fin de semaine weekend" : "");
}
