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
        else if (SetUpStore.Cookie.Read(Request) is not { } cookie || !await SetUp.IsInsideAsync(cookie, stop))
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
