using System.Data.Common;
using Alentour.Foundation.Store;

namespace Alentour.Foundation.Backups.Files;

/// <summary>The line of a backup that begins a table.</summary>
sealed record BackedUp(string Table, IReadOnlyList<string> Columns)
{
    /// <summary>Every table of the database but those that their modules keep out.</summary>
    public static async Task<IReadOnlyList<string>> TablesAsync(Dialect dialect, Migrator migrator, DbConnection connection, DbTransaction transaction, CancellationToken stop)
    {
        var left = migrator.Owners.SelectMany(o => o.KeptOut).ToHashSet(StringComparer.Ordinal);
        return [.. (await dialect.TablesAsync(connection, transaction, stop)).Where(t => !left.Contains(t))];
    }
}
