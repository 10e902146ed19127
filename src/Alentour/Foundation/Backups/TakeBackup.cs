using System.Data.Common;
using System.Text.Encodings.Web;
using System.Text.Json;
using Alentour.Foundation.Backups.Files;
using Alentour.Foundation.Running;
using Alentour.Foundation.Store;

namespace Alentour.Foundation.Backups;

/// <summary>What a backup holds, for people to read.</summary>
sealed record Held(int Tables, long Rows);

/// <summary>Writes every table that is not kept out, as it stood at one moment, while the house goes on writing.</summary>
sealed class TakeBackup(Database database, Migrator migrator, IEnumerable<IKeptApart> apart, TimeProvider clock)
{
    static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    static readonly JsonWriterOptions Row = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="BackupRefused">The database has no table.</exception>
    public async Task<Held> RunAsync(string path, CancellationToken stop)
    {
        var held = new Held(0, 0);
        await using var connection = await database.OpenAsync(stop);
        await using var moment = await database.Dialect.BeginSnapshotAsync(connection, stop);
        var tables = await BackedUp.TablesAsync(database.Dialect, migrator, connection, moment, stop);
        if (tables.Count == 0)
            throw new BackupRefused("This database is empty: there is nothing to keep.");
        var header = await HeaderAsync(connection, moment, stop);
        await BackupFile.WriteAsync(path, async lines =>
        {
            await LineAsync(lines, header, stop);
            foreach (var table in tables)
                held = new Held(held.Tables + 1, held.Rows + await TableAsync(lines, connection, moment, table, stop));
        }, stop);
        return held;
    }

    async Task<BackupHeader> HeaderAsync(DbConnection connection, DbTransaction moment, CancellationToken stop)
    {
        var scripts = await connection.Command("SELECT name, hash FROM schema_script", moment).ListAsync(r => (Name: r.GetString(0), Hash: r.GetString(1)), stop);
        var keys = apart.Select(k => (k.Name, Key: k.Read())).Where(k => k.Key is not null);
        return new BackupHeader(clock.GetUtcNow(), await StoreFacts.ReadAsync(connection, ModeMark.Fact, stop, moment), database.Dialect.Name,
            scripts.ToDictionary(s => s.Name, s => s.Hash), keys.ToDictionary(k => k.Name, k => BackupHeader.Fingerprint(k.Key!)));
    }

    static async Task<long> TableAsync(Stream lines, DbConnection connection, DbTransaction moment, string table, CancellationToken stop)
    {
        await using var command = connection.Command($"SELECT * FROM \"{table}\"", moment);
        await using var reader = await command.ExecuteReaderAsync(stop);
        await LineAsync(lines, new BackedUp(table, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)]), stop);
        await using var json = new Utf8JsonWriter(lines, Row);
        var rows = 0L;
        for (; await reader.ReadAsync(stop); rows++)
        {
            json.Reset();
            json.WriteStartArray();
            for (var i = 0; i < reader.FieldCount; i++)
                WriteValue(json, reader.GetValue(i));
            json.WriteEndArray();
            await json.FlushAsync(stop);
            lines.WriteByte((byte)'\n');
        }
        return rows;
    }

    static void WriteValue(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case DBNull: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case double number: json.WriteNumberValue(number); break;
            case byte[] bytes:
                json.WriteStartObject();
                json.WriteBase64String("bytes", bytes);
                json.WriteEndObject();
                break;
            case long or int or short: json.WriteNumberValue(Convert.ToInt64(value, null)); break;
            default: throw new NotSupportedException($"A column holds a {value.GetType().Name}, which is not in the subset of both engines.");
        }
    }

    static async Task LineAsync<T>(Stream lines, T line, CancellationToken stop)
    {
        await JsonSerializer.SerializeAsync(lines, line, Plain, stop);
        lines.WriteByte((byte)'\n');
    }
}
