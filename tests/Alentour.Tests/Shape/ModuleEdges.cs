using Alentour.Tests.Shape.Reading;

namespace Alentour.Tests.Shape;

/// <summary>Who may know whom (architecture.md part 2). Exceptions, each with its reason: AllowedEdges.txt.</summary>
public sealed class ModuleEdges
{
    static readonly IReadOnlyList<Edge> Edges = Edge.All();

    [Fact]
    public void Modules_know_only_those_below_them_and_only_by_the_front_door() =>
        Exceptions.In("AllowedEdges.txt").Cover(Wrong().Concat(BackDoor()).Concat(CrisisHelp()));

    static IEnumerable<Finding> Wrong() =>
        from edge in Edges
        let reason = edge.From.RefusesToKnow(edge.To)
        where reason is not null
        select new Finding($"{edge.From.Name} -> {edge.To.Name}", $"{edge.Example}; {reason}.");

    static IEnumerable<Finding> BackDoor() =>
        from edge in Edges
        where edge.To.Inside.Length > 0 && edge.From.RefusesToKnow(edge.To) is null
        select new Finding($"{edge.From.Name} -> {edge.To.Name}/{edge.To.Inside}", $"{edge.Example}; others use only what stands in {edge.To.Name} itself, never in its sub-folders.");

    /// <summary>/aide answers with no database, so it must not know one. A coordinator confirms its lines in CrisisHelp/Lines, which may.</summary>
    static IEnumerable<Finding> CrisisHelp() =>
        from edge in Edges
        where edge.From is { Name: "Practices/CrisisHelp", Inside: not "Lines" } && edge.To.Name is not ("Foundation/Web" or "Foundation/Texts")
        select new Finding($"{edge.From.Name} -> {edge.To.Name}", $"{edge.Example}; /aide knows only Foundation/Web and Foundation/Texts.");

    [Fact]
    public void Modules_form_no_cycle()
    {
        var next = Edges.ToLookup(e => e.From.Name, e => e.To.Name);
        Findings.None(next.Select(n => Way(next, n.Key)).OfType<string>());
    }

    /// <summary>A shortest way from a module back to itself, or null.</summary>
    static string? Way(ILookup<string, string> next, string start)
    {
        var cameFrom = new Dictionary<string, string>();
        var waiting = new Queue<string>([start]);
        while (waiting.TryDequeue(out var here))
            foreach (var there in next[here])
            {
                if (cameFrom.TryAdd(there, here))
                    waiting.Enqueue(there);
                if (there == start)
                    return Told(cameFrom, start);
            }
        return null;
    }

    static string Told(Dictionary<string, string> cameFrom, string start)
    {
        var way = start;
        var at = start;
        do
        {
            at = cameFrom[at];
            way = $"{at} -> {way}";
        }
        while (at != start);
        return way;
    }

    [Fact]
    public void Every_type_stands_in_a_module()
    {
        using var house = Compiled.House();
        var homeless = house.Types.Where(t => t.DeclaringType is null && t.Namespace.StartsWith("Alentour", StringComparison.Ordinal) && Module.OfNamespace(t.Namespace) is null)
            .Select(t => t.FullName).Where(n => !n.StartsWith("Alentour._View", StringComparison.Ordinal));
        Findings.None(homeless);
    }

    [Fact]
    public void The_map_in_docs_is_the_map_of_the_code()
    {
        const string file = "docs/map.md";
        var map = MapOfModules.Draw(Edges);
        if (Repository.MayWrite)
            File.WriteAllText(Repository.Path(file), map);
        Assert.True(File.Exists(Repository.Path(file)) && Repository.Read(file) == map, $"{file} is not the map of this code any more. Write it again: ALENTOUR_WRITE=1 bin/test --quick");
    }
}
