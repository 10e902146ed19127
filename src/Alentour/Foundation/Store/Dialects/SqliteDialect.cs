using System.Collections.Concurrent;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Alentour.Foundation.Store.Dialects;

/// <summary>SQLite: one file beside the application, the normal case.</summary>
sealed partial class SqliteDialect : Dialect
{
    // FULL is the library's default and must stay: NORMAL lost acknowledged writes in 299 of 400 simulated power cuts (security.md part 4).
    const string Pragmas = "PRAGMA trusted_schema=OFF; PRAGMA secure_delete=ON; PRAGMA synchronous=FULL; PRAGMA cache_size=-8192; PRAGMA foreign_keys=ON;";

    const UnixFileMode ForOthers = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite;

    // The pool gives the same connections of the library again and again, and each keeps its settings: said once, not at every query.
    readonly ConditionalWeakTable<sqlite3, object> _prepared = [];

    readonly ConcurrentStack<KeptConnection> _idle = [];

    readonly string _connectionString;
    readonly string _path;
    bool _wal;
    bool _hasFile;

    public SqliteDialect(string path)
    {
        _path = Path.GetFullPath(path);
        _connectionString = new SqliteConnectionStringBuilder { DataSource = _path, DefaultTimeout = 5, Pooling = true }.ToString();
    }

    public override Engine Engine => Engine.Sqlite;

    public override string Shown => $"sqlite:{_path}";

    public override DbConnection CreateConnection()
    {
        try
        {
            // SQLite would make it readable by every account of the machine; the journal beside it takes the rights of the file.
            if (!_hasFile && !File.Exists(_path))
                OwnerOnly.Open(_path, FileMode.OpenOrCreate).Dispose();
            _hasFile = true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Opening says it again, as a failure of the database: the only kind that pages turn into a sentence.
        }
        return KeptConnection.Take(_connectionString, _idle);
    }

    public override void Dispose() => KeptConnection.CloseAll(_idle);

    public override void Prepare(DbConnection connection)
    {
        var handle = ((SqliteConnection)connection).Handle!;
        if (_prepared.TryGetValue(handle, out _))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = _wal ? Pragmas : "PRAGMA journal_mode=WAL; " + Pragmas;
        command.ExecuteNonQuery();
        _wal = true;
        _prepared.AddOrUpdate(handle, this);
    }

    public override string? SchemaLock => null;

    public override DbTransaction BeginWrite(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: false);

    public override Task<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken stop) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: true));

    public override async Task<IReadOnlyList<string>> TablesAsync(DbConnection connection, DbTransaction transaction, CancellationToken stop) =>
        await connection.Command("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name", transaction)
            .ListAsync(row => row.GetString(0), stop);

    public override Task DeferReferencesAsync(DbConnection connection, DbTransaction transaction, CancellationToken stop) =>
        connection.Command("PRAGMA defer_foreign_keys=ON", transaction).RunAsync(stop);

    // Turning it off checks nothing by itself; the end of the transaction does.
    public override Task HoldReferencesAsync(DbConnection connection, DbTransaction transaction, CancellationToken stop) => Task.CompletedTask;

    public override void Configure(DbContextOptionsBuilder options) =>
        options.UseSqlite(_connectionString).AddInterceptors(new PrepareOnOpen(this));

    public override async Task<IReadOnlyList<string>> CheckAsync(DbConnection connection, CancellationToken stop)
    {
        var sentences = new List<string>();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check(20)";
        await using (var reader = await command.ExecuteReaderAsync(stop))
            while (await reader.ReadAsync(stop))
                if (reader.GetString(0) is not "ok" and var finding)
                    sentences.Add($"The file is damaged: {finding}");
        command.CommandText = "SELECT count(*) FROM pragma_foreign_key_check";
        if (Convert.ToInt64(await command.ExecuteScalarAsync(stop), null) is > 0 and var orphans)
            sentences.Add($"{orphans} rows point to a row that is gone.");
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(_path) & ForOthers) != 0)
            sentences.Add($"Other accounts of this machine can read {_path}: chmod 600 it.");
        return sentences;
    }

    public override async Task<IReadOnlyList<(string Table, string Column)>> ColumnsAsync(DbConnection connection, CancellationToken stop) =>
        await PairsAsync(connection, "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY 1, 2", stop);

    public override string WordsQuery(string table) => $"SELECT rowid AS id FROM {table} WHERE {table} MATCH @words";

    public override string WordsValue(IEnumerable<string> beginnings) => string.Join(" AND ", beginnings.Select(b => $"\"{b}\"*"));

    public override string InsertWords(string table) => $"INSERT INTO {table} (rowid, words) VALUES (@id, @words)";

    public override object KeptWords(IEnumerable<string> words) => string.Join(' ', words);

    public override string BoxQuery(string table) => $"SELECT id FROM {table} WHERE south <= @north AND north >= @south AND west <= @east AND east >= @west";

    public override string InsertPlace(string table) => $"INSERT INTO {table} (id, south, north, west, east) VALUES (@id, @lat, @lat, @lon, @lon)";

    public override string ClearWords(string table) => $"INSERT INTO {table} ({table}) VALUES ('delete-all')";
}
