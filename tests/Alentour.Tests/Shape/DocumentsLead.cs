using System.Text.RegularExpressions;
using Alentour.Tests.Shape.Reading;

namespace Alentour.Tests.Shape;

/// <summary>What the documents point to exists, and every promise that has a test is named in docs/guarantees.md.</summary>
public sealed partial class DocumentsLead
{
    const string Guarantees = "docs/guarantees.md";

    [Fact]
    public void Every_link_of_the_documents_leads_to_a_file() => Findings.None(
        from document in Documents()
        from Match link in Links().Matches(Repository.Read(document))
        let target = Path.Combine(Path.GetDirectoryName(document)!, link.Groups["target"].Value)
        where !File.Exists(Repository.Path(target)) && !Directory.Exists(Repository.Path(target))
        select $"{document} leads to {link.Groups["target"].Value}, which is not there.");

    [Fact]
    public void Every_promise_with_a_test_names_it()
    {
        var told = Repository.Read(Guarantees);
        var tests = Repository.Files(Repository.Tests + "/Guarantees", ".cs").Select(f => Path.GetFileName(f)).ToList();
        Findings.None(tests.Where(t => !told.Contains($"`{t}`", StringComparison.Ordinal)).Select(t => $"{Guarantees} does not name {t}.")
            .Concat(NamedTests().Matches(told).Select(m => m.Groups["name"].Value).Except(tests).Select(t => $"{Guarantees} names {t}, which is not there.")));
    }

    static IEnumerable<string> Documents() =>
        Repository.Files("docs", ".md").Concat(Directory.GetFiles(Repository.Root, "*.md").Select(f => Path.GetFileName(f)));

    // [words](path), without addresses of elsewhere and places inside the same page.
    [GeneratedRegex(@"\]\((?<target>(?!https?:|#|mailto:)[^)#\s]+)")]
    private static partial Regex Links();

    [GeneratedRegex(@"`(?<name>\w+\.cs)`")]
    private static partial Regex NamedTests();
}
