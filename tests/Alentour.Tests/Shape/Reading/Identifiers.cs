using System.Text.RegularExpressions;

namespace Alentour.Tests.Shape.Reading;

/// <summary>The names in a source file and their parts: "HttpClient" is "Http" and "Client". Comments are left out, for they may say what is not there.</summary>
static partial class Identifiers
{
    /// <summary>The file without its comments.</summary>
    public static string Bare(string file)
    {
        var text = Repository.Read(file);
        if (file.EndsWith(".sql", StringComparison.Ordinal))
            return SqlComment().Replace(text, "");
        if (file.EndsWith(".cshtml", StringComparison.Ordinal))
            text = RazorComment().Replace(text, "");
        return Comment().Replace(text, "");
    }

    public static IEnumerable<string> In(string file) => Name().Matches(Bare(file)).Select(m => m.Value).Distinct();

    public static IEnumerable<string> Parts(string identifier) => Part().Matches(identifier).Select(m => m.Value);

    [GeneratedRegex(@"(?<![:""'/])//[^\n]*|/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex RazorComment();

    [GeneratedRegex(@"--[^\n]*")]
    private static partial Regex SqlComment();

    [GeneratedRegex(@"[A-Za-z_][A-Za-z0-9_-]*")]
    private static partial Regex Name();

    [GeneratedRegex(@"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")]
    private static partial Regex Part();
}
