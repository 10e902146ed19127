using System.Data.Common;
using System.Globalization;
using Alentour.Community.Organizations;
using Alentour.Foundation.Jobs;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Community.People.EmailLinks;

/// <summary>A person's own address, as they see it: one that opens the door, one that waits to be confirmed, either or none.</summary>
public sealed record OwnEmail(string? Address, string? Asked);

/// <summary>The address a person gave. It opens nothing before its own link was pressed by that person, signed in: a slip of the finger must not let a stranger in.</summary>
public sealed class OwnEmails(Database database, EmailPace pace, JobQueue jobs, PeopleStore people, HouseClock clock)
{
    /// <summary>How long an address that was not confirmed is kept, and its link good.</summary>
    public static readonly TimeSpan ConfirmedWithin = TimeSpan.FromHours(24);

    public async Task<OwnEmail> OfAsync(Guid person, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        var address = await connection.Command("SELECT particulars FROM way_in WHERE person_id = @person AND kind = 'Email'", null, ("person", person.ToString())).ListAsync(row => row.GetString(0), stop);
        var asked = await connection.Command("SELECT address FROM email_asked WHERE person_id = @person AND runs_out_at > @now", null,
            ("person", person.ToString()), ("now", clock.Instant.ToUnixTimeMilliseconds())).ListAsync(row => row.GetString(0), stop);
        return new OwnEmail(address.FirstOrDefault(), asked.FirstOrDefault());
    }

    /// <summary>Keeps an address that waits, and sends it its link. The same address given twice is one, and hears from us once in a while.</summary>
    /// <param name="address">As <see cref="EmailAddress.Read"/> gave it.</param>
    /// <exception cref="RefusalException">This account asked for too many letters in this hour.</exception>
    public Task AskAsync(Guid person, string address, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        if (!await pace.AllowAccountAsync(connection, transaction, person, stop))
            throw new RefusalException("emailLink.refusal.tooMany");
        var (whose, until) = (("person", (object?)person.ToString()), (clock.Instant + ConfirmedWithin).ToUnixTimeMilliseconds());
        await connection.Command("DELETE FROM email_asked WHERE person_id = @person AND address <> @address", transaction, whose, ("address", address)).RunAsync(stop);
        var id = (await connection.Command("""
            INSERT INTO email_asked (id, person_id, address, runs_out_at) VALUES (@id, @person, @address, @until)
            ON CONFLICT (person_id) DO UPDATE SET runs_out_at = excluded.runs_out_at RETURNING id
            """, transaction, ("id", Ids.New().ToString()), whose, ("address", address), ("until", until)).ListAsync(row => row.GetString(0), stop))[0];
        if (await pace.AllowLetterAsync(connection, transaction, pace.Seal("confirm", address), stop))
            await jobs.AddAsync(connection, transaction, ConfirmAddress.Key, id, stop);
    }, stop);

    /// <summary>The address that this link confirms, in the transaction that used it up, now opens the door; the one before does no more.</summary>
    internal async Task ConfirmAsync(DbConnection connection, DbTransaction transaction, Guid person, string askedId, CancellationToken stop)
    {
        var address = (await connection.Command("SELECT address FROM email_asked WHERE id = @id", transaction, ("id", askedId)).ListAsync(row => row.GetString(0), stop))[0];
        await ForgetAsync(connection, transaction, person, stop);
        await connection.Command("INSERT INTO way_in (id, person_id, kind, lookup, made_on, particulars) VALUES (@id, @person, 'Email', @lookup, @day, @address)", transaction,
            ("id", Ids.New().ToString()), ("person", person.ToString()), ("lookup", $"{pace.Seal("way", address)}.{person}"),
            ("day", clock.Now.Day.ToString("O", CultureInfo.InvariantCulture)), ("address", address)).RunAsync(stop);
        await people.AgreeAsync(connection, transaction, person, Consents.Email, stop);
    }

    /// <summary>Takes the address away, and what waited to be sent to it. False, and nothing is done, when nothing else would open the door.</summary>
    /// <param name="evenTheLast">The person has read what that means.</param>
    public async Task<bool> RemoveAsync(Guid person, bool evenTheLast, CancellationToken stop)
    {
        var isRemoved = await RemoveInAsync(person, evenTheLast, stop);
        if (isRemoved)
            await database.LeaveNoTraceAsync(stop);
        return isRemoved;
    }

    Task<bool> RemoveInAsync(Guid person, bool evenTheLast, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        // Written first, so that two removals at once wait for each other and the second sees what the first has left.
        await connection.Command("UPDATE person SET quilt_seed = quilt_seed WHERE id = @person", transaction, ("person", person.ToString())).RunAsync(stop);
        await using var ways = connection.Command("SELECT count(*) FROM way_in WHERE person_id = @person AND kind <> 'Email'", transaction, ("person", person.ToString()));
        await using var emails = connection.Command("SELECT count(*) FROM way_in WHERE person_id = @person AND kind = 'Email'", transaction, ("person", person.ToString()));
        if (!evenTheLast && Convert.ToInt64(await ways.ExecuteScalarAsync(stop), CultureInfo.InvariantCulture) == 0 && Convert.ToInt64(await emails.ExecuteScalarAsync(stop), CultureInfo.InvariantCulture) > 0)
            return false;
        await ForgetAsync(connection, transaction, person, stop);
        return true;
    }, stop);

    async Task ForgetAsync(DbConnection connection, DbTransaction transaction, Guid person, CancellationToken stop)
    {
        await EraseAsync(connection, transaction, person, stop);
        await people.WithdrawAsync(connection, transaction, person, Consents.Email.Kind, stop);
    }

    /// <summary>Erases the address, its links and the letters that wait for it.</summary>
    internal static async Task EraseAsync(DbConnection connection, DbTransaction transaction, Guid person, CancellationToken stop)
    {
        const string ways = "SELECT id FROM way_in WHERE person_id = @person AND kind = 'Email' UNION SELECT id FROM email_asked WHERE person_id = @person";
        var found = await connection.Command(ways, transaction, ("person", person.ToString())).ListAsync(row => row.GetString(0), stop);
        var seals = await connection.Command("SELECT lookup FROM way_in WHERE person_id = @person AND kind = 'Email'", transaction, ("person", person.ToString())).ListAsync(row => row.GetString(0).Split('.')[0], stop);
        foreach (var about in found.Concat(seals))
            await JobQueue.ForgetAsync(connection, transaction, about, stop);
        foreach (var sql in new[] { "DELETE FROM way_in WHERE person_id = @person AND kind = 'Email'", "DELETE FROM email_asked WHERE person_id = @person" })
            await connection.Command(sql, transaction, ("person", person.ToString())).RunAsync(stop);
    }
}
