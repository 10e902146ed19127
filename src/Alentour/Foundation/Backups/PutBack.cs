using System.Data.Common;
using System.Text.Json;
using Alentour.Foundation.Backups.Files;
using Alentour.Foundation.Store;

namespace Alentour.Foundation.Backups;

/// <summary>What was put back: how many tables and rows, and how many people were erased again.</summary>
public sealed record Restored(int Tables, long Rows, int ErasedAgain);

/// <summary>Puts a verified backup into an empty database in one transaction: tables, rows, and the erasures that came after it.</summary>
public sealed class PutBack(Database database, Migrator migrator, IEnumerable<IErasedAgain> erasers)
{
    static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web);

    /// <summary>The header of a verified backup whose tables this program makes.</summary>
    /// <exception cref="BackupRefused">Another version made it.</exception>
    public async Task<BackupHeader> HeaderAsync(string path, CancellationToken stop)
    {
        await foreach (var line in BackupFile.LinesAsync(path, stop))
        {
            var header = line.Deserialize<BackupHeader>(Plain)!;
            return header.Differs(database.Dialect.Name, migrator.Hashes()) is { } sentence ? throw new BackupRefused(sentence) : header;
        }
        throw new BackupRefused($"{path} holds nothing.");
    }

    /// <param name="last">Done when all stands in the transaction; should it throw, nothing is kept.</param>
    /// <exception cref="BackupRefused">The database was opened before.</exception>
    public Task<Restored> RunAsync(string path, IReadOnlyList<Erased> erased, Func<DbConnection, DbTransaction, Task> last, CancellationToken stop) =>
        database.WriteAsync(async (connection, transaction) =>
        {
            await migrator.ApplyAsync(connection, transaction, stop);
            await EmptyAsync(connection, transaction, stop);
            await database.Dialect.DeferReferencesAsync(connection, transaction, stop);
            foreach (var table in await BackedUp.TablesAsync(database.Dialect, migrator, connection, transaction, stop))
                await connection.Command($"DELETE FROM \"{table}\"", transaction).RunAsync(stop);
            var (tables, rows) = await RowsAsync(path, connection, transaction, stop);
            await database.Dialect.HoldReferencesAsync(connection, transaction, stop);
            // What was derived from public content says by this number what it was derived from.
            await connection.Command("UPDATE public_version SET number = number + 1", transaction).RunAsync(stop);
            var again = 0;
            foreach (var eraser in erasers)
                again += await eraser.EraseAsync(connection, transaction, erased, stop);
            await last(connection, transaction);
            return new Restored(tables, rows, again);
        }, stop);

    /// <summary>Whatever opens a house or brings something in notes a fact; where there is none, only scripts have run.</summary>
    static async Task EmptyAsync(DbConnection connection, DbTransaction transaction, CancellationToken stop)
    {
        await using var facts = connection.Command("SELECT count(*) FROM store_fact", transaction);
        if (Convert.ToInt64(await facts.ExecuteScalarAsync(stop), null) > 0)
            throw new BackupRefused("This database is not empty, and nothing was changed. Stop the house, give it an empty database (another Alentour__Database, or move the file away), and restore again.");
    }

    static async Task<(int Tables, long Rows)> RowsAsync(string path, DbConnection connection, DbTransaction transaction, CancellationToken stop)
    {
        var (tables, rows) = (0, 0L);
        Bulk? table = null;
        IReadOnlyList<string> columns = [];
        await foreach (var line in BackupFile.LinesAsync(path, stop).Skip(1))
            if (line.ValueKind == JsonValueKind.Array)
            {
                await table!.AddAsync(stop, [.. line.EnumerateArray().Select((value, i) => (columns[i], Value(value)))]);
                rows++;
            }
            else
            {
                await DoneAsync(table, stop);
                var next = line.Deserialize<BackedUp>(Plain)!;
                columns = next.Columns;
                table = new Bulk(connection, transaction, $"INSERT INTO \"{next.Table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", columns.Select(c => "@" + c))})");
                tables++;
            }
        await DoneAsync(table, stop);
        return (tables, rows);
    }

    static async Task DoneAsync(Bulk? table, CancellationToken stop)
    {
        if (table is null)
            return;
        await table.FlushAsync(stop);
        await table.DisposeAsync();
    }

    static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Object => value.GetProperty("bytes").GetBytesFromBase64(),
        _ => value.TryGetInt64(out var whole) ? whole : value.GetDouble(),
    };
}
