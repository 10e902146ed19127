using Alentour.Community.Organizations;
using Alentour.Community.People.Cards;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Running;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.People.WaysBack;

/// <summary>/retours: a member begins the way back of somebody before them, or confirms one that another began.</summary>
[ForMembers]
public sealed class ReturnModel(Me me, WayBackStore waysBack, WayBackActs acts, HouseClock clock, Words words) : PageModel
{
    public IReadOnlyList<Companion> Companions { get; private set; } = [];

    public IReadOnlyList<WayBack> All { get; private set; } = [];

    /// <summary>The six words to hand over, once.</summary>
    public IReadOnlyList<string>? Card { get; private set; }

    public string? Refusal { get; private set; }

    public string? Name { get; private set; }

    public bool MayVouch => me.Holds(RoleKind.Coordinator);

    public bool MayConfirm(WayBack wayBack) => wayBack.MayConfirm(me.Id);

    public Task OnGetAsync(CancellationToken stop) => LookAsync(stop);

    public async Task<IActionResult> OnPostAsync([FromForm] Form form, CancellationToken stop)
    {
        Name = form.Nom;
        try
        {
            if (form.Confirmer is { } id)
            {
                await acts.ConfirmAsync(me, id, stop);
                return this.SeeOther("/retours");
            }
            Card = await acts.StartAsync(me, form.Personne, form.Nom, form.Presence, stop);
        }
        catch (RefusalException refusal)
        {
            Refusal = refusal.TextKey;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
        await LookAsync(stop);
        return Page();
    }

    async Task LookAsync(CancellationToken stop)
    {
        Companions = await acts.CompanionsAsync(me, stop);
        All = await waysBack.ForAsync(me.Id, MayVouch, stop);
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

    /// <summary>The form as it is sent: a companion or a name, or which one to confirm.</summary>
    public sealed record Form(Guid? Personne, string? Nom, bool Presence, Guid? Confirmer);
}

/// <summary>What members do for somebody's way back.</summary>
public sealed class WayBackActs(WayBackStore waysBack, Companions companions, PeopleStore people, SignInCards cards)
{
    public Task<IReadOnlyList<Companion>> CompanionsAsync(Me me, CancellationToken stop) => companions.OfAsync(me.Id, stop);

    /// <summary>Begins a way back and draws its words.</summary>
    /// <param name="person">A companion; null for somebody in no group, asked for by <paramref name="name"/>.</param>
    /// <param name="isBefore">Whether the person is before whoever begins, or was heard.</param>
    /// <exception cref="RefusalException">Something is missing, or there is one already for a companion.</exception>
    public async Task<IReadOnlyList<string>> StartAsync(Me me, Guid? person, string? name, bool isBefore, CancellationToken stop)
    {
        if (!isBefore)
            throw new RefusalException("wayBack.refusal.notBefore");
        if (person is { } companion)
        {
            if ((await companions.OfAsync(me.Id, stop)).All(c => c.PersonId != companion))
                throw new RefusalException("wayBack.refusal.nobody");
            return await BeginAsync(me, companion, null, stop);
        }
        if (me.HoldsAny || string.IsNullOrWhiteSpace(name))
            throw new RefusalException("wayBack.refusal.nobody");
        var asked = Person.Name(name);
        return await BeginAsync(me, await AloneAsync(asked, me.Id, stop), asked, stop);
    }

    async Task<IReadOnlyList<string>> BeginAsync(Me me, Guid? person, string? asked, CancellationToken stop)
    {
        var words = CardWords.Draw();
        await waysBack.StartAsync(me.Id, person, asked, await cards.SealAsync(words, stop), stop);
        return words;
    }

    /// <summary>The only person of this name who is in no group and has no way back yet; null for none or several: whoever asks is answered alike.</summary>
    async Task<Guid?> AloneAsync(string name, Guid me, CancellationToken stop)
    {
        var alone = new List<Guid>();
        foreach (var person in await people.NamedAsync(me, name, stop))
            if (person != me && !await companions.HasGroupAsync(person, stop))
                alone.Add(person);
        return alone.Count == 1 && await waysBack.OfAsync(alone[0], stop) is null ? alone[0] : null;
    }

    /// <exception cref="RefusalException">It is not theirs to confirm, or somebody was faster.</exception>
    public async Task ConfirmAsync(Me me, Guid id, CancellationToken stop)
    {
        var found = (await waysBack.ForAsync(me.Id, me.Holds(RoleKind.Coordinator), stop)).FirstOrDefault(w => w.Id == id);
        if (found is null || !found.MayConfirm(me.Id))
            throw new RefusalException("wayBack.refusal.faster");
        await waysBack.ConfirmAsync(found, me.Id, stop);
    }
}
