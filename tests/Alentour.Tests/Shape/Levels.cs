using System.Text.RegularExpressions;
using Alentour.Foundation.Texts;
using Alentour.Foundation.Web;
using Alentour.Tests.Shape.Reading;

namespace Alentour.Tests.Shape;

/// <summary>Every form and every list says who can read it, and says what its module's README says (architecture.md part 4).</summary>
public sealed partial class Levels
{
    static readonly TextCatalogue Catalogue = new();

    static readonly IReadOnlyList<(string File, string Of, string Level)> OnPages =
        [.. from file in Repository.Files(Repository.Source, ".cshtml")
            from Match tag in WhoCanRead().Matches(Identifiers.Bare(file))
            select (file, Attribute(tag.Value, "of"), Said(Attribute(tag.Value, "level"), Attribute(tag.Value, "readers")))];

    static readonly IReadOnlyList<(string Module, string Of, string Level)> InReadmes =
        [.. from module in Module.All()
            let readme = $"{Repository.Source}/{module}/README.md"
            where File.Exists(Repository.Path(readme))
            from line in File.ReadLines(Repository.Path(readme)).SkipWhile(l => !l.StartsWith("| content | level |", StringComparison.Ordinal)).Skip(2).TakeWhile(l => l.StartsWith('|'))
            let cells = line.Split('|', StringSplitOptions.TrimEntries)
            select (module, cells[1], cells[2])];

    [Fact]
    public void Every_line_on_a_page_is_a_row_of_its_readme() => Findings.None(
        from page in OnPages
        let module = Module.OfFile(page.File)!.Name
        let said = InReadmes.FirstOrDefault(r => r.Module == module && r.Of == page.Of).Level
        where said != page.Level
        select $"{page.File} says that {page.Of} is {page.Level}; the README of {module} says {said ?? "nothing of it"}.");

    [Fact]
    public void Every_row_of_a_readme_stands_on_a_page() => Findings.None(
        from row in InReadmes
        where !OnPages.Any(p => p.Of == row.Of && Module.OfFile(p.File)!.Name == row.Module)
        select $"The README of {row.Module} has a row {row.Of} that no page says.");

    [Fact]
    public void Every_level_is_one_of_the_three_and_below_open_the_readers_are_named() => Findings.None(
        from row in InReadmes
        let said = row.Level.Split(", ")
        let readers = said.Length == 1 ? Readers.Everyone : Enum.Parse<Readers>(said[1])
        where Enum.Parse<Level>(said[0]) != LevelOf(readers)
        select $"The README of {row.Module} gives {row.Of} the level {row.Level}, which {readers} do not read.");

    [Theory]
    [InlineData(Language.French, "L’hébergeur pourrait techniquement")]
    [InlineData(Language.English, "The host could technically")]
    public void Wherever_the_host_could_read_the_line_says_so(Language language, string said) =>
        Assert.All(Enum.GetValues<Readers>(), r => Assert.Equal(LevelOf(r) == Level.Members, Catalogue.Get(language, $"readers.{r}").Contains(said, StringComparison.Ordinal)));

    static Level LevelOf(Readers readers) => readers switch
    {
        Readers.Everyone or Readers.OnceOpen => Level.Open,
        Readers.KeyHolders => Level.Sealed,
        _ => Level.Members,
    };

    static string Said(string level, string readers) => readers.Length == 0 ? level : $"{level}, {readers}";

    [Fact]
    public void Every_page_with_a_form_or_a_list_of_entries_says_who_can_read_it() => Findings.None(
        from file in Repository.Files(Repository.Source, ".cshtml")
        let page = Identifiers.Bare(file)
        where page.StartsWith("@page", StringComparison.Ordinal)
        let whole = page + string.Concat(Partials(file, page))
        where FormOrList().IsMatch(whole) && !WhoCanRead().IsMatch(whole)
        select $"{file} has a form or a list and no <who-can-read>.");

    /// <summary>The partial pages that a page names, one beside it by its name, another by its path; and theirs.</summary>
    static IEnumerable<string> Partials(string file, string page) =>
        from Match match in Partial().Matches(page)
        let name = match.Groups[1].Value
        let other = name[0] == '/' ? Repository.Source + name : $"{file[..file.LastIndexOf('/')]}/{name}.cshtml"
        where other != file && File.Exists(Repository.Path(other))
        let text = Identifiers.Bare(other)
        select text + string.Concat(Partials(other, text));

    static string Attribute(string tag, string name) => Regex.Match(tag, $"\\b{name}=\"([^\"]*)\"").Groups[1].Value;

    [GeneratedRegex(@"<who-can-read\b[^>]*>")]
    private static partial Regex WhoCanRead();

    [GeneratedRegex(@"<form\b|@foreach\b")]
    private static partial Regex FormOrList();

    [GeneratedRegex("""<partial\s[^>]*name="([^"]+)["]""")]
    private static partial Regex Partial();
}
