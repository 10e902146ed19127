using Alentour.Foundation.Forms;
using Alentour.Foundation.Mail;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.People.EmailLinks;

/// <summary>/mes-acces/courriel: give an address for links, change it, take it away.</summary>
[ForMembers]
public sealed class EmailModel(Me me, OwnEmails emails, ISendMail mail) : PageModel
{
    public OwnEmail Own { get; private set; } = new(null, null);

    public string? Typed { get; private set; }

    public string? Refusal { get; private set; }

    /// <summary>The address was to be taken away and is the last way in: asked again, with a sentence.</summary>
    public bool IsLast { get; private set; }

    public string? Done { get; private set; }

    public bool CanSend => mail.IsSet;

    public async Task<IActionResult> OnGetAsync(string? fait, CancellationToken stop)
    {
        Done = fait is "envoye" or "confirme" or "retire" ? $"email.done.{fait}" : null;
        Own = await emails.OfAsync(me.Id, stop);
        return IsClosed ? NotFound() : Page();
    }

    /// <summary>Without a mail server nothing is proposed; what was given before can still be taken away.</summary>
    bool IsClosed => !CanSend && Done is null && Own is { Address: null, Asked: null };

    public async Task<IActionResult> OnPostAsync([FromForm] Form form, CancellationToken stop)
    {
        Own = await emails.OfAsync(me.Id, stop);
        if (IsClosed)
            return NotFound();
        try
        {
            if (form.Geste == "retirer")
                return await emails.RemoveAsync(me.Id, form.QuandMeme, stop) ? Lead("retire") : Refuse(null, form.Courriel);
            var address = EmailAddress.Read(form.Courriel);
            if (address != Own.Address && CanSend)
                await emails.AskAsync(me.Id, address, stop);
            return Lead(address == Own.Address ? "confirme" : "envoye");
        }
        catch (RefusalException refusal)
        {
            return Refuse(refusal.TextKey, form.Courriel);
        }
    }

    PageResult Refuse(string? key, string? typed)
    {
        (Refusal, Typed, IsLast) = (key, typed, key is null);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    StatusCodeResult Lead(string done) => this.SeeOther($"/mes-acces/courriel?fait={done}");

    public sealed record Form(string? Geste, string? Courriel)
    {
        [FromForm(Name = "quand-meme")]
        public bool QuandMeme { get; init; }
    }
}
