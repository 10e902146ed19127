namespace Alentour.Community.People;

/// <summary>Somebody who shares a group with whoever asks, as that group shows them.</summary>
public sealed record Companion(Guid PersonId, string Name, int QuiltSeed);

/// <summary>Who shares a group with whom. A module that knows of such belonging implements it; people who block each other are left out.</summary>
public interface ICompanions
{
    /// <summary>Those who share a group with this person, by name, each once.</summary>
    Task<IReadOnlyList<Companion>> OfAsync(Guid person, CancellationToken stop);

    /// <summary>Whether the person is in any group.</summary>
    Task<bool> HasGroupAsync(Guid person, CancellationToken stop);
}

/// <summary>All that modules know of who belongs with whom, together.</summary>
public sealed class Companions(IEnumerable<ICompanions> modules)
{
    /// <summary>Those who share a group with this person, each once, by name.</summary>
    public async Task<IReadOnlyList<Companion>> OfAsync(Guid person, CancellationToken stop)
    {
        var all = new List<Companion>();
        foreach (var module in modules)
            all.AddRange(await module.OfAsync(person, stop));
        return [.. all.DistinctBy(c => c.PersonId).OrderBy(c => c.Name, StringComparer.InvariantCultureIgnoreCase)];
    }

    /// <summary>Whether the person is in any group.</summary>
    public async Task<bool> HasGroupAsync(Guid person, CancellationToken stop)
    {
        foreach (var module in modules)
            if (await module.HasGroupAsync(person, stop))
                return true;
        return false;
    }
}
