using System.Text.RegularExpressions;

namespace Alentour.Tests.Shape.Reading;

/// <summary>
/// A place in the code that names a text. Two ways of naming are understood, and no others are needed: the key itself, "finder.title"
/// (or the stem of its plural forms), and a key with holes, $"sorry.{kind}.title", each hole standing for one segment or a part of it.
/// </summary>
sealed partial record TextUse(string File, string Said)
{
    static readonly string[] Plurals = ["", ".zero", ".one", ".many"];
    static readonly string[] FileEndings = ["css", "js", "json", "md", "svg", "ics", "png", "xml", "txt", "woff2", "cshtml", "sql", "db"];

    Regex Pattern => new("^" + Hole().Replace(Regex.Escape(Said), "[A-Za-z0-9-]+") + "$");

    bool HasHoles => Said.Contains("{}", StringComparison.Ordinal);

    public bool Names(string key) => HasHoles ? Pattern.IsMatch(key) : Plurals.Any(p => key == Said + p);

    /// <summary>Everything in the source that is asked of the words, or looks like a key: its first segment is that of a text.</summary>
    public static IReadOnlyList<TextUse> All()
    {
        var firsts = TextFile.Keys.Select(k => k.Split('.')[0]).ToHashSet();
        return [.. from file in Repository.Files(Repository.Source, ".cs", ".cshtml")
                   let text = Identifiers.Bare(file)
                   from Match start in Opening().Matches(text)
                   where !start.Groups["of"].Success
                   let said = Read(text, start.Index + start.Length, start.Groups["holes"].Success)
                   where KeyLike().IsMatch(said) && (start.Groups["words"].Success || firsts.Contains(said.Split('.')[0])) && !FileEndings.Contains(said.Split('.')[^1])
                   select new TextUse(file, said)];
    }

    /// <summary>What stands between the quotes, each hole written {}.</summary>
    static string Read(string text, int at, bool hasHoles)
    {
        var said = new System.Text.StringBuilder();
        for (var depth = 0; at < text.Length && (depth > 0 || text[at] is not ('"' or '\n')); at++)
        {
            if (hasHoles && text[at] == '{' && depth++ == 0)
                said.Append("{}");
            else if (depth == 0)
                said.Append(text[at]);
            if (hasHoles && text[at] == '}')
                depth--;
        }
        return said.ToString();
    }

    [GeneratedRegex("""(?<of>\bof=)?(?<words>\b(?:T|words|Words)\[|\bRefusalException\()?(?<holes>\$)?"(?=[a-z][A-Za-z0-9]*\.)""")]
    private static partial Regex Opening();

    [GeneratedRegex(@"^[a-z][A-Za-z0-9]*(\.[A-Za-z0-9{}]+)+$")]
    private static partial Regex KeyLike();

    [GeneratedRegex(@"\\\{}")]
    private static partial Regex Hole();
}
