using System.Data.Common;

namespace Alentour.Foundation.Store.Dialects;

sealed partial class SqliteDialect
{
    const int Checkpoints = 8;

    static readonly TimeSpan BetweenCheckpoints = TimeSpan.FromMilliseconds(25);

    public override bool HasNodes => false;

    public override Task TellNodesAsync(DbConnection connection, DbTransaction transaction, string word, CancellationToken stop) => Task.CompletedTask;

    public override Task HearNodesAsync(Action open, Action<string> heard, CancellationToken stop) => Task.Delay(Timeout.Infinite, stop);

    // secure_delete overwrites the rows; their old pages stand in the WAL until it is emptied.
    public override Task LeaveNoTraceAsync(DbConnection connection, CancellationToken stop) => EmptyJournalAsync(connection, stop);

    public override async Task RewriteAsync(DbConnection connection, IReadOnlyList<string> tables, CancellationToken stop)
    {
        if (!await EmptyJournalAsync(connection, stop))
            throw new StillReadException("Somebody reads an older moment of the file.");
    }

    /// <summary>Whether it could be emptied.</summary>
    static async Task<bool> EmptyJournalAsync(DbConnection connection, CancellationToken stop)
    {
        for (var tries = 0; tries < Checkpoints; tries++)
        {
            // The first column says that somebody still reads an older moment, which a page does for some milliseconds.
            if (await connection.Command("PRAGMA wal_checkpoint(TRUNCATE)").ListAsync(row => row.GetInt64(0), stop) is [0])
                return true;
            await Task.Delay(BetweenCheckpoints, stop);
        }
        return false;
    }
}
