using System.Data.Common;

namespace Alentour.Foundation.Running;

/// <summary>What a module looks at when <c>bin/alentour check</c> asks whether all is well. Called when the tables are in place.</summary>
public interface ICheck
{
    /// <summary>A sentence for each thing that is wrong, with what to do; none when all is well.</summary>
    Task<IReadOnlyList<string>> CheckAsync(DbConnection connection, CancellationToken stop);
}
