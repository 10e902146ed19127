using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Alentour.Foundation.Web;

/// <summary>The three levels of confidentiality, said on every screen (architecture.md part 4).</summary>
public enum Level
{
    Open,
    Members,
    Sealed,
}

/// <summary>
/// The line « Qui peut lire » of a form or a list: &lt;who-can-read of="finder.results" level="Open" /&gt;.
/// <see cref="Of"/> is the row of the module's README that names the same level; a test compares them.
/// </summary>
[HtmlTargetElement("who-can-read", TagStructure = TagStructure.WithoutEndTag)]
public sealed class WhoCanRead(Words words) : TagHelper
{
    public required string Of { get; set; }

    public Level Level { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "level");
        output.Attributes.SetAttribute("data-level-of", Of);
        output.Attributes.SetAttribute("data-level", Level.ToString().ToLowerInvariant());
        output.Content.SetContent(words[$"level.{char.ToLowerInvariant(Level.ToString()[0])}{Level.ToString()[1..]}"]);
    }
}
