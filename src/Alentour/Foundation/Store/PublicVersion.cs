using System.Data.Common;

namespace Alentour.Foundation.Store;

/// <summary>
/// A number that rises whenever public content changes, on any node or from the command line. Cached pages vary on it.
/// </summary>
public sealed class PublicVersion(Database database, TimeProvider clock)
{
    static readonly TimeSpan Freshness = TimeSpan.FromSeconds(3);
    long _number;
    long _readAt;

    /// <summary>The number as this node last saw it, at most three seconds ago once <see cref="RefreshAsync"/> runs.</summary>
    public long Number => Interlocked.Read(ref _number);

    /// <summary>Reads the number again if it is older than three seconds. An unreachable database leaves it as it was.</summary>
    public async ValueTask RefreshAsync(CancellationToken stop)
    {
        var last = Interlocked.Read(ref _readAt);
        var now = clock.GetTimestamp();
        if (last != 0 && clock.GetElapsedTime(last, now) < Freshness || Interlocked.CompareExchange(ref _readAt, now, last) != last)
            return;
        try
        {
            await using var connection = await database.OpenAsync(stop);
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT number FROM public_version";
            Interlocked.Exchange(ref _number, Convert.ToInt64(await command.ExecuteScalarAsync(stop), null));
        }
        catch (DbException)
        {
            // Pages that need the database say so themselves; the cached ones go on.
        }
    }

    /// <summary>To be called in the transaction that changes something public.</summary>
    public async Task RaiseAsync(DbConnection connection, DbTransaction transaction, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "UPDATE public_version SET number = number + 1";
        await command.ExecuteNonQueryAsync(stop);
        LookAgain();
    }

    /// <summary>Reads the number at the next question, however recent the last answer: for an act that raised it long before it ended.</summary>
    public void LookAgain() => Interlocked.Exchange(ref _readAt, 0);
}
