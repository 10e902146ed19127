namespace Alentour.Practices.Finder.Listings;

/// <summary>How many rows of a file were new, said something else, said the same, or could not be read; and how many entries left with it.</summary>
public sealed record Tally(int Imported, int Updated, int Unchanged, int Refused, int Withdrawn);

/// <summary>
/// What must change so that the entries of one source are what it offers now. An entry keeps its address when its source renames it;
/// what a person of the house edited or withdrew is left alone; a meeting whose row could not be read stays as it was.
/// </summary>
public sealed class Reconciliation
{
    readonly List<OfferedEntry> _inserts = [];
    readonly List<(ListedEntry Known, OfferedEntry Offered)> _updates = [];
    readonly List<ListedEntry> _withdrawals = [];

    public Reconciliation(IReadOnlyCollection<ListedEntry> known, IReadOnlyCollection<OfferedEntry> offered, IReadOnlySet<string> refused)
    {
        var claimed = Claim(known, offered);
        foreach (var offer in offered)
        {
            if (!claimed.TryGetValue(offer.Reference, out var entry))
                _inserts.Add(offer);
            else if (!entry.IsEdited && !entry.IsWithdrawn)
                Compare(entry, KeepUnread(offer, entry, refused));
        }
        var left = known.Except(claimed.Values).Where(e => !e.IsEdited && !e.Meetings.Any(m => refused.Contains(m.Reference)));
        // A source in which nothing can be read is broken, not closed.
        if (offered.Count > 0)
            _withdrawals.AddRange(left);
        (Imported, Updated, Unchanged) = Count(known, offered);
    }

    public IReadOnlyList<OfferedEntry> Inserts => _inserts;

    public IReadOnlyList<(ListedEntry Known, OfferedEntry Offered)> Updates => _updates;

    public IReadOnlyList<ListedEntry> Withdrawals => _withdrawals;

    public int Imported { get; }

    public int Updated { get; }

    public int Unchanged { get; }

    public bool ChangesSomething => _inserts.Count + _updates.Count + _withdrawals.Count > 0;

    /// <summary>Which known entry each offer is: by its reference, else the one with which it shares most meetings.</summary>
    static Dictionary<string, ListedEntry> Claim(IReadOnlyCollection<ListedEntry> known, IReadOnlyCollection<OfferedEntry> offered)
    {
        var byReference = known.ToDictionary(e => e.Reference, StringComparer.Ordinal);
        var claimed = new Dictionary<string, ListedEntry>(StringComparer.Ordinal);
        foreach (var offer in offered)
            if (byReference.Remove(offer.Reference, out var same))
                claimed[offer.Reference] = same;
        var byMeeting = byReference.Values.SelectMany(e => e.Meetings.Select(m => (m.Reference, Entry: e)))
            .DistinctBy(m => m.Reference).ToDictionary(m => m.Reference, m => m.Entry, StringComparer.Ordinal);
        foreach (var offer in offered.Where(o => !claimed.ContainsKey(o.Reference)))
        {
            var most = offer.Meetings.Select(m => byMeeting.GetValueOrDefault(m.Reference)).OfType<ListedEntry>()
                .Where(e => byReference.ContainsKey(e.Reference)).GroupBy(e => e).MaxBy(g => g.Count())?.Key;
            if (most is not null && byReference.Remove(most.Reference))
                claimed[offer.Reference] = most;
        }
        return claimed;
    }

    static OfferedEntry KeepUnread(OfferedEntry offer, ListedEntry entry, IReadOnlySet<string> refused)
    {
        var unread = entry.Meetings.Where(m => refused.Contains(m.Reference)).ToList();
        return unread.Count == 0 ? offer : offer with { Meetings = [.. offer.Meetings, .. unread] };
    }

    void Compare(ListedEntry entry, OfferedEntry offer)
    {
        if (entry.Hash != offer.Hash() || entry.Reference != offer.Reference)
            _updates.Add((entry, offer));
    }

    static (int Imported, int Updated, int Unchanged) Count(IReadOnlyCollection<ListedEntry> known, IReadOnlyCollection<OfferedEntry> offered)
    {
        var hashes = known.SelectMany(e => e.Meetings).DistinctBy(m => m.Reference).ToDictionary(m => m.Reference, m => m.Hash, StringComparer.Ordinal);
        var rows = offered.SelectMany(o => o.Meetings).ToList();
        var imported = rows.Count(m => !hashes.ContainsKey(m.Reference));
        var unchanged = rows.Count(m => hashes.GetValueOrDefault(m.Reference) == m.Hash);
        return (imported, rows.Count - imported - unchanged, unchanged);
    }
}
