using System.Text;
using Alentour.Tests.Shape.Reading;

namespace Alentour.Tests.Shape;

/// <summary>Draws docs/map.md: practices and community as a graph, foundation as a list, for it would hide the rest.</summary>
static class MapOfModules
{
    const string Opening = """
        # Map of the modules

        Written by `tests/Alentour.Tests/Shape/ModuleEdges.cs` from the compiled code; `ALENTOUR_WRITE=1 bin/test --quick` writes it again. An arrow says "knows". Nothing knows upward, and practices do not know each other.

        ```mermaid
        flowchart TD

        """;

    public static string Draw(IReadOnlyList<Edge> edges)
    {
        var pairs = edges.Select(e => (From: e.From.Name, To: e.To.Name)).Distinct().OrderBy(p => p.From, StringComparer.Ordinal).ThenBy(p => p.To, StringComparer.Ordinal).ToList();
        var map = new StringBuilder(Opening);
        foreach (var layer in new[] { "Practices", "Community" })
        {
            map.Append($"  subgraph {layer}\n");
            foreach (var module in Module.All().Where(m => m.StartsWith(layer, StringComparison.Ordinal)))
                map.Append($"    {Node(module)}[\"{module[(layer.Length + 1)..]}\"]\n");
            map.Append("  end\n");
        }
        foreach (var (from, to) in pairs.Where(p => !p.To.StartsWith("Foundation", StringComparison.Ordinal)))
            map.Append($"  {Node(from)} --> {Node(to)}\n");
        map.Append("```\n\n| module | knows |\n|---|---|\n");
        foreach (var module in Module.All())
            map.Append($"| {module} | {Known(pairs, module)} |\n");
        return map.ToString();
    }

    static string Known(IEnumerable<(string From, string To)> pairs, string module) =>
        string.Join(", ", pairs.Where(p => p.From == module).Select(p => p.To)) is { Length: > 0 } known ? known : "nobody";

    static string Node(string module) => module.Replace('/', '_');
}
