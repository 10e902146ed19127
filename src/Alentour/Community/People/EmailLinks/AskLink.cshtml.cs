using Alentour.Foundation.Forms;
using Alentour.Foundation.Jobs;
using Alentour.Foundation.Mail;
using Alentour.Foundation.Running;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.People.EmailLinks;

/// <summary>/entrer/lien: asks for a link to an address. Whatever the address, the answer is the same, and so is the work before it.</summary>
[ForAll]
public sealed class AskLinkModel(ISendMail mail, AskForLink ask, Tries tries) : PageModel
{
    public string? Address { get; private set; }

    public string? Refusal { get; private set; }

    public bool IsAsked { get; private set; }

    public bool IsSecure => SecureWay.Of(HttpContext);

    public IActionResult OnGet(string? fait)
    {
        IsAsked = fait is "demande";
        return mail.IsSet ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? courriel, CancellationToken stop)
    {
        if (!mail.IsSet)
            return NotFound();
        Address = courriel;
        if (!IsSecure)
            return Refuse("secure.text", StatusCodes.Status403Forbidden);
        var from = "lien " + Tries.AddressOf(HttpContext);
        if (!tries.Take(from))
            return Refuse("enter.refusal.wait", StatusCodes.Status429TooManyRequests);
        try
        {
            await ask.RunAsync(EmailAddress.Read(courriel), stop);
        }
        catch (RefusalException refusal)
        {
            return Refuse(refusal.TextKey, StatusCodes.Status422UnprocessableEntity);
        }
        return this.SeeOther("/entrer/lien?fait=demande");
    }

    PageResult Refuse(string key, int status)
    {
        (Refusal, Response.StatusCode) = (key, status);
        return Page();
    }
}

/// <summary>Writes one row: that a link was asked for, to a seal. Whether anybody has the address is looked at later, by a job.</summary>
public sealed class AskForLink(Database database, EmailPace pace, JobQueue jobs)
{
    /// <param name="address">As <see cref="EmailAddress.Read"/> gave it.</param>
    public Task RunAsync(string address, CancellationToken stop) => database.WriteAsync((connection, transaction) =>
        jobs.AddAsync(connection, transaction, AnswerAskedLink.Key, pace.Seal("way", address), stop), stop);
}
