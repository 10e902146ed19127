using Alentour.Foundation.Texts;

namespace Alentour.Practices.Finder.Listings;

/// <summary>The sheet of an entry in plain words (R039, R040): only what its source says.</summary>
public static class SheetWords
{
    public static IEnumerable<(string Key, string Fact)> Of(ListedSheet sheet, Words words)
    {
        foreach (var (key, text) in new[] { ("group.forWhom", sheet.ForWhom), ("sheet.when", sheet.When), ("group.whoRuns", sheet.WhoRuns), ("group.training", sheet.Training) })
            if (text is { IsEmpty: false })
                yield return (key, words.Of(text));
        if (sheet.Kind == EntryKind.Group && sheet.Stewardship is { } stewardship)
            yield return ("sheet.stewardship", words[$"group.stewardship.{stewardship}"]);
        if (WaysSaid(sheet.Ways, words) is { Length: > 0 } ways)
            yield return ("group.ways", ways);
        if (string.Join(", ", new[] { sheet.Place, sheet.Town }.Where(p => !string.IsNullOrWhiteSpace(p))) is { Length: > 0 } place)
            yield return ("resource.where", place);
        else if (sheet.Area is { IsEmpty: false } area)
            yield return ("resource.where", words.Of(area));
        var languages = sheet.Languages.Where(l => l is "fr" or "en").Select(l => words[$"group.language.{l}"]).ToList();
        if (languages.Count > 0)
            yield return ("group.languages", string.Join(", ", languages));
        if (sheet.IsFree)
            yield return ("group.cost", words["resource.free"]);
        if (sheet.Themes?.In(words.Language) is { Count: > 0 } themes)
            yield return ("group.themes", string.Join(", ", themes));
    }

    static string WaysSaid(Ways ways, Words words) => string.Join(", ", new[]
    {
        ways.HasFlag(Ways.Room) ? words["group.way.Room"] : null,
        ways.HasFlag(Ways.Online) ? words["group.way.Online"] : null,
        ways.HasFlag(Ways.Phone) ? words["group.way.Phone"] : null,
    }.OfType<string>());
}
