using System.Data.Common;
using Npgsql;

namespace Alentour.Foundation.Store.Dialects;

sealed partial class PostgresDialect
{
    const string Channel = "alentour_live";

    const int Looks = 40;

    static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    public override bool HasNodes => true;

    public override Task TellNodesAsync(DbConnection connection, DbTransaction transaction, string word, CancellationToken stop) =>
        connection.Command($"SELECT pg_notify('{Channel}', @word)", transaction, ("word", word)).RunAsync(stop);

    public override async Task HearNodesAsync(Action open, Action<string> heard, CancellationToken stop)
    {
        // Not of the pool: it is never given back, and asks the cluster now and then whether it is still there.
        var address = new NpgsqlConnectionStringBuilder(_address.ConnectionString) { Pooling = false, KeepAlive = 30 };
        await using var connection = new NpgsqlConnection(address.ConnectionString);
        await connection.OpenAsync(stop);
        connection.Notification += (_, said) => heard(said.Payload);
        await connection.Command($"LISTEN {Channel}").RunAsync(stop);
        open();
        while (true)
            await connection.WaitAsync(stop);
    }

    /// <summary>
    /// A rewriting leaves out only what nobody may still see, and PostgreSQL counts among those whoever reads this database since before the
    /// erasure, and whoever writes in any database of the cluster since before it: so it waits until they are over. And it does not stand long
    /// at a table's door, where all who come after would wait behind it.
    /// </summary>
    public override async Task RewriteAsync(DbConnection connection, IReadOnlyList<string> tables, CancellationToken stop)
    {
        var erased = (await connection.Command("SELECT pg_snapshot_xmax(pg_current_snapshot())::text").ListAsync(row => row.GetString(0), stop))[0];
        await UntilAsync(async () => !await IsOlderReadAsync(connection, erased, stop), stop);
        await connection.Command("SET lock_timeout = '1s'").RunAsync(stop);
        foreach (var table in tables)
            await UntilAsync(() => RewriteAsync(connection, table, stop), stop);
        await connection.Command("RESET lock_timeout").RunAsync(stop);
    }

    static async Task<bool> IsOlderReadAsync(DbConnection connection, string erased, CancellationToken stop)
    {
        const string older = """
            SELECT 1 WHERE pg_snapshot_xmin(pg_current_snapshot()) < @erased::xid8
            UNION ALL SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND age(backend_xmin) > age(@erased::xid8::xid)
            """;
        return (await connection.Command(older, null, ("erased", erased)).ListAsync(row => row.GetInt32(0), stop)).Count > 0;
    }

    static async Task<bool> RewriteAsync(DbConnection connection, string table, CancellationToken stop)
    {
        try
        {
            await connection.Command($"VACUUM (FULL) {table}").RunAsync(stop);
            return true;
        }
        catch (PostgresException held) when (held.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }
    }

    static async Task UntilAsync(Func<Task<bool>> isDone, CancellationToken stop)
    {
        for (var look = 0; look < Looks; look++)
        {
            if (await isDone())
                return;
            await Task.Delay(BetweenLooks, stop);
        }
        throw new StillReadException("Somebody reads an older moment of the tables, or holds one.");
    }
}
