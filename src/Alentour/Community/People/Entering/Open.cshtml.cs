using System.Data.Common;
using Alentour.Community.Organizations;
using Alentour.Community.People.Cards;
using Alentour.Community.People.Sessions;
using Alentour.Foundation.Running;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.People.Entering;

/// <summary>/ouvrir: a name of choice opens an account, and the card is shown once.</summary>
[ForAll]
public sealed class OpenModel(Me me, AccountDoor door, HouseStore houses, IEnumerable<IOnTheWay> ways, Words words) : PageModel
{
    public string? Name { get; private set; }

    public bool IsAdult { get; private set; }

    public bool IsShared { get; private set; } = true;

    /// <summary>Whether the account also arrives where this browser was on its way to.</summary>
    public bool IsStaying { get; private set; }

    public string? Invitation { get; private set; }

    public string Key { get; private set; } = RetriedActs.NewKey();

    /// <summary>The text keys of what is missing, by field.</summary>
    public IReadOnlyDictionary<string, string> Refusals { get; private set; } = new Dictionary<string, string>();

    /// <summary>The words of the new card, once.</summary>
    public IReadOnlyList<string>? Card { get; private set; }

    /// <summary>Whether a house is set up, for newcomers to come to.</summary>
    public bool HasHouse { get; private set; }

    public bool NeedsInvitation { get; private set; }

    /// <summary>Whether what is typed travels unread; no account is opened otherwise.</summary>
    public bool IsSecure => SecureWay.Of(HttpContext);

    public async Task<IActionResult> OnGetAsync(string? invitation, string? rester, CancellationToken stop)
    {
        if (me.IsHere)
            return Redirect("/aujourdhui");
        Invitation = invitation?.Replace('-', ' ');
        await LookAsync(stop);
        IsStaying = rester == "1";
        foreach (var way in IsStaying ? ways : [])
            Name ??= await way.NameAsync(Request, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] Form form, CancellationToken stop)
    {
        await LookAsync(stop);
        if (!IsSecure || !HasHouse)
            return StatusCode(StatusCodes.Status403Forbidden);
        IsStaying = form.Rester == "1";
        (Name, IsAdult, IsShared, Invitation, Key) = (form.Nom, form.Majeur, form.Appareil != "mien", form.Invitation, form.Cle ?? Key);
        Refusals = Missing(form);
        if (Refusals.Count == 0)
            await OpenAsync(form, stop);
        if (Refusals.Count > 0)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    async Task OpenAsync(Form form, CancellationToken stop)
    {
        try
        {
            var invitation = CardWords.Understand(form.Invitation, CardWords.OnASlip);
            var newcomer = new Newcomer(Person.Name(form.Nom), words.Language.Code(), IsShared, DeviceWord.Of(Request), form.Cle, invitation) { With = form.Rester == "1" ? ArriveAsync : null };
            Card = await door.OpenAsync(HttpContext, newcomer, stop);
        }
        catch (RefusalException refusal)
        {
            Refusals = new Dictionary<string, string> { [refusal.TextKey.StartsWith("open.refusal.invitation", StringComparison.Ordinal) ? "invitation" : "nom"] = refusal.TextKey };
        }
    }

    async Task ArriveAsync(DbConnection connection, DbTransaction transaction, Guid person)
    {
        foreach (var way in ways)
            await way.ArriveAsync(Request, (connection, transaction), person, HttpContext.RequestAborted);
    }

    async Task LookAsync(CancellationToken stop)
    {
        var house = await houses.ForPublicAsync(stop);
        (HasHouse, NeedsInvitation) = (house is not null, house is { NewcomersNeedInvitation: true });
    }

    Dictionary<string, string> Missing(Form form)
    {
        var missing = new Dictionary<string, string>();
        try
        {
            Person.Name(form.Nom);
        }
        catch (RefusalException refusal)
        {
            missing["nom"] = refusal.TextKey;
        }
        if (!form.Majeur)
            missing["majeur"] = "open.refusal.adult";
        if (string.IsNullOrWhiteSpace(form.Invitation) ? NeedsInvitation : CardWords.Understand(form.Invitation, CardWords.OnASlip) is null)
            missing["invitation"] = CardWords.Understand(form.Invitation, CardWords.OnASlip - 1) is null ? "open.refusal.invitation" : "open.refusal.invitationTwo";
        return missing;
    }

    /// <summary>The form as it is sent.</summary>
    public sealed record Form(string? Nom, bool Majeur, string? Appareil, string? Invitation, string? Cle, string? Rester);
}

/// <summary>Opens an account at this browser: slows whoever guesses invitations, and gives the cookie of the first session.</summary>
public sealed class AccountDoor(OpenAccount open, SessionStore sessions, Tries tries, HouseClock clock)
{
    /// <exception cref="RefusalException">The form is an old page, the invitation opens nothing, or this address must wait.</exception>
    public async Task<IReadOnlyList<string>> OpenAsync(HttpContext context, Newcomer newcomer, CancellationToken stop)
    {
        var address = Tries.AddressOf(context);
        if (!tries.Take(address))
            throw new RefusalException("enter.refusal.wait");
        if (!tries.TakeAccount(address))
        {
            tries.GiveBack(address);
            throw new RefusalException("open.refusal.many");
        }
        var isOpen = false;
        try
        {
            var opened = await open.RunAsync(newcomer, sessions, clock.Instant, stop);
            isOpen = true;
            await sessions.GiveAsync(context, opened.Cookie, newcomer.IsShared);
            return opened.Card.Words;
        }
        finally
        {
            // What opened is no guess; what did not is no account.
            if (isOpen)
                tries.GiveBack(address);
            else
                tries.GiveBackAccount(address);
        }
    }
}
