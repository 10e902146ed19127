using System.Data.Common;
using System.Globalization;
using Alentour.Community.Organizations;
using Alentour.Foundation.Backups;
using Alentour.Foundation.Store;

namespace Alentour.Community.People.Records;

/// <summary>All that the house keeps of one person: handed over, or erased.</summary>
public sealed class OwnRecords(Database database, IEnumerable<IHoldsPersonalData> holders, ErasedLog log, HouseClock clock) : IErasedAgain
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

    /// <summary>What ends for everybody when this person is erased, by name.</summary>
    public async Task<IReadOnlyList<string>> EndsWithAsync(Guid person, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        var all = new List<string>();
        foreach (var holder in holders)
            all.AddRange(await holder.EndsWithAsync(connection, person, stop));
        return all;
    }

    /// <summary>
    /// Erases it all, or nothing. What stays is a random id with its day, so that a restored backup forgets again, and consents without a name.
    /// Modules above go first: they may still ask who the person is.
    /// </summary>
    public async Task EraseAsync(Guid person, CancellationToken stop)
    {
        var erased = new Erased(person, clock.Now.Day);
        await database.WriteAsync((connection, transaction) => EraseAsync(connection, transaction, [erased], stop), stop);
        await database.LeaveNoTraceAsync(stop);
        try
        {
            log.Add([erased]);
        }
        catch (IOException)
        {
            // It is done; the next start or the next night writes it into the file.
        }
    }

    public async Task<IReadOnlyList<Erased>> AllAsync(DbConnection connection, CancellationToken stop) =>
        await connection.Command("SELECT id, erased_on FROM erased_person").ListAsync(
            row => new Erased(Guid.Parse(row.GetString(0)), DateOnly.ParseExact(row.GetString(1), "O", CultureInfo.InvariantCulture)), stop);

    public async Task<int> EraseAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<Erased> erased, CancellationToken stop)
    {
        var stood = 0;
        foreach (var (person, day) in erased)
        {
            await using var there = connection.Command("SELECT count(*) FROM person WHERE id = @id", transaction, ("id", person.ToString()));
            stood += Convert.ToInt32(await there.ExecuteScalarAsync(stop), CultureInfo.InvariantCulture);
            await connection.Command("INSERT INTO erased_person (id, erased_on) VALUES (@id, @day) ON CONFLICT (id) DO NOTHING", transaction,
                ("id", person.ToString()), ("day", day.ToString("O", CultureInfo.InvariantCulture))).RunAsync(stop);
            foreach (var holder in holders.Reverse())
                await holder.ForgetAsync(connection, transaction, person, stop);
        }
        return stood;
    }
}
