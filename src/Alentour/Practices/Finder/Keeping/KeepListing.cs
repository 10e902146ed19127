using System.Data.Common;
using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;
using Alentour.Practices.Finder.Indexes;
using Alentour.Practices.Finder.Listings;

namespace Alentour.Practices.Finder.Keeping;

/// <summary>
/// What a coordinator does with the list of resources: adds, edits, verifies, withdraws, puts back. One act at a time on all nodes together;
/// the search is written anew before the answer.
/// </summary>
public sealed class KeepListing(Database database, PublicVersion version, FinderIndex index, RetriedActs retried, HouseClock clock)
{
    static readonly Bilingual SourceName = new("Ajouts de la maison", "Added by the house");

    /// <summary>Adds an entry and returns its address. The same form sent twice adds one.</summary>
    /// <param name="key">Drawn when the form was shown.</param>
    public Task<string> AddAsync(Me me, ListedSheet sheet, IReadOnlyList<ListedMeeting> meetings, string? key, CancellationToken stop) => RunAsync(async (connection, transaction) =>
    {
        var form = new SentForm("listing", me.Id, key);
        if (await retried.LedToAsync(connection, transaction, form, stop) is { } done)
            return done;
        await ListingWriter.KeepSourceAsync(connection, transaction, new ListedSource(ListedSource.ByHand, SourceName, null, clock.Now.Day), stop);
        var id = Ids.New();
        var slug = new Slugs(await connection.Command("SELECT slug FROM listed_entry", transaction).ListAsync(r => r.GetString(0), stop)).Take(sheet.Name.In(Language.French));
        await connection.Command(
            "INSERT INTO listed_entry (id, source_key, reference, slug, hash, edited_at, sheet) VALUES (@id, @source, @id, @slug, '', @now, @sheet)", transaction,
            ("id", id.ToString()), ("source", ListedSource.ByHand), ("slug", slug), ("now", Now), ("sheet", ListingStore.Write(sheet))).RunAsync(stop);
        await ListingWriter.KeepMeetingsAsync(connection, transaction, id, meetings, stop);
        await retried.KeepAsync(connection, transaction, form, slug, stop);
        return slug;
    }, stop);

    /// <summary>Writes an entry by hand: its source no longer changes it.</summary>
    /// <param name="seen">The version of the entry that the form was shown with.</param>
    /// <exception cref="RefusalException">Somebody else changed it meanwhile.</exception>
    public Task EditAsync(string slug, int seen, ListedSheet sheet, IReadOnlyList<ListedMeeting> meetings, CancellationToken stop) => RunAsync(async (connection, transaction) =>
    {
        var entry = await AtAsync(connection, transaction, slug, stop);
        // The same form sent twice, or two people who write the same.
        if (entry.Version != seen && Says(entry.Sheet with { EditedOn = sheet.EditedOn }, entry.Meetings) == Says(sheet, meetings))
            return slug;
        if (entry.Version != seen)
            throw new RefusalException("keeping.refusal.changedMeanwhile");
        await KeepAsync(connection, transaction, entry.Id, sheet, ", edited_at = @now", stop);
        await ListingWriter.KeepMeetingsAsync(connection, transaction, entry.Id, meetings, stop);
        return slug;
    }, stop);

    /// <summary>Says that somebody checked this entry on that day; null takes it back. The words stay those of its source.</summary>
    public Task VerifyAsync(string slug, DateOnly? on, CancellationToken stop) => RunAsync(async (connection, transaction) =>
    {
        var entry = await AtAsync(connection, transaction, slug, stop);
        await KeepAsync(connection, transaction, entry.Id, entry.Sheet with { VerifiedOn = on }, "", stop);
        return slug;
    }, stop);

    public Task WithdrawAsync(string slug, CancellationToken stop) => SetWithdrawnAsync(slug, Now, stop);

    public Task PutBackAsync(string slug, CancellationToken stop) => SetWithdrawnAsync(slug, null, stop);

    Task SetWithdrawnAsync(string slug, long? at, CancellationToken stop) => RunAsync(async (connection, transaction) =>
    {
        var entry = await AtAsync(connection, transaction, slug, stop);
        await connection.Command("UPDATE listed_entry SET withdrawn_at = @at, version = version + 1 WHERE id = @id", transaction, ("at", at), ("id", entry.Id.ToString())).RunAsync(stop);
        return slug;
    }, stop);

    static string Says(ListedSheet sheet, IReadOnlyList<ListedMeeting> meetings) => ListingStore.Write(sheet) + ListingStore.Write(meetings);

    static async Task<ListedEntry> AtAsync(DbConnection connection, DbTransaction transaction, string slug, CancellationToken stop) =>
        await ListingStore.AtAsync(connection, transaction, slug, stop) ?? throw new RefusalException("keeping.refusal.gone");

    Task KeepAsync(DbConnection connection, DbTransaction transaction, Guid id, ListedSheet sheet, string more, CancellationToken stop) =>
        connection.Command($"UPDATE listed_entry SET sheet = @sheet, version = version + 1{more} WHERE id = @id", transaction,
            ("sheet", ListingStore.Write(sheet)), ("now", Now), ("id", id.ToString())).RunAsync(stop);

    async Task<string> RunAsync(Func<DbConnection, DbTransaction, Task<string>> act, CancellationToken stop)
    {
        var slug = await database.WriteAsync(async (connection, transaction) =>
        {
            // Raised first: every other change of the list waits here until this one has ended.
            await version.RaiseAsync(connection, transaction, stop);
            return await act(connection, transaction);
        }, stop);
        version.LookAgain();
        await index.RefreshIfStaleAsync(stop);
        return slug;
    }

    long Now => clock.Instant.ToUnixTimeMilliseconds();
}
