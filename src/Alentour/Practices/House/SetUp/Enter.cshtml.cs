using Alentour.Community.People;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Running;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.House.SetUp;

/// <summary>/ouverture: the one-time code opens the set-up, and opens it again where it was left.</summary>
[ForAll]
public sealed class EnterModel(Me me, Tries tries, SetUpStore setUp, SetUpSteps steps) : PageModel
{
    /// <summary>The text key of what did not work, or null.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Whether what is typed travels unread.</summary>
    public bool IsSecure => SecureWay.Of(HttpContext);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await setUp.CodeAsync(stop) is null)
            return me.Holds(RoleKind.Coordinator) ? To("/reglages") : NotFound();
        return SetUpStore.Cookie.Read(Request) is { } cookie && await setUp.IsInsideAsync(cookie, stop) ? await GoOnAsync(stop) : Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? code, CancellationToken stop)
    {
        if (await setUp.CodeAsync(stop) is not { } kept)
            return NotFound();
        var address = Tries.AddressOf(HttpContext);
        if (!IsSecure)
            return Refuse("secure.text", StatusCodes.Status403Forbidden);
        if (tries.MustWait(address))
            return Refuse("enter.refusal.wait", StatusCodes.Status429TooManyRequests);
        if (!SetUpCode.Fits(code ?? "", kept))
        {
            tries.WasWrong(address);
            return Refuse("setUp.refusal.code", StatusCodes.Status422UnprocessableEntity);
        }
        SetUpStore.Cookie.Write(Response, await setUp.LetInAsync(stop));
        return await GoOnAsync(stop);
    }

    async Task<IActionResult> GoOnAsync(CancellationToken stop) => To($"/ouverture/{steps.FirstOpen(await setUp.StepsAsync(stop))}");

    StatusCodeResult To(string path)
    {
        return this.SeeOther(path);
    }

    PageResult Refuse(string key, int status)
    {
        (Refusal, Response.StatusCode) = (key, status);
        return Page();
    }
}
