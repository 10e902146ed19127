using Alentour.Community.Organizations;
using Alentour.Practices.House.Decisions;

namespace Alentour.Practices.House.Journal;

/// <summary>A choice of the house with its mark: where it stands, and whether a member contests the decision on it.</summary>
public sealed record MarkedChoice(StandingChoice Choice, bool IsContested);

/// <summary>The journal with what members say of its decisions.</summary>
public sealed class HouseMarks(HouseJournal journal, ContestStore contests)
{
    /// <summary>Every entry, the newest first; the choices in their order; the entries that a member contests.</summary>
    public async Task<(IReadOnlyList<JournalEntry> Entries, IReadOnlyList<MarkedChoice> Choices, IReadOnlySet<Guid> Contested)> ForPublicAsync(CancellationToken stop)
    {
        var entries = await journal.ForPublicAsync(stop);
        var contested = await contests.ForPublicAsync(stop);
        return (entries, [.. StandingChoice.Of(entries).Select(c => new MarkedChoice(c, c.Decided is { } decided && contested.Contains(decided.Id)))], contested);
    }
}
