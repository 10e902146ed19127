using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Alentour.Foundation.Web;

/// <summary>
/// A sewn block instead of a photograph: twelve patterns in eight colour trios (blocks.css), distinct in black and white too.
/// The seed is chosen or drawn at random, never made from a name. &lt;quilt-block seed="12" class="large" /&gt;
/// </summary>
[HtmlTargetElement("quilt-block", TagStructure = TagStructure.WithoutEndTag)]
public sealed class QuiltBlock : TagHelper
{
    const int Trios = 8;

    /// <summary>Paths in a square of 48; class b is the second colour, the ground is the third.</summary>
    static readonly string[] Patterns =
    [
        // star
        """<path d="M24 4l8 12 12 8-12 8-8 12-8-12-12-8 12-8z"/><path class="b" d="M24 16l8 8-8 8-8-8z"/>""",
        // flying geese
        """<path d="M4 16l10-11 10 11zm20 0L34 5l10 11zM4 29.5l10-11 10 11zm20 0l10-11 10 11z"/><path class="b" d="M4 43l10-11 10 11zm20 0l10-11 10 11z"/>""",
        // winding way
        """<path d="M4 4h20v20A20 20 0 0 1 4 4zm40 40H24V24a20 20 0 0 1 20 20z"/><path class="b" d="M44 4v20H24A20 20 0 0 1 44 4zM4 44V24h20A20 20 0 0 1 4 44z"/>""",
        // sun over the shore
        """<path d="M5 34a19 19 0 0 1 38 0zm0 4h38v4H5z"/><path class="b" d="M14 34a10 10 0 0 1 20 0z"/>""",
        // pinwheel
        """<path d="M24 24V4l20 20zm0 0v20L4 24z"/><path class="b" d="M24 24H4L24 4zm0 0h20L24 44z"/>""",
        // log cabin
        """<path d="M4 4h40v8H12v32H4zm22 22h18v18H26z"/><path class="b" d="M15 15h29v8H23v21h-8z"/>""",
        // flower
        """<path d="M17 11a7 7 0 1 1 14 0 7 7 0 1 1-14 0zm0 26a7 7 0 1 1 14 0 7 7 0 1 1-14 0zM4 24a7 7 0 1 1 14 0 7 7 0 1 1-14 0zm26 0a7 7 0 1 1 14 0 7 7 0 1 1-14 0z"/><path class="b" d="M16 24a8 8 0 1 1 16 0 8 8 0 1 1-16 0z"/>""",
        // waves
        """<path d="M4 12q10-8 20 0t20 0v8q-10 8-20 0T4 20z"/><path class="b" d="M4 28q10-8 20 0t20 0v8q-10 8-20 0T4 36z"/>""",
        // house
        """<path d="M4 24L24 5l20 19zm5 3h30v16H9z"/><path class="b" d="M14 31h8v8h-8zm13 0h7v12h-7z"/>""",
        // pine
        """<path d="M24 4l11 13H13zm0 10l14 13H10zm0 11l17 13H7z"/><path class="b" d="M20 38h8v6h-8z"/>""",
        // leaves crossing
        """<path d="M4 4q20 0 20 20Q4 24 4 4zm40 40q-20 0-20-20 20 0 20 20z"/><path class="b" d="M44 4q0 20-20 20Q24 4 44 4zM4 44q0-20 20-20Q24 44 4 44z"/>""",
        // nine patch
        """<path d="M4 4h12v12H4zm28 0h12v12H32zM4 32h12v12H4zm28 0h12v12H32zM18 18h12v12H18z"/><path class="b" d="M24 4l6 6-6 6-6-6zm0 28l6 6-6 6-6-6zM10 18l6 6-6 6-6-6zm28 0l6 6-6 6-6-6z"/>""",
    ];

    public int Seed { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var seed = Seed & int.MaxValue;
        var extra = context.AllAttributes["class"]?.Value?.ToString();
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"block q{seed / Patterns.Length % Trios + 1}{(extra is null or "block" ? "" : " " + extra)}");
        output.Attributes.SetAttribute("viewBox", "0 0 48 48");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        output.Content.SetHtmlContent(Patterns[seed % Patterns.Length]);
    }
}
