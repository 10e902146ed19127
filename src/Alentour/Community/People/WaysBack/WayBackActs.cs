using Alentour.Community.Organizations;
using Alentour.Community.People.Cards;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Community.People.WaysBack;

/// <summary>What members do for somebody's way back.</summary>
public sealed class WayBackActs(WayBackStore waysBack, Companions companions, PeopleStore people, SignInCards cards, HouseClock clock)
{
    /// <summary>How many words of the slip the person reads to whoever confirms: they say which slip is meant, and open nothing.</summary>
    public const int WordsRead = 2;

    /// <summary>Those whom this person has known for long enough to bring them back, each once, by name, as the oldest group they share shows them.</summary>
    public async Task<IReadOnlyList<Companion>> CompanionsAsync(Me me, CancellationToken stop) =>
        [.. (await companions.OfAsync(me.Id, stop)).Where(c => Companions.IsLongAgo(c.TogetherSince, clock.Now.Day)).DistinctBy(c => c.PersonId).OrderBy(c => c.Name, StringComparer.InvariantCultureIgnoreCase)];

    /// <summary>The ways back that this person has begun, has confirmed or may confirm.</summary>
    public async Task<IReadOnlyList<WayBack>> ForAsync(Me me, CancellationToken stop) => !await waysBack.IsAnyOpenAsync(stop) ? []
        : await waysBack.ForAsync(me.Id, (await CompanionsAsync(me, stop)).Select(c => c.PersonId).ToHashSet(), me.Holds(RoleKind.Coordinator), stop);

    /// <summary>Begins a way back and draws its words.</summary>
    /// <param name="handle">A companion, as the page calls them; null for somebody in no group, asked for by <paramref name="name"/>.</param>
    /// <param name="isBefore">Whether the person is before whoever begins, or was heard.</param>
    /// <exception cref="RefusalException">Something is missing, they have not known each other for long, or there is one already.</exception>
    public async Task<IReadOnlyList<string>> StartAsync(Me me, Guid? handle, string? name, bool isBefore, CancellationToken stop)
    {
        if (!isBefore)
            throw new RefusalException("wayBack.refusal.notBefore");
        if (handle is { } called)
            return await BeginAsync(me, await MustKnowAsync(me, c => c.Handle == called, "wayBack.refusal.nobody", stop), null, stop);
        if (me.HoldsAny || string.IsNullOrWhiteSpace(name))
            throw new RefusalException("wayBack.refusal.nobody");
        if (!Companions.IsLongAgo(me.Person.JoinedOn, clock.Now.Day))
            throw new RefusalException("wayBack.refusal.newHere");
        var asked = Person.Name(name);
        return await BeginAsync(me, await AloneAsync(asked, me.Id, stop), asked, stop);
    }

    async Task<IReadOnlyList<string>> BeginAsync(Me me, Guid? person, string? asked, CancellationToken stop)
    {
        var (id, card) = (Ids.New(), await cards.DrawAsync(stop));
        await waysBack.StartAsync(me.Id, new Begun(id, person, asked, card.Lookup, cards.SealOpening(id, card.Words.Take(WordsRead))), stop);
        return card.Words;
    }

    /// <exception cref="RefusalException">Nobody they share a group with, or not for long enough.</exception>
    async Task<Guid> MustKnowAsync(Me me, Func<Companion, bool> isMeant, string otherwise, CancellationToken stop)
    {
        var all = await companions.OfAsync(me.Id, stop);
        if (all.FirstOrDefault(isMeant) is not { PersonId: var person })
            throw new RefusalException(otherwise);
        return Companions.IsLongAgo(all.First(c => c.PersonId == person).TogetherSince, clock.Now.Day) ? person : throw new RefusalException("wayBack.refusal.tooNew");
    }

    /// <summary>
    /// The only person of this name whom no group knows yet and who has no confirmed way back; null for none or several: whoever asks is
    /// answered alike.
    /// </summary>
    async Task<Guid?> AloneAsync(string name, Guid me, CancellationToken stop)
    {
        var alone = new List<Guid>();
        foreach (var person in await people.NamedAsync(me, name, stop))
            if (person != me && !await companions.HasGroupAsync(person, clock.Now.Day, stop))
                alone.Add(person);
        return alone.Count == 1 && await waysBack.OfAsync(alone[0], stop) is not { ConfirmerId: not null } ? alone[0] : null;
    }

    /// <param name="read">The first two words of the slip, as the person reads them.</param>
    /// <exception cref="RefusalException">It is not theirs to confirm, the words are of another slip, or somebody was faster.</exception>
    public async Task ConfirmAsync(Me me, Guid id, string? read, CancellationToken stop)
    {
        var known = (await companions.OfAsync(me.Id, stop)).Select(c => c.PersonId).ToHashSet();
        var found = (await waysBack.ForAsync(me.Id, known, me.Holds(RoleKind.Coordinator), stop)).FirstOrDefault(w => w.Id == id);
        if (found is null || !found.MayConfirm(me.Id))
            throw new RefusalException("wayBack.refusal.faster");
        if (found is { AskedName: null, PersonId: { } person })
            await MustKnowAsync(me, c => c.PersonId == person, "wayBack.refusal.faster", stop);
        if (CardWords.Understand(read, WordsRead) is not { } words || cards.SealOpening(id, words) != found.Opening)
            throw new RefusalException(OtherSlip);
        await waysBack.ConfirmAsync(found, me.Id, stop);
    }

    internal const string OtherSlip = "wayBack.refusal.otherSlip";
}
