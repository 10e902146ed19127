using System.Data.Common;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Practices.Finder.Listings;

/// <summary>Brings the entries of one source to what it offers now, in one transaction.</summary>
public sealed class ListingWriter(Database database, PublicVersion version)
{
    /// <summary>Writes what changed, if anything did, and returns it.</summary>
    /// <param name="refused">References of rows that could not be read: what they said before stays.</param>
    /// <param name="progress">Told how many entries have been written, now and then.</param>
    public Task<Reconciliation> ReconcileAsync(ListedSource source, IReadOnlyCollection<OfferedEntry> offered, IReadOnlySet<string> refused, Action<int>? progress = null, CancellationToken stop = default) =>
        database.WriteAsync(async (connection, transaction) =>
        {
            var known = await ListingStore.AllAsync(connection, transaction, source.Key, stop);
            var change = new Reconciliation(known, offered, refused);
            var sources = await ListingStore.SourcesAsync(connection, transaction, stop);
            if (!change.ChangesSomething && sources.GetValueOrDefault(source.Key) == source)
                return change;
            await KeepSourceAsync(connection, transaction, source, stop);
            await version.RaiseAsync(connection, transaction, stop);
            await new Writing(connection, transaction, source.Key, progress ?? (_ => { })).RunAsync(change, stop);
            return change;
        }, stop);

    const string InsertMeeting =
        "INSERT INTO listed_meeting (entry_id, reference, hash, weekday, starts, minutes, zone, words) VALUES (@id, @reference, @hash, @weekday, @starts, @minutes, @zone, @words)";

    /// <summary>Puts these weekly meetings in the place of those an entry had.</summary>
    internal static async Task KeepMeetingsAsync(DbConnection connection, DbTransaction transaction, Guid id, IReadOnlyList<ListedMeeting> meetings, CancellationToken stop)
    {
        await connection.Command("DELETE FROM listed_meeting WHERE entry_id = @id", transaction, ("id", id.ToString())).RunAsync(stop);
        foreach (var meeting in meetings)
            await connection.Command(InsertMeeting, transaction, MeetingColumns(id, meeting)).RunAsync(stop);
    }

    static (string, object?)[] MeetingColumns(Guid id, ListedMeeting m) =>
        [("id", id.ToString()), ("reference", m.Reference), ("hash", m.Hash), ("weekday", (int)m.Day), ("starts", m.StartsAt.Hour * 60 + m.StartsAt.Minute),
            ("minutes", m.Minutes), ("zone", m.Zone), ("words", ListingStore.Write(m.Words))];

    internal static Task KeepSourceAsync(DbConnection connection, DbTransaction transaction, ListedSource source, CancellationToken stop) =>
        connection.Command(
            "INSERT INTO listed_source (key, name, web, received_on) VALUES (@key, @name, @web, @day) "
            + "ON CONFLICT (key) DO UPDATE SET name = excluded.name, web = excluded.web, received_on = excluded.received_on",
            transaction, ("key", source.Key), ("name", ListingStore.Write(source.Name)), ("web", source.Web), ("day", source.ReceivedOn.ToString("yyyy-MM-dd", null))).RunAsync(stop);

    sealed class Writing(DbConnection connection, DbTransaction transaction, string sourceKey, Action<int> progress)
    {
        int _written;

        public async Task RunAsync(Reconciliation change, CancellationToken stop)
        {
            await ForgetAsync(change, stop);
            var kept = new List<(Guid Id, OfferedEntry Offered)>();
            await using (var update = new Bulk(connection, transaction, "UPDATE listed_entry SET reference = @reference, hash = @hash, sheet = @sheet, version = version + 1 WHERE id = @id"))
            {
                foreach (var (known, offered) in change.Updates)
                {
                    await update.AddAsync(stop, Columns(known.Id, offered));
                    kept.Add((known.Id, offered));
                }
                await update.FlushAsync(stop);
            }
            await InsertAsync(change.Inserts, kept, stop);
            await KeepMeetingsAsync(kept, stop);
        }

        async Task ForgetAsync(Reconciliation change, CancellationToken stop)
        {
            await using var meetings = new Bulk(connection, transaction, "DELETE FROM listed_meeting WHERE entry_id = @id");
            foreach (var entry in change.Withdrawals.Concat(change.Updates.Select(u => u.Known)))
                await meetings.AddAsync(stop, ("id", entry.Id.ToString()));
            await meetings.FlushAsync(stop);
            await using var entries = new Bulk(connection, transaction, "DELETE FROM listed_entry WHERE id = @id");
            foreach (var entry in change.Withdrawals)
                await entries.AddAsync(stop, ("id", entry.Id.ToString()));
            await entries.FlushAsync(stop);
        }

        async Task InsertAsync(IEnumerable<OfferedEntry> inserts, List<(Guid, OfferedEntry)> kept, CancellationToken stop)
        {
            var slugs = new Slugs(await connection.Command("SELECT slug FROM listed_entry", transaction).ListAsync(r => r.GetString(0), stop));
            await using var insert = new Bulk(connection, transaction,
                "INSERT INTO listed_entry (id, source_key, reference, slug, hash, sheet) VALUES (@id, @source, @reference, @slug, @hash, @sheet)");
            foreach (var offered in inserts)
            {
                var id = Ids.New();
                await insert.AddAsync(stop, [.. Columns(id, offered), ("source", sourceKey), ("slug", slugs.Take(offered.WantedSlug))]);
                kept.Add((id, offered));
            }
            await insert.FlushAsync(stop);
        }

        async Task KeepMeetingsAsync(IEnumerable<(Guid Id, OfferedEntry Offered)> kept, CancellationToken stop)
        {
            await using var insert = new Bulk(connection, transaction, InsertMeeting);
            foreach (var (id, offered) in kept)
            {
                foreach (var m in offered.Meetings)
                    await insert.AddAsync(stop, MeetingColumns(id, m));
                if (++_written % 500 == 0)
                    progress(_written);
            }
            await insert.FlushAsync(stop);
        }

        static (string, object?)[] Columns(Guid id, OfferedEntry offered) =>
            [("id", id.ToString()), ("reference", offered.Reference), ("hash", offered.Hash()), ("sheet", ListingStore.Write(offered.Sheet))];
    }
}

/// <summary>Hands out addresses, each once: the wanted one, else with a number.</summary>
public sealed class Slugs(IEnumerable<string> taken)
{
    readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);
    readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);

    public string Take(string wanted)
    {
        var plain = PlainLetters.Slug(wanted) is { Length: > 0 } slug ? slug : "groupe";
        if (_taken.Add(plain))
            return plain;
        for (var number = _next.GetValueOrDefault(plain, 2); ; number++)
            if (_taken.Add($"{plain}-{number}"))
            {
                _next[plain] = number + 1;
                return $"{plain}-{number}";
            }
    }
}
