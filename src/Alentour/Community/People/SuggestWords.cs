using Alentour.Foundation.Texts;
using Alentour.Foundation.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Alentour.Community.People;

/// <summary>
/// A field for the words of a card or a slip: &lt;input suggest-words&gt;. With script the device proposes words of the list while one types;
/// it fetches the list when the field is first used, and nothing typed leaves it.
/// </summary>
[HtmlTargetElement("input", Attributes = Mark, TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("textarea", Attributes = Mark)]
public sealed class SuggestWords(BuiltAssets assets, Words words) : TagHelper
{
    const string Mark = "suggest-words";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.RemoveAll(Mark);
        output.Attributes.SetAttribute("data-words", assets["card-words.txt"]);
        output.Attributes.SetAttribute("data-suggests", assets["words.js"]);
        output.Attributes.SetAttribute("data-said-words", words["words.possible"]);
        output.Attributes.SetAttribute("data-said-none", words["words.unknown"]);
    }
}
