using Alentour.Foundation.Texts;
using Alentour.Foundation.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.House;

/// <summary>/a-propos: what mutual aid is here, who decides, where the circles come from, what this site keeps.</summary>
[WithoutStore]
public sealed class AboutModel(LongTexts texts, Words words) : PageModel
{
    public HtmlString Text => texts.Get("Practices.House", "about", words.Language);
}
