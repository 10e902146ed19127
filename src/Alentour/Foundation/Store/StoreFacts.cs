using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Alentour.Foundation.Store;

/// <summary>What the database says of itself, by name.</summary>
public static class StoreFacts
{
    public static async Task<string?> ReadAsync(DbConnection connection, string name, CancellationToken stop, DbTransaction? transaction = null)
    {
        await using var command = Command(connection, transaction, "SELECT value FROM store_fact WHERE name = @name", name);
        return (string?)await command.ExecuteScalarAsync(stop);
    }

    public static async Task WriteAsync(DbConnection connection, DbTransaction transaction, string name, string value, CancellationToken stop)
    {
        await using var command = Command(connection, transaction,
            "INSERT INTO store_fact (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value", name);
        Add(command, "@value", value);
        await command.ExecuteNonQueryAsync(stop);
    }

    /// <summary>The same, inside the transaction that <paramref name="db"/> has begun.</summary>
    public static Task WriteAsync(Db db, string name, string value, CancellationToken stop) =>
        WriteAsync(db.Database.GetDbConnection(), db.Database.CurrentTransaction!.GetDbTransaction(), name, value, stop);

    static DbCommand Command(DbConnection connection, DbTransaction? transaction, string sql, string name)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        Add(command, "@name", name);
        return command;
    }

    static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
