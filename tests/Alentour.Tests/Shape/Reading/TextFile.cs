using System.Text.Json;

namespace Alentour.Tests.Shape.Reading;

/// <summary>The sentences of one folder in one language, as their writers typed them.</summary>
sealed record TextFile(Module Module, string Path, string Language, IReadOnlyDictionary<string, string> Sentences)
{
    public static IReadOnlyList<TextFile> All { get; } = [.. Read("fr").Concat(Read("en"))];

    public static IEnumerable<string> Keys => All.Where(f => f.Language == "fr").SelectMany(f => f.Sentences.Keys);

    static IEnumerable<TextFile> Read(string language) =>
        from file in Repository.Files(Repository.Source, $"Texts.{language}.json")
        let module = Module.OfFile(file)
        where module is not null
        select new TextFile(module, file, language, JsonSerializer.Deserialize<Dictionary<string, string>>(Repository.Read(file))!);
}
