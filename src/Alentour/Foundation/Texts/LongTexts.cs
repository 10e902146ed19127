using System.Collections.Concurrent;
using Markdig;
using Microsoft.AspNetCore.Html;

namespace Alentour.Foundation.Texts;

/// <summary>The long texts of the modules: Content/NAME.fr.md and NAME.en.md, as HTML. Raw HTML in them is shown, never run.</summary>
public sealed class LongTexts
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    readonly ConcurrentDictionary<string, HtmlString> _kept = new(StringComparer.Ordinal);

    /// <param name="module">The namespace of the module after "Alentour.", such as "Community.Groups".</param>
    /// <exception cref="FileNotFoundException">The module has no such text in that language.</exception>
    public HtmlString Get(string module, string name, Language language) =>
        _kept.GetOrAdd($"Alentour.{module}.Content.{name}.{language.Code()}.md", file => Read(file, language));

    static HtmlString Read(string file, Language language)
    {
        using var stream = typeof(LongTexts).Assembly.GetManifestResourceStream(file) ?? throw new FileNotFoundException($"There is no long text {file}.");
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        return new HtmlString(Markdown.ToHtml(language == Language.English ? Typography.English(text) : Typography.French(text), Pipeline));
    }
}
