using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Alentour.Foundation.Texts;

/// <summary>
/// Every sentence of the interface, read once from the Texts.fr.json and Texts.en.json of the modules.
/// Keys are unique over the whole house. An unknown key throws <see cref="KeyNotFoundException"/>, so that a page visit finds it.
/// </summary>
public sealed class TextCatalogue
{
    readonly FrozenDictionary<string, string> _french;
    readonly FrozenDictionary<string, string> _english;

    public TextCatalogue() : this(typeof(TextCatalogue).Assembly) { }

    TextCatalogue(Assembly assembly)
    {
        _french = Read(assembly, ".Texts.fr.json", Typography.French);
        _english = Read(assembly, ".Texts.en.json", Typography.English);
    }

    /// <summary>Every key, in French.</summary>
    public IReadOnlyCollection<string> Keys => _french.Keys;

    public bool Has(string key) => _french.ContainsKey(key);

    /// <summary>The sentence of <paramref name="key"/>, each {name} replaced by its value.</summary>
    public string Get(Language language, string key, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var sentences = language == Language.English ? _english : _french;
        if (!sentences.TryGetValue(key, out var sentence))
            throw new KeyNotFoundException($"No text has the key \"{key}\" in {language.Code()}.");
        foreach (var (name, value) in values)
            sentence = sentence.Replace("{" + name + "}", Convert.ToString(value, CultureInfo.InvariantCulture), StringComparison.Ordinal);
        // "p.m." ends a sentence by itself.
        return sentence.Replace("m..", "m.", StringComparison.Ordinal);
    }

    /// <summary>
    /// The form of <paramref name="key"/> for a number: key.zero where it exists, key.one, key.many. {count} holds the number.
    /// French takes the singular for 0 and 1, English for 1 alone.
    /// </summary>
    public string Count(Language language, string key, long count, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var one = count == 1 || (count == 0 && language == Language.French);
        var form = count == 0 && _french.ContainsKey(key + ".zero") ? ".zero" : one ? ".one" : ".many";
        return Get(language, key + form, [("count", count), .. values]);
    }

    static FrozenDictionary<string, string> Read(Assembly assembly, string ending, Func<string, string> typography)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in assembly.GetManifestResourceNames().Where(n => n.EndsWith(ending, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(file)!;
            foreach (var (key, sentence) in JsonSerializer.Deserialize(stream, TextJson.Default.DictionaryStringString)!)
                if (!all.TryAdd(key, typography(sentence)))
                    throw new InvalidOperationException($"The text key \"{key}\" stands twice, the second time in {file}.");
        }
        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

[System.Text.Json.Serialization.JsonSerializable(typeof(Dictionary<string, string>))]
sealed partial class TextJson : System.Text.Json.Serialization.JsonSerializerContext;
