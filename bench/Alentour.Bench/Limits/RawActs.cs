using System.Globalization;
using Alentour.Bench.Seed;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;

namespace Alentour.Bench.Limits;

/// <summary>The floor of an act: one row in a transaction that survives a power cut, by the settings of the house; some rows, as an act of a circle writes; and the hash of a card alone.</summary>
sealed class RawActs
{
    readonly string _connection;
    readonly SemaphoreSlim _writer = new(1, 1);

    public RawActs(string file)
    {
        _connection = new SqliteConnectionStringBuilder { DataSource = file, Pooling = true }.ToString();
        using var connection = Open();
        Run(connection, null, "PRAGMA journal_mode=WAL; CREATE TABLE IF NOT EXISTS act (id text PRIMARY KEY, name text NOT NULL, lookup text NOT NULL UNIQUE, gone_at integer NOT NULL); CREATE TABLE IF NOT EXISTS turn (id text PRIMARY KEY, number integer NOT NULL)");
    }

    public async Task InsertAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        await _writer.WaitAsync();
        try
        {
            using var connection = Open();
            using var transaction = connection.BeginTransaction(deferred: false);
            Run(connection, transaction, "INSERT INTO act (id, name, lookup, gone_at) VALUES ($id, $name, $lookup, 1)", ("$id", Guid.CreateVersion7().ToString()), ("$name", form["nom"]!), ("$lookup", MembersSeed.Seal(form["cle"]!)));
            transaction.Commit();
        }
        finally
        {
            _writer.Release();
        }
        await context.Response.WriteAsync("<p>C'est noté.</p>");
    }

    /// <summary>One durable commit of as many rows as an act of a circle writes: each a small change of a row that is there.</summary>
    public async Task TurnAsync(HttpContext context)
    {
        await context.Request.ReadFormAsync();
        var rows = int.Parse(context.Request.Query["rows"]!, CultureInfo.InvariantCulture);
        await _writer.WaitAsync();
        try
        {
            using var connection = Open();
            using var transaction = connection.BeginTransaction(deferred: false);
            for (var row = 0; row < rows; row++)
                Run(connection, transaction, "INSERT INTO turn (id, number) VALUES ($id, 1) ON CONFLICT (id) DO UPDATE SET number = number + 1", ("$id", $"seat {row}"));
            transaction.Commit();
        }
        finally
        {
            _writer.Release();
        }
        await context.Response.WriteAsync("<p>C'est noté.</p>");
    }

    public static Task HashAsync(HttpContext context) => context.Response.WriteAsync(MembersSeed.Hash(context.Request.QueryString.Value!));

    SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connection);
        connection.Open();
        Run(connection, null, "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON");
        return connection;
    }

    static void Run(SqliteConnection connection, SqliteTransaction? transaction, string sql, params (string Name, string Value)[] values)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }
}
