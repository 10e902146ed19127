using System.Globalization;
using Alentour.Community.People.Cards;
using Alentour.Community.People.Passkeys;
using Alentour.Community.People.Sessions;
using Alentour.Foundation.Forms;
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

    public IReadOnlyList<Passkey> Passkeys { get; private set; } = [];

    /// <summary>Whether nothing at all would open the door once this browser is closed.</summary>
    public bool HasNoWay { get; private set; }

    /// <summary>The way in that was to be taken away and is the last one: asked again, with a sentence.</summary>
    public Guid? LastWay { get; private set; }

    /// <summary>Whether this browser goes at its end: somebody else may hold the device next.</summary>
    public bool IsShared => Sessions.FirstOrDefault(s => s.Id == Here)?.IsShared ?? true;

    /// <summary>The words of a card just made, once.</summary>
    public IReadOnlyList<string>? Card { get; private set; }

    /// <summary>Whether it is the certification that did not work, and not the name.</summary>
    public bool IsOfCertification => Refusal is "access.refusal.hiddenSigns";

    /// <summary>The text key of what did not work, or of what was done.</summary>
    public string? Refusal { get; private set; }

    public string? Done { get; private set; }

    public string Name { get; private set; } = "";

    public string? Certification { get; private set; }

    public Guid Here => me.SessionId;

    public Task OnGetAsync(string? fait, CancellationToken stop)
    {
        Done = fait is "nom" or "ferme" or "autres" or "cle" or "retiree" ? $"access.done.{fait}" : null;
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
            case "partout":
                return await LeaveEverywhereAsync(stop);
            case "retirer" when Guid.TryParse(form.Facon, out var way):
                return await RemoveAsync(way, form.QuandMeme, stop);
            case "carte":
                Card = await acts.NewCardAsync(me.Id, stop);
                await LookAsync(stop);
                return Page();
            default:
                return Lead(null);
        }
    }

    async Task<IActionResult> LeaveEverywhereAsync(CancellationToken stop)
    {
        await sessions.EndAllAsync(me.Id, stop);
        GoingOut.Forget(Response);
        return this.SeeOther(GoingOut.Closed);
    }

    async Task<IActionResult> RemoveAsync(Guid way, bool evenTheLast, CancellationToken stop)
    {
        if (await acts.RemoveAsync(me.Id, way, evenTheLast, stop))
            return Lead("retiree");
        await LookAsync(stop);
        LastWay = way;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    async Task<IActionResult> RenameAsync(Form form, CancellationToken stop)
    {
        try
        {
            var certification = form.Certification?.Trim() is { Length: > 0 } stated ? VisibleText.Cut(stated, LongestCertification) : null;
            // A line turned round could make a name of it.
            if (certification is not null && VisibleText.HidesSigns(certification.ReplaceLineEndings(" ")))
                throw new RefusalException("access.refusal.hiddenSigns");
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
        Passkeys = await acts.PasskeysAsync(me.Id, stop);
        HasNoWay = CardMadeOn is null && Passkeys.Count == 0 && !await acts.HasWayAsync(me.Id, stop);
    }

    StatusCodeResult Lead(string? done) => this.SeeOther(done is null ? "/mes-acces" : $"/mes-acces?fait={done}");

    /// <summary>One form a gesture; <see cref="Geste"/> says which.</summary>
    public sealed record Form(string? Geste, string? Session, string? Nom, string? Certification, string? Facon)
    {
        [FromForm(Name = "quand-meme")]
        public bool QuandMeme { get; init; }
    }
}

/// <summary>What a person does with their own ways in.</summary>
public sealed class AccessActs(SignInCards cards, PasskeyStore passkeys, Database database)
{
    public Task<IReadOnlyList<Passkey>> PasskeysAsync(Guid person, CancellationToken stop) => passkeys.OfAsync(person, stop);

    /// <summary>Whether the person has any way in, of whatever kind.</summary>
    public async Task<bool> HasWayAsync(Guid person, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return (await connection.Command("SELECT id FROM way_in WHERE person_id = @person", null, ("person", person.ToString())).ListAsync(row => row.GetString(0), stop)).Count > 0;
    }

    /// <summary>Takes a way in away; another person's is left alone. False, and nothing is done, when nothing else would open the door.</summary>
    /// <param name="evenTheLast">The person has read what that means.</param>
    public Task<bool> RemoveAsync(Guid person, Guid way, bool evenTheLast, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        var (whose, which) = (("person", (object?)person.ToString()), ("way", (object?)way.ToString()));
        // Written first, so that two removals at once wait for each other and the second sees what the first has left.
        await connection.Command("UPDATE person SET quilt_seed = quilt_seed WHERE id = @person", transaction, whose).RunAsync(stop);
        await using var others = connection.Command("SELECT count(*) FROM way_in WHERE person_id = @person AND id <> @way", transaction, whose, which);
        await using var known = connection.Command("SELECT count(*) FROM way_in WHERE person_id = @person AND id = @way", transaction, whose, which);
        if (!evenTheLast && Convert.ToInt64(await known.ExecuteScalarAsync(stop), CultureInfo.InvariantCulture) > 0
            && Convert.ToInt64(await others.ExecuteScalarAsync(stop), CultureInfo.InvariantCulture) == 0)
            return false;
        await connection.Command("DELETE FROM way_in WHERE person_id = @person AND id = @way", transaction, whose, which).RunAsync(stop);
        return true;
    }, stop);

    /// <summary>A fresh card; the one before stops working at once.</summary>
    public async Task<IReadOnlyList<string>> NewCardAsync(Guid person, CancellationToken stop)
    {
        var card = await cards.DrawAsync(stop);
        await database.WriteAsync((connection, transaction) => cards.KeepAsync(connection, transaction, person, card, replacesOlder: true, stop), stop);
        return card.Words;
    }
}
