using Alentour.Community.People.Cards;
using Alentour.Community.People.Sessions;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.People.Access;

/// <summary>/mes-acces: one's name here, one's ways in, and the devices where one is in.</summary>
[ForMembers]
public sealed class AccessModel(Me me, PeopleStore people, SessionStore sessions, AccessActs acts) : PageModel
{
    public const int LongestCertification = 120;

    public IReadOnlyList<OpenSession> Sessions { get; private set; } = [];

    public DateOnly? CardMadeOn { get; private set; }

    /// <summary>The words of a card just made, once.</summary>
    public IReadOnlyList<string>? Card { get; private set; }

    /// <summary>The text key of what did not work, or of what was done.</summary>
    public string? Refusal { get; private set; }

    public string? Done { get; private set; }

    public string Name { get; private set; } = "";

    public string? Certification { get; private set; }

    public Guid Here => me.SessionId;

    public Task OnGetAsync(string? fait, CancellationToken stop)
    {
        Done = fait is "nom" or "ferme" or "autres" ? $"access.done.{fait}" : null;
        return LookAsync(stop);
    }

    public async Task<IActionResult> OnPostAsync([FromForm] Form form, CancellationToken stop)
    {
        switch (form.Geste)
        {
            case "nom":
                return await RenameAsync(form, stop);
            case "fermer" when Guid.TryParse(form.Session, out var session):
                await sessions.EndAsync(me.Id, session, stop);
                return Lead("ferme");
            case "autres":
                await sessions.EndOthersAsync(me.Id, me.SessionId, stop);
                return Lead("autres");
            case "carte":
                Card = await acts.NewCardAsync(me.Id, stop);
                await LookAsync(stop);
                return Page();
            default:
                return Lead(null);
        }
    }

    async Task<IActionResult> RenameAsync(Form form, CancellationToken stop)
    {
        try
        {
            var certification = form.Certification?.Trim() is { Length: > 0 } stated ? stated[..Math.Min(stated.Length, LongestCertification)] : null;
            await people.RenameAsync(me.Id, Person.Name(form.Nom), certification, stop);
            return Lead("nom");
        }
        catch (RefusalException refusal)
        {
            await LookAsync(stop);
            (Refusal, Name, Certification) = (refusal.TextKey, form.Nom ?? "", form.Certification);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
    }

    async Task LookAsync(CancellationToken stop)
    {
        (Name, Certification) = (me.ChosenName, me.Person.Certification);
        Sessions = await sessions.OfAsync(me.Id, stop);
        CardMadeOn = await people.CardMadeOnAsync(me.Id, stop);
    }

    StatusCodeResult Lead(string? done)
    {
        Response.Headers.Location = done is null ? "/mes-acces" : $"/mes-acces?fait={done}";
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>One form a gesture; <see cref="Geste"/> says which.</summary>
    public sealed record Form(string? Geste, string? Session, string? Nom, string? Certification);
}

/// <summary>What a person does with their own ways in.</summary>
public sealed class AccessActs(SignInCards cards, Database database)
{
    /// <summary>A fresh card; the one before stops working at once.</summary>
    public async Task<IReadOnlyList<string>> NewCardAsync(Guid person, CancellationToken stop)
    {
        var card = await cards.DrawAsync(stop);
        await database.WriteAsync((connection, transaction) => cards.KeepAsync(connection, transaction, person, card, replacesOlder: true, stop), stop);
        return card.Words;
    }
}
