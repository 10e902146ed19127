using System.Data.Common;
using Alentour.Foundation.Store.Dialects;

namespace Alentour.Foundation.Store;

public enum Engine
{
    Sqlite,
    Postgres,
}

/// <summary>The one database of the house, on either engine, for queries written by hand. EF goes through <see cref="Db"/>.</summary>
public sealed class Database : IDisposable
{
    // SQLite has one writer in the process, so that nobody meets SQLITE_BUSY (stack.md part 4).
    readonly SemaphoreSlim _writer = new(1, 1);

    /// <param name="address">"sqlite:PATH" or "postgres:CONNECTION STRING".</param>
    /// <exception cref="FormatException">The address is neither.</exception>
    public Database(string address)
    {
        var (kind, rest) = address.IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? (address[..at], address[(at + 1)..]) : ("", "");
        Dialect = kind switch
        {
            "sqlite" when rest.Length > 0 => new SqliteDialect(rest),
            "postgres" when rest.Length > 0 => new PostgresDialect(rest),
            _ => throw new FormatException("Alentour__Database must be sqlite:PATH or postgres:CONNECTION STRING."),
        };
    }

    public Dialect Dialect { get; }

    public Engine Engine => Dialect.Engine;

    /// <summary>An open connection, to be disposed by the caller.</summary>
    public async Task<DbConnection> OpenAsync(CancellationToken stop = default)
    {
        var connection = Dialect.CreateConnection();
        try
        {
            await connection.OpenAsync(stop);
            Dialect.Prepare(connection);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs <paramref name="act"/> in one writing transaction; all of it is kept, or nothing.</summary>
    public async Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> act, CancellationToken stop = default)
    {
        using var turn = await TakeWriterAsync(stop);
        await using var connection = await OpenAsync(stop);
        await using var transaction = Dialect.BeginWrite(connection);
        var result = await act(connection, transaction);
        await transaction.CommitAsync(stop);
        return result;
    }

    public Task WriteAsync(Func<DbConnection, DbTransaction, Task> act, CancellationToken stop = default) =>
        WriteAsync(async (connection, transaction) =>
        {
            await act(connection, transaction);
            return true;
        }, stop);

    /// <summary>
    /// Takes what was just erased out of the files of the last writes, so that whoever seizes the machine now does not find it. What somebody
    /// reads at this moment keeps it there until the night: the act is done all the same.
    /// </summary>
    public async Task LeaveNoTraceAsync(CancellationToken stop = default)
    {
        try
        {
            using var turn = await TakeWriterAsync(stop);
            await using var connection = await OpenAsync(stop);
            await Dialect.LeaveNoTraceAsync(connection, stop);
        }
        catch (Exception busy) when (busy is DbException or OperationCanceledException)
        {
            // The night does it again.
        }
    }

    /// <summary>What was erased from these tables leaves the files of the database now: nothing of it can be read there by whoever seizes the machine.</summary>
    /// <exception cref="StillReadException">Somebody reads an older moment and does not end: to be tried again later.</exception>
    public async Task RewriteAsync(IReadOnlyList<string> tables, CancellationToken stop = default)
    {
        using var turn = await TakeWriterAsync(stop);
        await using var connection = await OpenAsync(stop);
        await Dialect.RewriteAsync(connection, tables, stop);
    }

    internal async Task<IDisposable> TakeWriterAsync(CancellationToken stop)
    {
        if (Engine != Engine.Sqlite)
            return Nothing.Instance;
        await _writer.WaitAsync(stop);
        return new Turn(_writer);
    }

    public void Dispose()
    {
        Dialect.Dispose();
        _writer.Dispose();
    }

    sealed class Turn(SemaphoreSlim writer) : IDisposable
    {
        public void Dispose() => writer.Release();
    }

    sealed class Nothing : IDisposable
    {
        public static readonly Nothing Instance = new();

        public void Dispose() { }
    }
}
