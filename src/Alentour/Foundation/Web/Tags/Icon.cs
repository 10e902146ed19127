using System.Collections.Frozen;
using System.Xml.Linq;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Alentour.Foundation.Web;

/// <summary>
/// One of the Lucide drawings of Icons/icons.svg, inlined so that it costs no request: &lt;icon name="phone" /&gt;.
/// Always beside words, so it says nothing to a screen reader.
/// </summary>
/// <exception cref="KeyNotFoundException">The sprite has no such icon.</exception>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Icon : TagHelper
{
    static readonly FrozenDictionary<string, string> Drawings = Read();

    public required string Name { get; set; }

    /// <summary>Every name that a page may use.</summary>
    public static IEnumerable<string> Names => Drawings.Keys;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!Drawings.TryGetValue(Name, out var drawing))
            throw new KeyNotFoundException($"Icons/icons.svg has no icon named {Name}.");
        var extra = context.AllAttributes["class"]?.Value?.ToString();
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", extra is null ? "icon" : "icon " + extra);
        output.Attributes.SetAttribute("viewBox", "0 0 24 24");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        output.Content.SetHtmlContent(drawing);
    }

    static FrozenDictionary<string, string> Read()
    {
        using var sprite = typeof(Icon).Assembly.GetManifestResourceStream("Alentour.Foundation.Web.Icons.icons.svg")!;
        return XDocument.Load(sprite).Root!.Elements()
            .ToFrozenDictionary(symbol => (string)symbol.Attribute("id")!, symbol => string.Concat(symbol.Elements().Select(Drawing)), StringComparer.Ordinal);
    }

    static string Drawing(XElement shape) =>
        $"<{shape.Name.LocalName}{string.Concat(shape.Attributes().Where(a => !a.IsNamespaceDeclaration).Select(a => $" {a.Name.LocalName}=\"{a.Value}\""))}/>";
}
