using Alentour.Tests.Shape.Reading;

namespace Alentour.Tests.Shape;

/// <summary>Names that say nothing, and words that this house does not use of people (glossary). Exceptions, each with its reason: AllowedNames.txt.</summary>
public sealed class BannedNames
{
    static readonly string[] EmptySuffixes = ["Manager", "Helper", "Helpers", "Util", "Utils", "Service", "Processor", "Dto", "Impl", "Info", "Data"];
    static readonly string[] EmptyFolders = ["Services", "Models", "Helpers", "Interfaces", "Dtos", "Common", "Shared", "Utils", "Managers"];

    /// <summary>As a whole part of a name: "HttpClient" would be found, "clientele" as well, "patiently" not.</summary>
    static readonly string[] WordsOfFiles =
    [
        "patient", "patients", "client", "clients", "clientele", "beneficiary", "beneficiaries", "intake", "triage", "severity", "score", "scores",
        "compliance", "adherence", "engagement", "retention", "gamification", "moderator", "moderators", "user", "users", "diagnosis", "symptom", "caseload", "usager",
    ];

    [Fact]
    public void Names_say_what_a_thing_is_in_the_words_of_the_glossary() =>
        Exceptions.In("AllowedNames.txt").Cover([.. Suffixes(), .. FolderNames(), .. Words(), .. FileNames()]);

    static IEnumerable<Finding> Suffixes()
    {
        using var house = Compiled.House();
        using var tests = Compiled.OfTests();
        return [.. from type in house.Types.Concat(tests.Types)
                   where Compiled.IsWritten(type) && Compiled.Outermost(type).Namespace.StartsWith("Alentour", StringComparison.Ordinal)
                   let name = type.Name.Split('`')[0]
                   let suffix = EmptySuffixes.FirstOrDefault(s => Identifiers.Parts(name).LastOrDefault() == s)
                   where suffix is not null
                   select new Finding(type.FullName, $"{type.FullName} ends in {suffix}, which says nothing; name what it is or does.")];
    }

    static IEnumerable<Finding> FolderNames() =>
        from root in new[] { "src", "tests", "bench" }
        from file in Repository.Files(root)
        from folder in file.Split('/')[..^1]
        where EmptyFolders.Contains(folder, StringComparer.OrdinalIgnoreCase)
        select new Finding(file[..file.LastIndexOf('/')], $"{file} stands in a folder named {folder}: folders bear the noun of what people do.");

    static IEnumerable<Finding> Words() =>
        from file in Repository.Files(Repository.Source, ".cs", ".cshtml", ".ts", ".css", ".sql", ".mjs")
        from name in Identifiers.In(file)
        let word = Banned(name)
        where word is not null
        select new Finding($"{file} {name}", $"{file} says {name}: \"{word}\" is not a word of this house (docs/glossary.md).");

    static IEnumerable<Finding> FileNames() =>
        from file in Repository.Files(Repository.Source)
        let word = Banned(Path.GetFileNameWithoutExtension(file))
        where word is not null
        select new Finding(file, $"{file}: \"{word}\" is not a word of this house (docs/glossary.md).");

    /// <summary>"case" is a word of C# and SQL, so it counts only where it begins a longer name: CaseFile, caseNumber.</summary>
    static string? Banned(string name)
    {
        var parts = Identifiers.Parts(name).Select(p => p.ToLowerInvariant()).ToList();
        return parts.FirstOrDefault(WordsOfFiles.Contains) ?? (parts.Count > 1 && parts[0] is "case" or "cases" ? parts[0] : null);
    }
}
