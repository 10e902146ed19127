using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Alentour.Foundation.Store;

/// <summary>Everything that the two engines say differently. Engine words stand in the *Dialect.cs files alone (a test says so).</summary>
public abstract partial class Dialect
{
    public abstract Engine Engine { get; }

    /// <summary>The part of a twin script's name: "sqlite" or "postgres".</summary>
    public string Name => Engine == Engine.Sqlite ? "sqlite" : "postgres";

    public abstract DbConnection CreateConnection();

    /// <summary>Settings of a connection that has just been opened.</summary>
    public abstract void Prepare(DbConnection connection);

    /// <summary>Taken before the scripts run, so that two nodes starting together do not both run them.</summary>
    public abstract string? SchemaLock { get; }

    public abstract DbTransaction BeginWrite(DbConnection connection);

    public abstract void Configure(DbContextOptionsBuilder options);

    /// <summary>A sentence for each thing that is wrong with the file or the cluster; none when it is sound.</summary>
    public abstract Task<IReadOnlyList<string>> CheckAsync(DbConnection connection, CancellationToken stop);

    /// <summary>The same place without a password, for people to read.</summary>
    public abstract string Shown { get; }

    public abstract Task<IReadOnlyList<(string Table, string Column)>> ColumnsAsync(DbConnection connection, CancellationToken stop);

    private protected static async Task<List<(string, string)>> PairsAsync(DbConnection connection, string sql, CancellationToken stop)
    {
        var pairs = new List<(string, string)>();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
            pairs.Add((reader.GetString(0), reader.GetString(1)));
        return pairs;
    }
}
