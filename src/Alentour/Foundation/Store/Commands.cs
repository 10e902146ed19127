using System.Data.Common;

namespace Alentour.Foundation.Store;

/// <summary>Queries written by hand, in as few words as they need.</summary>
public static class Commands
{
    /// <summary>A command on this connection. The names of <paramref name="values"/> come without their @.</summary>
    public static DbCommand Command(this DbConnection connection, string sql, DbTransaction? transaction = null, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = connection.CreateCommand();
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
