using Alentour.Community.People.Cards;
using Alentour.Community.People.Passkeys;
using Alentour.Community.People.Sessions;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Running;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.People.Entering;

/// <summary>/entrer: six words open the house, or a passkey. Whoever asks, a wrong card is answered alike, and so is a wrong passkey.</summary>
[ForAll]
public sealed class EnterModel(Me me, EnterByWords enter, PasskeyActs passkeys, SessionStore sessions, Tries tries) : PageModel
{
    const string OpensNothing = "passkey.refusal.opensNothing";
    const string Wait = "enter.refusal.wait";

    public string? Words { get; private set; }

    public string? Return { get; private set; }

    public bool IsShared { get; private set; } = true;

    /// <summary>Whether what is typed travels unread; nobody signs in otherwise.</summary>
    public bool IsSecure => SecureWay.Of(HttpContext);

    /// <summary>The text key of what did not work, or null.</summary>
    public string? Refusal { get; private set; }

    /// <summary>The same, of a passkey: it stands beside its button.</summary>
    public string? PasskeyRefusal { get; private set; }

    public bool HasPasskeys => passkeys.ArePossible(HttpContext);

    public IActionResult OnGet(string? retour)
    {
        Return = retour;
        return me.IsHere ? Lead(retour) : Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] Form form, CancellationToken stop)
    {
        (Words, IsShared, Return) = (form.Mots, form.Appareil != "mien", form.Retour);
        if (!IsSecure)
            return Refuse("secure.text", StatusCodes.Status403Forbidden);
        // Counted before anything is computed: of many guesses sent at once as many are slowed.
        if (!tries.Take(Address))
            return Refuse(Wait, StatusCodes.Status429TooManyRequests);
        var (cookie, refusal) = string.IsNullOrEmpty(form.Cle) ? await ByWordsAsync(stop) : await ByPasskeyAsync(form, stop);
        // Words that no card can hold are a slip of the hand, not a guess; nor is what nobody had the time to look at.
        if (cookie is not null || refusal is "enter.refusal.notSix" or Wait)
            tries.GiveBack(Address);
        if (cookie is null)
            return Refuse(refusal, refusal == Wait ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity);
        await sessions.GiveAsync(HttpContext, cookie, IsShared);
        return Lead(form.Retour);
    }

    string Address => Tries.AddressOf(HttpContext);

    async Task<(string? Cookie, string Refusal)> ByPasskeyAsync(Form form, CancellationToken stop) =>
        (await passkeys.EnterAsync(HttpContext, form.Cle, form.Etat, IsShared, stop), OpensNothing);

    async Task<(string? Cookie, string Refusal)> ByWordsAsync(CancellationToken stop)
    {
        if (CardWords.Understand(Words) is not { } words)
            return (null, "enter.refusal.notSix");
        try
        {
            return (await enter.RunAsync(words, (IsShared, DeviceWord.Of(Request), Address), stop), "enter.refusal.unknown");
        }
        catch (RefusalException full)
        {
            return (null, full.TextKey);
        }
    }

    PageResult Refuse(string key, int status)
    {
        if (key == OpensNothing)
            PasskeyRefusal = key;
        else
            Refusal = key;
        Response.StatusCode = status;
        return Page();
    }

    StatusCodeResult Lead(string? retour) => this.SeeOther(Returning.To(retour));

    /// <summary>The form as it is sent: words, or what a passkey answered and the challenge it answered to.</summary>
    public sealed record Form(string? Mots, string? Appareil, string? Retour, string? Cle, string? Etat);
}
