using Alentour.Tests.Shape.Reading;
using Mono.Cecil;

namespace Alentour.Tests.Shape;

/// <summary>Sizes that keep the house readable (architecture.md part 9). Exceptions, each with its reason: AllowedSizes.txt.</summary>
public sealed class Budgets
{
    const int FileLines = 200;
    const int MethodLines = 30;
    const int ProgramLines = 60;
    const int ConstructorParameters = 5;
    const int FolderFiles = 15;
    const int ReadmeLines = 30;

    static readonly string[] Code = [".cs", ".cshtml", ".ts", ".css", ".mjs"];
    static readonly string[] Folders = ["src", "tests", "bench"];

    [Fact]
    public void Files_methods_constructors_folders_and_readmes_keep_to_their_budgets() =>
        Exceptions.In("AllowedSizes.txt").Cover([.. LongFiles(), .. LongMethods(), .. WideConstructors(), .. FullFolders(), .. Readmes()]);

    [Fact]
    public void Program_stays_a_table_of_contents() =>
        Assert.InRange(Lines($"{Repository.Source}/Program.cs"), 1, ProgramLines - 1);

    static IEnumerable<Finding> LongFiles() =>
        from folder in Folders
        from file in Repository.Files(folder, Code)
        let lines = Lines(file)
        where lines > FileLines
        select new Finding($"file {file}", $"{file} has {lines} lines; a file has {FileLines} at most.");

    static IEnumerable<Finding> LongMethods()
    {
        using var house = Compiled.House();
        using var tests = Compiled.OfTests();
        foreach (var (name, file, lines) in Methods.Lengths(house).Concat(Methods.Lengths(tests)).ToList())
            if (lines > (name is "Program.Main" or "Program.<Main" ? ProgramLines : MethodLines))
                yield return new Finding($"method {name}", $"{name} has {lines} lines ({file}); a method has {MethodLines} at most.");
    }

    /// <summary>What a class needs to work. Records are left out: their parameters are what they hold, not what they need.</summary>
    static IEnumerable<Finding> WideConstructors()
    {
        using var house = Compiled.House();
        foreach (var type in house.Types.Where(t => Compiled.IsWritten(t) && !IsRecord(t) && Compiled.Outermost(t).Namespace.StartsWith("Alentour", StringComparison.Ordinal)).ToList())
            if (type.Methods.Where(m => m.IsConstructor && !m.IsStatic).Select(m => m.Parameters.Count).DefaultIfEmpty().Max() is > ConstructorParameters and var count)
                yield return new Finding($"constructor {type.FullName}", $"{type.FullName} takes {count} things to be made; {ConstructorParameters} at most.");
    }

    static bool IsRecord(TypeDefinition type) => type.Methods.Any(m => m.Name is "<Clone>$" or "PrintMembers");

    /// <summary>A page with its code behind, a text with its translation and a script with its twin count once; Content and Icons are data.</summary>
    static IEnumerable<Finding> FullFolders() =>
        from root in Folders
        from file in Repository.Files(root)
        let folder = file[..file.LastIndexOf('/')]
        where !folder.Split('/').Any(part => part is "Content" or "Icons")
        group file by folder into inside
        let count = inside.Select(Stem).Distinct().Count()
        where count > FolderFiles
        select new Finding($"folder {inside.Key}", $"{inside.Key} holds {count} files; {FolderFiles} at most, then a sub-folder per noun.");

    static string Stem(string file) =>
        file.Replace(".cshtml.cs", ".cshtml", StringComparison.Ordinal)
            .Replace(".fr.", ".", StringComparison.Ordinal).Replace(".en.", ".", StringComparison.Ordinal)
            .Replace(".sqlite.", ".", StringComparison.Ordinal).Replace(".postgres.", ".", StringComparison.Ordinal);

    static IEnumerable<Finding> Readmes() =>
        from module in Module.All()
        let file = $"{Repository.Source}/{module}/README.md"
        let lines = File.Exists(Repository.Path(file)) ? Lines(file) : 0
        where lines is 0 or > ReadmeLines
        select new Finding($"readme {module}", lines == 0 ? $"{module} has no README.md." : $"{file} has {lines} lines; {ReadmeLines} at most.");

    static int Lines(string file) => File.ReadLines(Repository.Path(file)).Count();
}
