using System.Data.Common;
using System.Globalization;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Community.Organizations;

/// <summary>The public journal of the house: what was chosen or changed, and by whom as a kind, never as a person. Entries are added, not rewritten.</summary>
public sealed class HouseJournal(Database database, PublicVersion version, HouseClock clock)
{
    const string Columns = "id, day, topic, voice, was, became, decision";

    /// <summary>Every entry, the newest first.</summary>
    public async Task<IReadOnlyList<JournalEntry>> ForPublicAsync(CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return await connection.Command($"SELECT {Columns} FROM journal_entry ORDER BY day DESC, id DESC").ListAsync(Read, stop);
    }

    /// <summary>Writes an entry of today, in the transaction of what it tells.</summary>
    public async Task WriteAsync(DbConnection connection, DbTransaction transaction, JournalTopic topic, JournalVoice voice, JournalWords words, CancellationToken stop)
    {
        await AddAsync(connection, transaction, new JournalEntry(Ids.New(), clock.Now.Day, topic, voice, words), stop);
        await version.RaiseAsync(connection, transaction, stop);
    }

    internal static Task AddAsync(DbConnection connection, DbTransaction transaction, JournalEntry entry, CancellationToken stop) =>
        connection.Command($"INSERT INTO journal_entry ({Columns}) VALUES (@id, @day, @topic, @voice, @was, @became, @decision)", transaction,
            ("id", entry.Id.ToString()), ("day", Day(entry.Day)), ("topic", entry.Topic.ToString()), ("voice", entry.Voice.ToString()),
            ("was", Commands.JsonOrNull(entry.Words.Was)), ("became", Commands.JsonOrNull(entry.Words.Became)), ("decision", Commands.JsonOrNull(entry.Words.Decision))).RunAsync(stop);

    static JournalEntry Read(DbDataReader row) => new(
        Guid.Parse(row.GetString(0)), DateOnly.Parse(row.GetString(1), CultureInfo.InvariantCulture), Enum.Parse<JournalTopic>(row.GetString(2)), Enum.Parse<JournalVoice>(row.GetString(3)),
        new JournalWords(row.IsDBNull(4) ? null : row.GetJson<Bilingual>(4), row.IsDBNull(5) ? null : row.GetJson<Bilingual>(5), row.IsDBNull(6) ? null : row.GetJson<RecordedDecision>(6)));

    static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
