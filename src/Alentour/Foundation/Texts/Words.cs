namespace Alentour.Foundation.Texts;

/// <summary>The catalogue in the language of one request. In pages: @T["finder.title"].</summary>
public sealed class Words(TextCatalogue catalogue, Language language)
{
    public Language Language => language;

    public string this[string key] => catalogue.Get(language, key);

    public string this[string key, params ReadOnlySpan<(string Name, object Value)> values] => catalogue.Get(language, key, values);

    public string Count(string key, long count, params ReadOnlySpan<(string Name, object Value)> values) =>
        catalogue.Count(language, key, count, values);

    /// <summary>The text in this language; the other one where it is missing.</summary>
    public string Of(Bilingual text) => text.In(language);
}
