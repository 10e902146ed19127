using System.Data.Common;

namespace Alentour.Foundation.Store;

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
