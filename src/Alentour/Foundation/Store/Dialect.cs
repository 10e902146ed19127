using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Alentour.Foundation.Store;

/// <summary>Everything that the two engines say differently. Engine words stand in the *Dialect.cs files alone (a test says so).</summary>
public abstract partial class Dialect : IDisposable
{
    public abstract Engine Engine { get; }

    /// <summary>The part of a twin script's name: "sqlite" or "postgres".</summary>
    public string Name => Engine == Engine.Sqlite ? "sqlite" : "postgres";

    /// <summary>A connection, open or to be opened.</summary>
    public abstract DbConnection CreateConnection();

    /// <summary>Closes the connections that are kept open.</summary>
    public abstract void Dispose();

    /// <summary>Settings of a connection that has just been opened.</summary>
    public abstract void Prepare(DbConnection connection);

    /// <summary>Taken before the scripts run, so that two nodes starting together do not both run them.</summary>
    public abstract string? SchemaLock { get; }

    public abstract DbTransaction BeginWrite(DbConnection connection);

    /// <summary>A transaction that reads one moment of all tables, whatever others write meanwhile.</summary>
    public abstract Task<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken stop);

    /// <summary>The tables that hold rows of their own, by name: not those in which an index of words or places keeps itself.</summary>
    public abstract Task<IReadOnlyList<string>> TablesAsync(DbConnection connection, DbTransaction transaction, CancellationToken stop);

    /// <summary>Lets rows of this transaction point to rows that come later.</summary>
    public abstract Task DeferReferencesAsync(DbConnection connection, DbTransaction transaction, CancellationToken stop);

    /// <summary>Checks all that was deferred, and from here on every row again.</summary>
    public abstract Task HoldReferencesAsync(DbConnection connection, DbTransaction transaction, CancellationToken stop);

    public abstract void Configure(DbContextOptionsBuilder options);

    /// <summary>A sentence for each thing that is wrong with the file or the cluster; none when it is sound.</summary>
    public abstract Task<IReadOnlyList<string>> CheckAsync(DbConnection connection, CancellationToken stop);

    /// <summary>Takes what was erased out of the files in which the engine keeps its last writes, as far as the engine can be asked to.</summary>
    public abstract Task LeaveNoTraceAsync(DbConnection connection, CancellationToken stop);

    /// <summary>The same place without a password, for people to read.</summary>
    public abstract string Shown { get; }

    public abstract Task<IReadOnlyList<(string Table, string Column)>> ColumnsAsync(DbConnection connection, CancellationToken stop);

    // Search by the beginnings of words and by place. The index tables are made by twin scripts of the module that owns them;
    // words reach them already folded, so that both engines keep and find the same.

    /// <summary>A query for the ids, in ascending order where it costs nothing, of the rows of a word index that hold @words.</summary>
    public abstract string WordsQuery(string table);

    /// <summary>The value of @words: every one of these, as the beginning of a word.</summary>
    /// <param name="beginnings">Letters and digits only.</param>
    public abstract string WordsValue(IEnumerable<string> beginnings);

    /// <summary>Keeps @words as the words of @id.</summary>
    public abstract string InsertWords(string table);

    /// <summary>The value of @words to keep.</summary>
    public abstract object KeptWords(IEnumerable<string> words);

    /// <summary>A query for the ids of the rows of a place index between @south, @north, @west and @east.</summary>
    public abstract string BoxQuery(string table);

    /// <summary>Keeps @lat, @lon as the place of @id.</summary>
    public abstract string InsertPlace(string table);

    /// <summary>Empties a word index.</summary>
    public abstract string ClearWords(string table);

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
