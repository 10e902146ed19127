using System.Data.Common;
using System.Text.Json;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Practices.Finder.Listings;

/// <summary>Entries elsewhere in the database. All of them are at level Open.</summary>
public sealed class ListingStore(Database database)
{
    const string Columns = "SELECT e.id, e.source_key, e.reference, e.slug, e.hash, e.edited_at, e.sheet, e.version, e.withdrawn_at FROM listed_entry e ";
    const string MeetingColumns = "SELECT m.entry_id, m.reference, m.hash, m.weekday, m.starts, m.minutes, m.zone, m.words FROM listed_meeting m ";
    const string MeetingOrder = " ORDER BY m.entry_id, m.weekday, m.starts, m.reference";

    /// <summary>The entry at this address with its source, or null.</summary>
    public async Task<(ListedEntry Entry, ListedSource Source)?> BySlugAsync(string slug, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        if (await AtAsync(connection, null, slug, stop) is not { IsWithdrawn: false } entry)
            return null;
        return (entry, (await SourcesAsync(connection, null, stop))[entry.SourceKey]);
    }

    /// <summary>The entry at this address, withdrawn or not: for whoever keeps the list.</summary>
    internal static async Task<ListedEntry?> AtAsync(DbConnection connection, DbTransaction? transaction, string slug, CancellationToken stop)
    {
        if (slug.Any(c => c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')))
            return null;
        if ((await connection.Command(Columns + "WHERE e.slug = @slug", transaction, ("slug", slug)).ListAsync(ReadEntry, stop)).FirstOrDefault() is not { } entry)
            return null;
        var meetings = await connection.Command(MeetingColumns + "WHERE m.entry_id = @id" + MeetingOrder, transaction, ("id", entry.Id.ToString())).ListAsync(ReadMeeting, stop);
        return entry with { Meetings = [.. meetings.Select(m => m.Meeting)] };
    }

    /// <summary>Entries without their meetings, where this condition of SQL holds.</summary>
    internal static Task<List<ListedEntry>> WhereAsync(DbConnection connection, string condition, CancellationToken stop) =>
        connection.Command($"{Columns}WHERE {condition}").ListAsync(ReadEntry, stop);

    /// <summary>Every entry, or those of one source.</summary>
    internal static async Task<List<ListedEntry>> AllAsync(DbConnection connection, DbTransaction? transaction, string? sourceKey, CancellationToken stop)
    {
        var which = sourceKey is null ? "" : "WHERE e.source_key = @source";
        var entries = await connection.Command(Columns + which, transaction, ("source", sourceKey)).ListAsync(ReadEntry, stop);
        var join = sourceKey is null ? "" : "JOIN listed_entry e ON e.id = m.entry_id " + which;
        var meetings = (await connection.Command(MeetingColumns + join + MeetingOrder, transaction, ("source", sourceKey)).ListAsync(ReadMeeting, stop))
            .ToLookup(m => m.Entry, m => m.Meeting);
        return entries.ConvertAll(e => e with { Meetings = [.. meetings[e.Id]] });
    }

    internal static async Task<Dictionary<string, ListedSource>> SourcesAsync(DbConnection connection, DbTransaction? transaction, CancellationToken stop) =>
        (await connection.Command("SELECT key, name, web, received_on FROM listed_source", transaction).ListAsync(
            r => new ListedSource(r.GetString(0), Read<Bilingual>(r.GetString(1)), r.IsDBNull(2) ? null : r.GetString(2), DateOnly.ParseExact(r.GetString(3), "yyyy-MM-dd", null)), stop))
        .ToDictionary(s => s.Key, StringComparer.Ordinal);

    internal static string Write<T>(T value) => JsonSerializer.Serialize(value, JsonText.Options);

    static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, JsonText.Options)!;

    static ListedEntry ReadEntry(DbDataReader row) => new(
        Guid.Parse(row.GetString(0)), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), !row.IsDBNull(5), Read<ListedSheet>(row.GetString(6)), [])
    {
        Version = row.GetInt32(7),
        IsWithdrawn = !row.IsDBNull(8),
    };

    static (Guid Entry, ListedMeeting Meeting) ReadMeeting(DbDataReader row) => (Guid.Parse(row.GetString(0)), new ListedMeeting(
        row.GetString(1), row.GetString(2), (DayOfWeek)row.GetInt32(3), new TimeOnly(row.GetInt32(4) / 60, row.GetInt32(4) % 60),
        row.IsDBNull(5) ? null : row.GetInt32(5), row.IsDBNull(6) ? null : row.GetString(6), Read<List<Bilingual>>(row.GetString(7))));
}
