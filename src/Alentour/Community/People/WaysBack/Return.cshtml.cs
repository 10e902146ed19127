using Alentour.Community.Organizations;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Running;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.People.WaysBack;

/// <summary>/retours: a member begins the way back of somebody before them, or confirms one that another began.</summary>
[ForMembers]
public sealed class ReturnModel(Me me, WayBackActs acts, Tries tries, HouseClock clock, Words words) : PageModel
{
    public IReadOnlyList<Companion> Companions { get; private set; } = [];

    public IReadOnlyList<WayBack> All { get; private set; } = [];

    /// <summary>The six words to hand over, once.</summary>
    public IReadOnlyList<string>? Card { get; private set; }

    public string? Refusal { get; private set; }

    public string? Name { get; private set; }

    /// <summary>Whether they may ask for somebody by name: whoever holds a role begins no way back but of a companion.</summary>
    public bool MayName => !me.HoldsAny;

    /// <summary>Which one was to be confirmed: what is refused stands beside it.</summary>
    public Guid? Confirming { get; private set; }

    /// <summary>The two words that were typed.</summary>
    public string? Read { get; private set; }

    public bool MayConfirm(WayBack wayBack) => wayBack.MayConfirm(me.Id);

    public Task OnGetAsync(CancellationToken stop) => LookAsync(stop);

    public async Task<IActionResult> OnPostAsync([FromForm] Form form, CancellationToken stop)
    {
        (Name, Confirming, Read) = (form.Nom, form.Confirmer, form.Mots);
        var address = Tries.AddressOf(HttpContext);
        try
        {
            if (form.Confirmer is { } id)
            {
                await ConfirmAsync(id, form.Mots, address, stop);
                return this.SeeOther("/retours");
            }
            Card = await acts.StartAsync(me, form.Personne, form.Nom, form.Presence, stop);
        }
        catch (RefusalException refusal)
        {
            Refusal = refusal.TextKey;
            Response.StatusCode = refusal.TextKey == "enter.refusal.wait" ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity;
        }
        await LookAsync(stop);
        return Page();
    }

    /// <summary>Only words of another slip count as a try: whoever comes too late guesses nothing.</summary>
    async Task ConfirmAsync(Guid id, string? read, string address, CancellationToken stop)
    {
        if (!tries.Take(address))
            throw new RefusalException("enter.refusal.wait");
        var isWrong = false;
        try
        {
            await acts.ConfirmAsync(me, id, read, stop);
        }
        catch (RefusalException refusal)
        {
            isWrong = refusal.TextKey == WayBackActs.OtherSlip;
            throw;
        }
        finally
        {
            if (!isWrong)
                tries.GiveBack(address);
        }
    }

    async Task LookAsync(CancellationToken stop)
    {
        Companions = await acts.CompanionsAsync(me, stop);
        All = await acts.ForAsync(me, stop);
    }

    /// <summary>How the person is called to whoever reads: as their group knows them, or as they were asked for.</summary>
    public string NameOf(WayBack wayBack) =>
        wayBack.AskedName ?? Companions.FirstOrDefault(c => c.PersonId == wayBack.PersonId)?.Name ?? words["wayBack.somebody"];

    public string StateOf(WayBack wayBack)
    {
        if (wayBack.IsStopped)
            return words["wayBack.state.stopped"];
        if (wayBack.OpensAt is not { } opens)
            return words["wayBack.state.waiting"];
        var (day, time) = Foundation.Clock.WallClock.ToLocal(opens, clock.Zone);
        return words[opens <= clock.Instant ? "wayBack.state.open" : "wayBack.state.shown", ("when", DateWords.When(day, time, clock.Now, words.Language))];
    }

    /// <summary>The form as it is sent: a companion or a name, or which one to confirm with the first words of its slip.</summary>
    public sealed record Form(Guid? Personne, string? Nom, bool Presence, Guid? Confirmer, string? Mots);
}
