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

/// <summary>Who reads what a form asks or a list shows; the level says how it is kept, and so what the host could do.</summary>
public enum Readers
{
    Everyone,

    /// <summary>Everyone, from the day the house opens.</summary>
    OnceOpen,

    /// <summary>The members of the house.</summary>
    House,

    /// <summary>The members of this group.</summary>
    Group,

    /// <summary>The members of this group, and those it expects, from one hour before.</summary>
    Expected,

    /// <summary>Who shares a group with the person at the screen.</summary>
    Companions,

    /// <summary>Who shares a group with the person it is about, and that person.</summary>
    TheirCompanions,

    /// <summary>Those who sit in this circle, while it is open.</summary>
    Seated,

    /// <summary>The greeter of one meeting.</summary>
    Greeter,

    Coordination,

    /// <summary>The person at the screen.</summary>
    You,

    /// <summary>What is typed opens a door: it is compared and never kept.</summary>
    Nobody,

    KeyHolders,
}

/// <summary>
/// The line « Qui peut lire » of a form or a list: &lt;who-can-read of="finder.results" level="Open" /&gt;; below Open it names its readers too.
/// <see cref="Of"/> is the row of the module's README that names the same; a test compares them.
/// </summary>
[HtmlTargetElement("who-can-read", TagStructure = TagStructure.WithoutEndTag)]
public sealed class WhoCanRead(Words words) : TagHelper
{
    public required string Of { get; set; }

    public Level Level { get; set; }

    public Readers Readers { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "level");
        output.Attributes.SetAttribute("data-level-of", Of);
        output.Attributes.SetAttribute("data-level", Level.ToString().ToLowerInvariant());
        output.Content.SetContent(words[$"readers.{Readers}"]);
    }
}
