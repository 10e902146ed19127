using Alentour.Community.Organizations;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;
using Alentour.Foundation.Web;

namespace Alentour.Practices.CrisisHelp.Lines;

/// <summary>
/// What a coordinator does with the crisis lines: confirms, edits, adds, withdraws, puts back. Each act stands in the public journal;
/// one act at a time on all nodes together; this node's aide.json is written before the answer.
/// </summary>
public sealed class KeepLines(Database database, LineStore lines, LineJournal journal, WriteLineFile file, SiteFace site)
{
    /// <summary>Says that the house asked this line itself today: its number and its hours are right.</summary>
    public Task ConfirmAsync(string key, DateOnly today, CancellationToken stop) =>
        ChangeAsync(key, today, line => line with { Line = line.Line with { ConfirmedOn = today } }, stop);

    /// <summary>Takes a confirmation back to what it was before the press.</summary>
    public Task UnconfirmAsync(string key, DateOnly? before, DateOnly today, CancellationToken stop) =>
        ChangeAsync(key, today, line => line with { Line = line.Line with { ConfirmedOn = before } }, stop);

    /// <param name="seen">The version the form was shown with.</param>
    /// <exception cref="RefusalException">Somebody else changed it meanwhile, or nobody would answer day and night any more.</exception>
    public Task EditAsync(string key, int seen, CrisisLine edited, DateOnly today, CancellationToken stop) => ChangeAsync(key, today, line =>
        CrisisLineJson.Write(line.Line) == CrisisLineJson.Write(edited) ? line
        : line.Version == seen ? line with { Line = edited }
        : throw new RefusalException("lines.refusal.changedMeanwhile"), stop);

    public Task SetWithdrawnAsync(string key, bool isWithdrawn, DateOnly today, CancellationToken stop) =>
        ChangeAsync(key, today, line => line with { IsWithdrawn = isWithdrawn }, stop);

    /// <summary>Adds a line after the others and returns its key. A line that says all the same stands there already.</summary>
    public Task<string> AddAsync(CrisisLine added, DateOnly today, CancellationToken stop) => RunAsync(today, kept =>
    {
        if (kept.FirstOrDefault(l => !l.IsWithdrawn && CrisisLineJson.Write(l.Line with { Order = 0 }) == CrisisLineJson.Write(added with { Order = 0 })) is { } same)
            return same;
        if (kept.Count(l => !l.IsWithdrawn) >= KeptLine.Most)
            throw new RefusalException("lines.refusal.tooMany");
        var key = KeptLine.NewKey(added.Name, kept.Select(l => l.Key).ToHashSet());
        return new KeptLine(key, added with { Order = kept.Max(l => l.Line.Order) + 1 }, today, false, 0);
    }, stop);

    Task<string> ChangeAsync(string key, DateOnly today, Func<KeptLine, KeptLine> change, CancellationToken stop) => RunAsync(today, kept =>
        change(kept.FirstOrDefault(l => l.Key == key) ?? throw new RefusalException("lines.refusal.gone")), stop);

    /// <param name="act">The line as it is to stand, from all of them as they do.</param>
    async Task<string> RunAsync(DateOnly today, Func<IReadOnlyList<KeptLine>, KeptLine> act, CancellationToken stop)
    {
        // Whoever comes to a demonstration may be anybody, and somebody else may read its numbers at two in the night.
        if (site.IsDemonstration)
            throw new RefusalException("lines.refusal.demonstration");
        var key = await database.WriteAsync(async (connection, transaction) =>
        {
            await journal.BeginAsync(connection, transaction, stop);
            var before = await lines.ToChangeAsync(connection, transaction, stop);
            var changed = act(before);
            var was = before.FirstOrDefault(l => l.Key == changed.Key);
            if (was == changed)
                return changed.Key;
            if (KeptLine.SomebodyAlwaysAnswers(before) && !KeptLine.SomebodyAlwaysAnswers(before.Where(l => l.Key != changed.Key).Append(changed)))
                throw new RefusalException("lines.refusal.lastOne");
            await LineStore.KeepAsync(connection, transaction, changed with { ChangedOn = today, Version = changed.Version + 1 }, stop);
            await journal.WriteAsync(connection, transaction, was, changed, stop);
            return changed.Key;
        }, stop);
        await file.WriteAsync(stop);
        return key;
    }
}
