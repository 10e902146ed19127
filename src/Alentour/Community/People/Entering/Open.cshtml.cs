using Alentour.Community.Organizations;
using Alentour.Community.People.Sessions;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.People.Entering;

/// <summary>/ouvrir: a name of choice opens an account, and the card is shown once.</summary>
[ForAll]
public sealed class OpenModel(Me me, OpenAccount open, HouseStore houses, HouseClock clock, Words words) : PageModel
{
    public string? Name { get; private set; }

    public bool IsAdult { get; private set; }

    public bool IsShared { get; private set; } = true;

    public string Key { get; private set; } = RetriedActs.NewKey();

    /// <summary>The text keys of what is missing, by field.</summary>
    public IReadOnlyDictionary<string, string> Refusals { get; private set; } = new Dictionary<string, string>();

    /// <summary>The words of the new card, once.</summary>
    public IReadOnlyList<string>? Card { get; private set; }

    public bool NeedsInvitation { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (me.IsHere)
            return Redirect("/aujourdhui");
        return await ClosedAsync(stop) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] Form form, CancellationToken stop)
    {
        if (await ClosedAsync(stop) is { } closed)
            return closed;
        (Name, IsAdult, IsShared, Key) = (form.Nom, form.Majeur, form.Appareil != "mien", form.Cle ?? Key);
        Refusals = Missing(form);
        if (Refusals.Count > 0)
            return Refuse();
        try
        {
            var newcomer = new Newcomer(Person.Name(form.Nom), words.Language.Code(), IsShared, DeviceWord.Of(Request), form.Cle);
            var opened = await open.RunAsync(newcomer, clock.Instant, stop);
            SessionCookie.Write(Response, opened.Cookie, IsShared);
            Card = opened.Card.Words;
            return Page();
        }
        catch (RefusalException refusal)
        {
            Refusals = new Dictionary<string, string> { ["nom"] = refusal.TextKey };
            return Refuse();
        }
    }

    /// <summary>The answer while no house is set up, or null when newcomers may come.</summary>
    async Task<IActionResult?> ClosedAsync(CancellationToken stop)
    {
        if (await houses.ForPublicAsync(stop) is not { } house)
            return NotFound();
        NeedsInvitation = house.NewcomersNeedInvitation;
        return null;
    }

    static Dictionary<string, string> Missing(Form form)
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
        return missing;
    }

    PageResult Refuse()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>The form as it is sent.</summary>
    public sealed record Form(string? Nom, bool Majeur, string? Appareil, string? Cle);
}
