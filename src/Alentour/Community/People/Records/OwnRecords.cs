using System.Globalization;
using Alentour.Community.Organizations;
using Alentour.Foundation.Store;

namespace Alentour.Community.People.Records;

/// <summary>All that the house keeps of one person: handed over, or erased.</summary>
public sealed class OwnRecords(Database database, IEnumerable<IHoldsPersonalData> holders, HouseClock clock)
{
    /// <summary>What is kept of anybody, module by module.</summary>
    public IReadOnlyList<KeptKind> Kinds { get; } = [.. holders.SelectMany(h => h.Kinds)];

    public async Task<IReadOnlyList<KeptRows>> OfAsync(Guid person, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        var all = new List<KeptRows>();
        foreach (var holder in holders)
            all.AddRange(await holder.OfAsync(connection, person, stop));
        return all;
    }

    /// <summary>
    /// Erases it all, or nothing. What stays is a random id with its day, so that a restored backup forgets again, and consents without a name.
    /// Modules above go first: they may still ask who the person is.
    /// </summary>
    public Task EraseAsync(Guid person, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        await connection.Command("INSERT INTO erased_person (id, erased_on) VALUES (@id, @day) ON CONFLICT (id) DO NOTHING", transaction,
            ("id", person.ToString()), ("day", clock.Now.Day.ToString("O", CultureInfo.InvariantCulture))).RunAsync(stop);
        foreach (var holder in holders.Reverse())
            await holder.ForgetAsync(connection, transaction, person, stop);
    }, stop);
}
