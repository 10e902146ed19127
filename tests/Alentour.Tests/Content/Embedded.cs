using System.Text.Json;
using Alentour.Foundation.Texts;

namespace Alentour.Tests.Content;

/// <summary>The content files of the application, and every piece of text inside them.</summary>
static class Embedded
{
    /// <param name="name">The embedded file, without the leading "Alentour.".</param>
    public static JsonElement Json(string name)
    {
        using var stream = typeof(TextCatalogue).Assembly.GetManifestResourceStream("Alentour." + name)
            ?? throw new FileNotFoundException(name);
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }

    public static string Text(string name)
    {
        using var reader = new StreamReader(typeof(TextCatalogue).Assembly.GetManifestResourceStream("Alentour." + name)
            ?? throw new FileNotFoundException(name));
        return reader.ReadToEnd();
    }

    public static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Strings(property.Value)),
        _ => [],
    };
}
