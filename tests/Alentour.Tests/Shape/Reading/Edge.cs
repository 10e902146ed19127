using System.Text.RegularExpressions;

namespace Alentour.Tests.Shape.Reading;

/// <summary>One module's code names another's.</summary>
/// <param name="Example">Who names whom, for the sentence.</param>
sealed partial record Edge(Module From, Module To, string Example)
{
    /// <summary>Every edge of the house: from the compiled code, and from partial pages that a page names by their path.</summary>
    public static IReadOnlyList<Edge> All()
    {
        using var house = Compiled.House();
        return [.. InCode(house).Concat(ByPath()).DistinctBy(e => (e.From, e.To))];
    }

    static IEnumerable<Edge> InCode(Compiled house) =>
        from type in house.Types
        let outer = Compiled.Outermost(type)
        let @from = Module.OfNamespace(outer.Namespace)
        where @from is not null
        from used in Compiled.Uses(type).Select(Compiled.Outermost)
        where house.IsOurs(used)
        let to = Module.OfNamespace(used.Namespace)
        where to is not null && to.Name != @from.Name
        select new Edge(@from, to, $"{outer.FullName} names {used.FullName}");

    static IEnumerable<Edge> ByPath() =>
        from file in Repository.Files(Repository.Source, ".cshtml", ".cs")
        let @from = Module.OfFile(file)
        where @from is not null
        from Match match in PartialPath().Matches(Repository.Read(file))
        let to = Module.OfFile(Repository.Source + match.Groups[1].Value)
        where to is not null && to.Name != @from.Name
        select new Edge(@from, to, $"{file} names {match.Groups[1].Value}");

    [GeneratedRegex("""["](/(?:Foundation|Community|Practices)/[\w/]+\.cshtml)["]""")]
    private static partial Regex PartialPath();
}
