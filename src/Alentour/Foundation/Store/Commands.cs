using System.Data.Common;
using System.Text.Json;
using Alentour.Foundation.Store.Dialects;

namespace Alentour.Foundation.Store;

/// <summary>Queries written by hand, in as few words as they need.</summary>
public static class Commands
{
    /// <summary>A command on this connection. The names of <paramref name="values"/> come without their @.</summary>
    public static DbCommand Command(this DbConnection connection, string sql, DbTransaction? transaction = null, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = connection is KeptConnection kept ? kept.Command(sql) : connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Set(name, value);
        return command;
    }

    /// <summary>Gives a parameter its value, adding it the first time.</summary>
    public static void Set(this DbCommand command, string name, object? value)
    {
        if (!command.Parameters.Contains("@" + name))
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + name;
            command.Parameters.Add(parameter);
        }
        command.Parameters["@" + name].Value = value ?? DBNull.Value;
    }

    /// <summary>The value of a column that keeps JSON text, as the mapping of EF writes it.</summary>
    public static T GetJson<T>(this DbDataReader row, int column) => JsonSerializer.Deserialize<T>(row.GetString(column), JsonText.Options)!;

    /// <summary>The text of such a column.</summary>
    public static string Json<T>(T value) => JsonSerializer.Serialize(value, JsonText.Options);

    public static string? JsonOrNull<T>(T? value) where T : class => value is null ? null : Json(value);

    public static async Task RunAsync(this DbCommand command, CancellationToken stop)
    {
        await using (command)
            await command.ExecuteNonQueryAsync(stop);
    }

    /// <summary>Every row, each read by <paramref name="read"/>.</summary>
    public static async Task<List<T>> ListAsync<T>(this DbCommand command, Func<DbDataReader, T> read, CancellationToken stop)
    {
        await using (command)
        {
            var rows = new List<T>();
            await using var reader = await command.ExecuteReaderAsync(stop);
            while (await reader.ReadAsync(stop))
                rows.Add(read(reader));
            return rows;
        }
    }
}

/// <summary>One statement run for many rows: prepared once in the process's own file, sent some hundreds at a time to a cluster.</summary>
public sealed class Bulk(DbConnection connection, DbTransaction transaction, string sql) : IAsyncDisposable
{
    const int Most = 400;

    readonly DbCommand _command = connection.Command(sql, transaction);
    DbBatch? _batch;

    public async ValueTask AddAsync(CancellationToken stop, params (string Name, object? Value)[] values)
    {
        if (!connection.CanCreateBatch)
        {
            foreach (var (name, value) in values)
                _command.Set(name, value);
            await _command.ExecuteNonQueryAsync(stop);
            return;
        }
        _batch ??= connection.CreateBatch();
        _batch.Transaction = transaction;
        var row = _batch.CreateBatchCommand();
        row.CommandText = sql;
        foreach (var (name, value) in values)
        {
            var parameter = row.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@" + name, value ?? DBNull.Value);
            row.Parameters.Add(parameter);
        }
        _batch.BatchCommands.Add(row);
        if (_batch.BatchCommands.Count >= Most)
            await FlushAsync(stop);
    }

    /// <summary>Sends what waits; to be called before anything that relies on these rows.</summary>
    public async Task FlushAsync(CancellationToken stop)
    {
        if (_batch is not { } batch)
            return;
        _batch = null;
        await using (batch)
            await batch.ExecuteNonQueryAsync(stop);
    }

    public async ValueTask DisposeAsync()
    {
        await _command.DisposeAsync();
        if (_batch is not null)
            await _batch.DisposeAsync();
    }
}
