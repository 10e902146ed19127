namespace Alentour.Tests.Shape.Reading;

/// <summary>The files of this repository, by path from its root with forward slashes.</summary>
static class Repository
{
    static readonly string[] NotOurs = ["bin", "obj", "node_modules", "wwwroot", "artifacts"];

    public static string Root { get; } = Find();

    public const string Source = "src/Alentour";
    public const string Tests = "tests/Alentour.Tests";

    /// <summary>Whether tests should write the files they generate (docs/map.md) instead of comparing them.</summary>
    public static bool MayWrite => Environment.GetEnvironmentVariable("ALENTOUR_WRITE") == "1";

    public static string Path(string file) => System.IO.Path.Combine(Root, file);

    public static string Read(string file) => File.ReadAllText(Path(file));

    /// <summary>Every written file under a folder; what builds leave behind is not among them.</summary>
    public static IEnumerable<string> Files(string folder, params string[] endings) =>
        Walk(new DirectoryInfo(Path(folder)))
            .Where(f => endings.Length == 0 || endings.Any(e => f.EndsWith(e, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal);

    static IEnumerable<string> Walk(DirectoryInfo folder)
    {
        foreach (var file in folder.EnumerateFiles())
            yield return System.IO.Path.GetRelativePath(Root, file.FullName).Replace('\\', '/');
        foreach (var inner in folder.EnumerateDirectories().Where(d => !NotOurs.Contains(d.Name) && d.Name[0] != '.'))
            foreach (var file in Walk(inner))
                yield return file;
    }

    static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Alentour.slnx")))
                return folder.FullName;
        throw new DirectoryNotFoundException("The tests must run inside the repository: no Alentour.slnx above " + AppContext.BaseDirectory);
    }
}
