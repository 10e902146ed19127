using Alentour.Community.People.Cards;
using Alentour.Community.People.Sessions;
using Alentour.Foundation.Running;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.People.Entering;

/// <summary>/entrer: six words open the house. Whoever asks, a wrong card is answered alike.</summary>
[ForAll]
public sealed class EnterModel(Me me, EnterByWords enter, Tries tries) : PageModel
{
    public string? Words { get; private set; }

    public string? Return { get; private set; }

    public bool IsShared { get; private set; }

    /// <summary>Whether what is typed travels unread; nobody signs in otherwise.</summary>
    public bool IsSecure => SecureWay.Of(HttpContext);

    /// <summary>The text key of what did not work, or null.</summary>
    public string? Refusal { get; private set; }

    public IActionResult OnGet(string? retour)
    {
        Return = retour;
        return me.IsHere ? Lead(retour) : Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? mots, [FromForm] string? appareil, [FromForm] string? retour, CancellationToken stop)
    {
        (Words, IsShared, Return) = (mots, appareil != "mien", retour);
        if (!IsSecure)
            return Refuse("secure.text", StatusCodes.Status403Forbidden);
        var address = HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";
        if (tries.MustWait(address))
            return Refuse("enter.refusal.wait", StatusCodes.Status429TooManyRequests);
        if (CardWords.Understand(mots) is not { } words)
            return Refuse("enter.refusal.notSix", StatusCodes.Status422UnprocessableEntity);
        if (await enter.RunAsync(words, IsShared, DeviceWord.Of(Request), stop) is not { } cookie)
        {
            tries.WasWrong(address);
            return Refuse("enter.refusal.unknown", StatusCodes.Status422UnprocessableEntity);
        }
        SessionCookie.Write(Response, cookie, IsShared);
        return Lead(retour);
    }

    PageResult Refuse(string key, int status)
    {
        Refusal = key;
        Response.StatusCode = status;
        return Page();
    }

    StatusCodeResult Lead(string? retour)
    {
        Response.Headers.Location = Returning.To(retour);
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}
