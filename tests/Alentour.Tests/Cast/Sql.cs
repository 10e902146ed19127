using System.Data.Common;

namespace Alentour.Tests.Cast;

/// <summary>Questions and changes put straight to the tables, to see or to break what the house would not.</summary>
public static class Sql
{
    public static Task RunAsync(House house, string sql) => house.Database.WriteAsync((connection, transaction) => RunAsync(connection, transaction, sql));

    public static async Task RunAsync(DbConnection connection, DbTransaction? transaction, string sql)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<long> NumberAsync(House house, string sql) => Convert.ToInt64((await OneAsync(house, sql))!, null);

    public static async Task<IReadOnlyList<string>> TextsAsync(House house, string sql)
    {
        await using var connection = await house.Database.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync())
            texts.Add(reader.GetString(0));
        return texts;
    }

    static async Task<object?> OneAsync(House house, string sql)
    {
        await using var connection = await house.Database.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
