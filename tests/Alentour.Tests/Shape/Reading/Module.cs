using System.Text.RegularExpressions;

namespace Alentour.Tests.Shape.Reading;

/// <summary>One folder of Foundation, Community or Practices, and what lies in its sub-folders.</summary>
/// <param name="Name">As "Community/Groups".</param>
/// <param name="Inside">The sub-folder as "Schema", or "" at the front door.</param>
sealed partial record Module(string Name, string Inside)
{
    /// <summary>Each knows those before it in this row (architecture.md part 2).</summary>
    static readonly string[] CommunityOrder = ["Organizations", "People", "Rounds", "Groups", "Sealed", "Safety", "Notices", "Today"];

    public string Layer => Name[..Name.IndexOf('/', StringComparison.Ordinal)];

    public string ShortName => Name[(Name.IndexOf('/', StringComparison.Ordinal) + 1)..];

    public string Folder => $"{Repository.Source}/{Name}";

    /// <summary>The module of a namespace, or null when it is no module's.</summary>
    public static Module? OfNamespace(string space) => OfMatch(Space().Match(space), '.');

    /// <summary>The module of a file's path from the root of the repository, or null.</summary>
    public static Module? OfFile(string file) => OfMatch(FilePath().Match(file), '/');

    public static IEnumerable<string> All() =>
        Repository.Files(Repository.Source).Select(OfFile).OfType<Module>().Select(m => m.Name).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Why this module may not know that one, or null when it may.</summary>
    public string? RefusesToKnow(Module other)
    {
        var (from, to) = (Rank(Layer), Rank(other.Layer));
        if (from < to)
            return "knowledge goes downward only: Practices, Community, Foundation";
        if (from == to && Layer == "Practices")
            return "practices never know each other";
        if (from == to && Layer == "Community" && Place <= other.Place)
            return $"within Community the order is {string.Join(" ◄ ", CommunityOrder)}";
        return null;
    }

    int Place => Array.IndexOf(CommunityOrder, ShortName) is >= 0 and var place
        ? place
        : throw new InvalidOperationException($"{Name} has no place in the order of Community; give it one in {nameof(CommunityOrder)}.");

    static int Rank(string layer) => layer switch { "Foundation" => 0, "Community" => 1, _ => 2 };

    static Module? OfMatch(Match match, char separator) =>
        match.Success ? new Module($"{match.Groups["layer"].Value}/{match.Groups["name"].Value}", match.Groups["inside"].Value.Trim(separator).Replace(separator, '/')) : null;

    [GeneratedRegex(@"^Alentour\.(?<layer>Foundation|Community|Practices)\.(?<name>\w+)(?<inside>\..+)?$")]
    private static partial Regex Space();

    [GeneratedRegex(@"^src/Alentour/(?<layer>Foundation|Community|Practices)/(?<name>\w+)/(?<inside>.*/)?[^/]+$")]
    private static partial Regex FilePath();
}
