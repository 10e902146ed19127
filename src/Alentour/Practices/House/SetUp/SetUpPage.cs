using Alentour.Community.People;
using Alentour.Foundation.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.House.SetUp;

/// <summary>A page of the set-up: reached only from a browser in which the code was entered, and only while there is a set-up to do.</summary>
public abstract class SetUpPage : PageModel
{
    /// <summary>The step this page is, for the way back, the way on and the words about what is left.</summary>
    public string Step { get; private protected set; } = "";

    public string? Before => Steps.Before(Step);

    public int Left => Steps.Left(Step);

    private protected SetUpSteps Steps => HttpContext.RequestServices.GetRequiredService<SetUpSteps>();

    private protected SetUpStore SetUp => HttpContext.RequestServices.GetRequiredService<SetUpStore>();

    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var stop = HttpContext.RequestAborted;
        if (await SetUp.CodeAsync(stop) is null)
            context.Result = Over();
        else if (SetUpCookie.Read(Request) is not { } cookie || !await SetUp.IsInsideAsync(cookie, stop))
            context.Result = To("/ouverture");
        else
            await next();
    }

    private protected IActionResult To(string path)
    {
        return this.SeeOther(path);
    }

    private protected IActionResult OnTo(string step) => To($"/ouverture/{step}");

    /// <summary>Whoever presses twice at the end, or comes back to a page of the set-up, is led to the settings.</summary>
    IActionResult Over() => HttpContext.RequestServices.GetRequiredService<Me>().Holds(RoleKind.Coordinator) ? To("/reglages") : NotFound();
}

/// <summary>The cookie of a browser in which the code was entered; it goes with the browser.</summary>
public static class SetUpCookie
{
    const string Plain = "alentour-ouverture";
    const string Bound = "__Host-alentour-ouverture";

    public static string? Read(HttpRequest request) => request.Cookies[Name(request)] is { Length: > 0 and < 100 } value ? value : null;

    public static void Write(HttpResponse response, string value) => response.Cookies.Append(Name(response.HttpContext.Request), value, Options(response.HttpContext.Request));

    public static void Drop(HttpResponse response) => response.Cookies.Delete(Name(response.HttpContext.Request), Options(response.HttpContext.Request));

    static string Name(HttpRequest request) => request.IsHttps ? Bound : Plain;

    static CookieOptions Options(HttpRequest request) => new() { Path = "/", HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = request.IsHttps, IsEssential = true };
}
