using Alentour.Community.People.Cards;

namespace Alentour.Community.People;

/// <summary>Somebody who shares a group with whoever asks, as that group shows them.</summary>
/// <param name="Handle">What pages call them by.</param>
/// <param name="TogetherSince">The day from which both have been in it.</param>
public sealed record Companion(Guid PersonId, Guid Handle, string Name, int QuiltSeed, DateOnly TogetherSince);

/// <summary>Who shares a group with whom. A module that knows of such belonging implements it; people who block each other are left out.</summary>
public interface ICompanions
{
    /// <summary>Those who share a group with this person, once for each group.</summary>
    Task<IReadOnlyList<Companion>> OfAsync(Guid person, CancellationToken stop);

    /// <summary>Whether the person has been in some group since this day or before.</summary>
    Task<bool> HasGroupAsync(Guid person, DateOnly since, CancellationToken stop);
}

/// <summary>All that modules know of who belongs with whom, together.</summary>
public sealed class Companions(IEnumerable<ICompanions> modules)
{
    /// <summary>
    /// How long two people must have been in one group before one may bring the other back. Two accounts opened this morning could join a
    /// drop-in group and say that they see somebody; in two weeks the group has met them, or has wondered who they are.
    /// </summary>
    public const int DaysToKnow = 14;

    /// <summary>Those who share a group with this person, once for each group, the oldest bond first.</summary>
    public async Task<IReadOnlyList<Companion>> OfAsync(Guid person, CancellationToken stop)
    {
        var all = new List<Companion>();
        foreach (var module in modules)
            all.AddRange(await module.OfAsync(person, stop));
        return [.. all.OrderBy(c => c.TogetherSince).ThenBy(c => c.Handle)];
    }

    /// <summary>Whether anybody could know the person from a group: they have been in one for long enough.</summary>
    public async Task<bool> HasGroupAsync(Guid person, DateOnly today, CancellationToken stop)
    {
        foreach (var module in modules)
            if (await module.HasGroupAsync(person, today.AddDays(-DaysToKnow), stop))
                return true;
        return false;
    }

    /// <summary>Whether something of this day lies far enough back.</summary>
    public static bool IsLongAgo(DateOnly since, DateOnly today) => since.AddDays(DaysToKnow) <= today;
}

/// <summary>
/// What a page calls somebody by, so that a press can name them: another word in each group and for each reader. Who bears another name in
/// another group is not found again there by whoever keeps the page.
/// </summary>
public sealed class Handles(CardKey key)
{
    /// <summary>What the pages of a group call this person when this reader reads them.</summary>
    /// <param name="reader">Whose page it is.</param>
    public Guid Of(Guid group, Guid reader, Guid person) => new(Seal(group, reader, person)[..16]);

    /// <summary>The sewn block of somebody in a group: their own, or, where they bear another name, one that is no kin of it, the same for all who see it there.</summary>
    public int BlockOf(Guid group, Guid person, int own, bool isRenamed) => isRenamed ? BitConverter.ToInt32(Seal(group, Guid.Empty, person)) & int.MaxValue : own;

    byte[] Seal(Guid group, Guid reader, Guid person) => key.SealHandle($"{group} {reader} {person}");
}
