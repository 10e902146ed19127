using System.Data.Common;
using Alentour.Foundation.Store;

namespace Alentour.Foundation.Running;

/// <summary>
/// The database remembers whether it is a demonstration or a live house and refuses the other, so that invented people
/// never stand beside real ones. A database that remembers neither opens in either.
/// </summary>
public static class ModeMark
{
    /// <summary>The name of the fact.</summary>
    public const string Fact = "mode";

    public static Task<string?> ReadAsync(DbConnection connection, CancellationToken stop) => StoreFacts.ReadAsync(connection, Fact, stop);

    /// <exception cref="WrongModeException">The database belongs to the other mode.</exception>
    public static async Task TakeAsync(Database database, Mode mode, CancellationToken stop) =>
        await database.WriteAsync(async (connection, transaction) =>
        {
            var wanted = Word(mode);
            var found = await StoreFacts.ReadAsync(connection, Fact, stop, transaction);
            if (found is not null && found != wanted)
                throw new WrongModeException(found, wanted);
            if (found is null)
                await StoreFacts.WriteAsync(connection, transaction, Fact, wanted, stop);
        }, stop);

    public static string Word(Mode mode) => mode == Mode.Demo ? "demo" : "live";
}

public sealed class WrongModeException(string found, string wanted) : Exception(
    found == "demo"
        ? $"This database holds the demonstration and cannot be opened as a {wanted} house. Give the {wanted} house a database of its own with Alentour__Database."
        : $"This database holds a {found} house and cannot be opened as a demonstration. Give the demonstration a database of its own with Alentour__Database.");
