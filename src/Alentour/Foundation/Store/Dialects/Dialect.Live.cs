using System.Data.Common;

namespace Alentour.Foundation.Store;

/// <summary>What Live asks of the engines: how nodes wake each other, and how what is erased leaves the files.</summary>
public abstract partial class Dialect
{
    /// <summary>Whether several processes may serve one house.</summary>
    public abstract bool HasNodes { get; }

    /// <summary>Wakes the other nodes when this transaction is kept. They may miss it.</summary>
    /// <param name="word">A few words; never of a person.</param>
    public abstract Task TellNodesAsync(DbConnection connection, DbTransaction transaction, string word, CancellationToken stop);

    /// <summary>Hears what nodes say, on a connection of its own, until that breaks.</summary>
    /// <param name="open">Called when it begins to hear.</param>
    /// <exception cref="DbException">The connection broke, or could not be opened.</exception>
    public abstract Task HearNodesAsync(Action open, Action<string> heard, CancellationToken stop);

    /// <summary>What was erased from these tables leaves the files now.</summary>
    /// <exception cref="StillReadException">Somebody reads an older moment, or holds a table, and does not end.</exception>
    public abstract Task RewriteAsync(DbConnection connection, IReadOnlyList<string> tables, CancellationToken stop);
}

/// <summary>What was erased is still there for somebody who reads an older moment: to be tried again later.</summary>
public sealed class StillReadException(string message) : DbException(message)
{
    public override bool IsTransient => true;
}
