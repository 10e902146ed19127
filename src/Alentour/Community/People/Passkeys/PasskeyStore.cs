using System.Data.Common;
using System.Globalization;
using Alentour.Community.Organizations;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Community.People.Passkeys;

/// <summary>Passkeys in the table of the ways in.</summary>
public sealed class PasskeyStore(Database database, HouseClock clock)
{
    const string Columns = "SELECT id, person_id, made_on, particulars FROM way_in WHERE kind = 'Passkey'";

    /// <summary>Those of this person, oldest first.</summary>
    public async Task<IReadOnlyList<Passkey>> OfAsync(Guid person, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return await connection.Command(Columns + " AND person_id = @person ORDER BY id", null, ("person", person.ToString())).ListAsync(Read, stop);
    }

    /// <summary>The one of this credential, or null.</summary>
    public async Task<Passkey?> FindAsync(byte[] credential, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return (await connection.Command(Columns + " AND lookup = @lookup", null, ("lookup", Passkey.LookupOf(credential))).ListAsync(Read, stop)).FirstOrDefault();
    }

    /// <summary>Adds a new one; a credential that is there already stays as it is.</summary>
    /// <exception cref="RefusalException">The person has <see cref="Passkey.Most"/> already.</exception>
    public async Task AddAsync(DbConnection connection, DbTransaction transaction, Guid person, PasskeyParticulars made, CancellationToken stop)
    {
        await using var count = connection.Command("SELECT count(*) FROM way_in WHERE kind = 'Passkey' AND person_id = @person", transaction, ("person", person.ToString()));
        if (Convert.ToInt64(await count.ExecuteScalarAsync(stop), CultureInfo.InvariantCulture) >= Passkey.Most)
            throw new RefusalException("passkey.refusal.tooMany");
        await connection.Command("INSERT INTO way_in (id, person_id, kind, lookup, made_on, particulars) VALUES (@id, @person, 'Passkey', @lookup, @day, @particulars) ON CONFLICT (lookup) DO NOTHING", transaction,
            ("id", Ids.New().ToString()), ("person", person.ToString()), ("lookup", Passkey.LookupOf(made.CredentialBytes)),
            ("day", clock.Now.Day.ToString("O", CultureInfo.InvariantCulture)), ("particulars", made.ToJson())).RunAsync(stop);
    }

    /// <summary>Whether this credential is a way in for this person.</summary>
    public static async Task<bool> IsOfAsync(DbConnection connection, DbTransaction transaction, Guid person, byte[] credential, CancellationToken stop) =>
        (await connection.Command(Columns + " AND lookup = @lookup", transaction, ("lookup", Passkey.LookupOf(credential))).ListAsync(Read, stop)).Any(p => p.PersonId == person);

    /// <summary>Keeps what changed by a use: the counter, whether it is copied. False when it was removed meanwhile.</summary>
    public static async Task<bool> UsedAsync(DbConnection connection, DbTransaction transaction, Passkey used, CancellationToken stop)
    {
        await using var command = connection.Command("UPDATE way_in SET particulars = @particulars WHERE id = @id AND person_id = @person", transaction,
            ("particulars", used.Particulars.ToJson()), ("id", used.Id.ToString()), ("person", used.PersonId.ToString()));
        return await command.ExecuteNonQueryAsync(stop) == 1;
    }

    static Passkey Read(DbDataReader row) => new(Guid.Parse(row.GetString(0)), Guid.Parse(row.GetString(1)),
        DateOnly.Parse(row.GetString(2), CultureInfo.InvariantCulture), PasskeyParticulars.OfJson(row.GetString(3)));
}
