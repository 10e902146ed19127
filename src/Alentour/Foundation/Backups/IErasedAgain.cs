using System.Data.Common;

namespace Alentour.Foundation.Backups;

/// <summary>Somebody who was erased: a random id that leads nowhere any more, and the day.</summary>
public sealed record Erased(Guid Id, DateOnly On);

/// <summary>
/// A backup is older than the erasures that followed it. The module that erases remembers them and, when a backup is put back, erases again.
/// </summary>
public interface IErasedAgain
{
    /// <summary>Every erasure that this database remembers.</summary>
    Task<IReadOnlyList<Erased>> AllAsync(DbConnection connection, CancellationToken stop);

    /// <summary>Erases those of them who stand in this database, as if they asked now, and remembers all; returns how many stood there.</summary>
    Task<int> EraseAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<Erased> erased, CancellationToken stop);
}
