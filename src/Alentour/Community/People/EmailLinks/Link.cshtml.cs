using Alentour.Community.People.Sessions;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Running;
using Alentour.Foundation.Store;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.People.EmailLinks;

/// <summary>/lien: what a link of a letter opens, behind one press.</summary>
[ForAll]
public sealed class LinkModel(Me me, SentLinks links, UseLink use, SessionStore sessions) : PageModel
{
    /// <summary>Null: this link opens nothing, or no more.</summary>
    public FoundLink? Found { get; private set; }

    public bool IsSecure => SecureWay.Of(HttpContext);

    /// <summary>Whether whoever is in gave the address that this link confirms.</summary>
    public bool IsMine => me.IsHere && Found?.PersonId == me.Id;

    public bool IsHere => me.IsHere;

    public Task OnGetAsync(CancellationToken stop) => LookAsync(stop);

    public async Task<IActionResult> OnPostAsync([FromForm] string? appareil, CancellationToken stop)
    {
        await LookAsync(stop);
        if (!IsSecure)
            return Answer(StatusCodes.Status403Forbidden);
        if (Found is not { } link || SentLinks.OnTheWay.Read(Request) is not { } token)
            return Answer(StatusCodes.Status422UnprocessableEntity);
        if (link.AskedId is { } asked)
            return IsMine ? await ConfirmAsync(token, asked, stop) : Answer(StatusCodes.Status422UnprocessableEntity);
        var isShared = appareil != "mien";
        if (await use.EnterAsync(token, link.PersonId, (isShared, DeviceWord.Of(Request)), stop) is not { } cookie)
            return UsedUp();
        await sessions.GiveAsync(HttpContext, cookie, isShared);
        return Lead("/aujourdhui");
    }

    async Task<IActionResult> ConfirmAsync(string token, string asked, CancellationToken stop) =>
        await use.ConfirmAsync(token, me.Id, asked, stop) ? Lead("/mes-acces/courriel?fait=confirme") : UsedUp();

    /// <summary>Another press was faster.</summary>
    PageResult UsedUp()
    {
        Found = null;
        return Answer(StatusCodes.Status422UnprocessableEntity);
    }

    async Task LookAsync(CancellationToken stop) => Found = SentLinks.OnTheWay.Read(Request) is { } token ? await links.FindAsync(token, stop) : null;

    PageResult Answer(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    StatusCodeResult Lead(string path)
    {
        SentLinks.OnTheWay.Drop(Response);
        return this.SeeOther(path);
    }
}

/// <summary>Uses a link up and does what it was sent for, both or neither.</summary>
public sealed class UseLink(SentLinks links, OwnEmails emails, SessionStore sessions, Database database)
{
    /// <summary>The cookie of the session that opens; null when another press was faster.</summary>
    public Task<string?> EnterAsync(string token, Guid person, (bool IsShared, string Device) browser, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        if (!await links.UseUpAsync(connection, transaction, token, stop))
            return null;
        await SentLinks.EndOthersAsync(connection, transaction, person, stop);
        return (string?)await sessions.OpenAsync(connection, transaction, person, browser.IsShared, browser.Device, stop);
    }, stop);

    public Task<bool> ConfirmAsync(string token, Guid person, string asked, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        if (!await links.UseUpAsync(connection, transaction, token, stop))
            return false;
        await emails.ConfirmAsync(connection, transaction, person, asked, stop);
        return true;
    }, stop);
}
