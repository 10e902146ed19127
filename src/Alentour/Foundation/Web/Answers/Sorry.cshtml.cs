using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Alentour.Foundation.Web.Answers;

/// <summary>Every refusal and failure, as a sentence with a way on. Reached by re-execution only; asked for directly it is a 404.</summary>
[WithoutStore, NotKept, IgnoreAntiforgeryToken]
public sealed class SorryModel : PageModel
{
    /// <summary>notFound, refused, closed, unkept, tooMuch or failed: the middle of the text keys.</summary>
    public string Kind { get; private set; } = "failed";

    /// <summary>
    /// A page that refreshes itself (« ?auto=1 ») goes on doing so while the house cannot answer: the tablet of a basement comes back without
    /// anybody's hand.
    /// </summary>
    public bool AsksAgain => Kind == "closed" && HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalQueryString is { } asked && QueryHelpers.ParseQuery(asked).ContainsKey("auto");

    public void OnGet() => Show();

    public void OnPost() => Show();

    /// <summary>The status stands in the address and is not bound: binding would read a form again that could not be read.</summary>
    void Show()
    {
        var status = int.Parse((string)RouteData.Values["status"]!, CultureInfo.InvariantCulture);
        var isReexecuted = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        Response.StatusCode = isReexecuted ? status : StatusCodes.Status404NotFound;
        Kind = Response.StatusCode switch
        {
            404 or 405 => "notFound",
            400 or 403 or 411 or 413 or 414 or 415 => "refused",
            429 => "tooMuch",
            503 => HttpMethods.IsPost(Request.Method) ? "unkept" : "closed",
            _ => "failed",
        };
        Response.Headers.CacheControl = "no-store";
    }
}
