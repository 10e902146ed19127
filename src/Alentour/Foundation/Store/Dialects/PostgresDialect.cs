using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Alentour.Foundation.Store.Dialects;

/// <summary>PostgreSQL: for houses that want several nodes.</summary>
sealed partial class PostgresDialect : Dialect
{
    // By default it writes none of them; whoever looks for what is slow turns them on, and the values come with the questions.
    const string Talkative = """
        SELECT name::text, setting FROM pg_settings WHERE name = 'log_statement' AND setting NOT IN ('none', 'ddl')
        OR name IN ('log_min_duration_statement', 'log_min_duration_sample', 'auto_explain.log_min_duration') AND setting <> '-1'
        OR name IN ('log_transaction_sample_rate', 'log_parameter_max_length_on_error') AND setting <> '0' ORDER BY 1
        """;

    readonly NpgsqlConnectionStringBuilder _address;

    public PostgresDialect(string connectionString) => _address = new NpgsqlConnectionStringBuilder(connectionString);

    public override Engine Engine => Engine.Postgres;

    public override string Shown
    {
        get
        {
            var shown = new NpgsqlConnectionStringBuilder(_address.ConnectionString);
            shown.Remove("Password");
            return "postgres:" + shown.ConnectionString;
        }
    }

    public override DbConnection CreateConnection() => new NpgsqlConnection(_address.ConnectionString);

    // Npgsql would keep them for the whole process.
    public override void Dispose()
    {
        using var any = new NpgsqlConnection(_address.ConnectionString);
        NpgsqlConnection.ClearPool(any);
    }

    public override void Prepare(DbConnection connection) { }

    public override string SchemaLock => "SELECT pg_advisory_xact_lock(7311027)";

    public override DbTransaction BeginWrite(DbConnection connection) => connection.BeginTransaction();

    public override async Task<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken stop)
    {
        var moment = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, stop);
        await connection.Command("SET TRANSACTION READ ONLY", moment).RunAsync(stop);
        return moment;
    }

    public override async Task<IReadOnlyList<string>> TablesAsync(DbConnection connection, DbTransaction transaction, CancellationToken stop) =>
        await connection.Command("SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1", transaction).ListAsync(row => row.GetString(0), stop);

    public override async Task DeferReferencesAsync(DbConnection connection, DbTransaction transaction, CancellationToken stop)
    {
        await AlterReferencesAsync(connection, transaction, "DEFERRABLE", stop);
        await connection.Command("SET CONSTRAINTS ALL DEFERRED", transaction).RunAsync(stop);
    }

    public override async Task HoldReferencesAsync(DbConnection connection, DbTransaction transaction, CancellationToken stop)
    {
        await connection.Command("SET CONSTRAINTS ALL IMMEDIATE", transaction).RunAsync(stop);
        await AlterReferencesAsync(connection, transaction, "NOT DEFERRABLE", stop);
    }

    static async Task AlterReferencesAsync(DbConnection connection, DbTransaction transaction, string how, CancellationToken stop)
    {
        const string references = "SELECT conrelid::regclass::text, quote_ident(conname) FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace";
        foreach (var (table, name) in await connection.Command(references, transaction).ListAsync(row => (row.GetString(0), row.GetString(1)), stop))
            await connection.Command($"ALTER TABLE {table} ALTER CONSTRAINT {name} {how}", transaction).RunAsync(stop);
    }

    public override void Configure(DbContextOptionsBuilder options) => options.UseNpgsql(_address.ConnectionString);

    public override async Task<IReadOnlyList<string>> CheckAsync(DbConnection connection, CancellationToken stop)
    {
        var wrong = await connection.Command(Talkative).ListAsync(row => $"{row.GetString(0)} is {row.GetString(1)}: the log of PostgreSQL would hold what people type.", stop);
        var durable = (await connection.Command("SHOW synchronous_commit").ListAsync(row => row.GetString(0), stop))[0];
        return durable == "off" ? ["synchronous_commit is off: a power cut would lose what people were told was kept.", .. wrong] : wrong;
    }

    // The cluster takes back dead rows and its own journal in its time; only its superuser could hurry it.
    public override Task LeaveNoTraceAsync(DbConnection connection, CancellationToken stop) => Task.CompletedTask;

    public override async Task<IReadOnlyList<(string Table, string Column)>> ColumnsAsync(DbConnection connection, CancellationToken stop) =>
        await PairsAsync(connection, "SELECT table_name::text, column_name::text FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY 1, 2", stop);

    // A cast and not to_tsquery: the parser would cut words differently from SearchWords.
    public override string WordsQuery(string table) => $"SELECT id FROM {table} WHERE words @@ CAST(@words AS tsquery)";

    public override string WordsValue(IEnumerable<string> beginnings) => string.Join(" & ", beginnings.Select(b => $"'{b}':*"));

    public override string InsertWords(string table) => $"INSERT INTO {table} (id, words) VALUES (@id, array_to_tsvector(@words))";

    public override object KeptWords(IEnumerable<string> words) => words.ToArray();

    public override string BoxQuery(string table) => $"SELECT id FROM {table} WHERE place <@ box(point(@west, @south), point(@east, @north))";

    public override string InsertPlace(string table) => $"INSERT INTO {table} (id, place) VALUES (@id, point(@lon, @lat))";

    public override string ClearWords(string table) => $"DELETE FROM {table}";
}
