using System.Data.Common;
using Alentour.Community.Organizations;
using Alentour.Foundation.Store;
using Alentour.Foundation.Web;

namespace Alentour.Community.People.EmailLinks;

/// <summary>What a link leads to, before it is used: looking changes nothing, for mail servers follow links too.</summary>
/// <param name="Block">The sewn block of the account, so that people who share an address know which link is whose. Never the name.</param>
/// <param name="AskedId">The address it confirms; null for a link that opens the door.</param>
public sealed record FoundLink(Guid PersonId, int Block, string? AskedId);

/// <summary>Links that were sent by e-mail. The token is drawn as the letter leaves and stands nowhere else; the table keeps its SHA-256.</summary>
public sealed class SentLinks(Database database, HouseClock clock)
{
    /// <summary>From the moment it is sent.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(15);

    /// <summary>Holds the token between the letter and the press, on this device alone.</summary>
    internal static readonly HostCookie OnTheWay = new("lien", GoodFor);

    /// <summary>Draws a token for a way in, or for an address to confirm, and keeps what finds it again.</summary>
    internal async Task<string> DrawAsync(string? wayId, string? askedId, CancellationToken stop)
    {
        var token = HostCookie.Draw();
        var until = clock.Instant + (askedId is null ? GoodFor : OwnEmails.ConfirmedWithin);
        await database.WriteAsync((connection, transaction) => connection.Command("INSERT INTO email_link (lookup, way_in_id, asked_id, runs_out_at) VALUES (@lookup, @way, @asked, @until)", transaction,
            ("lookup", HostCookie.Lookup(token)), ("way", wayId), ("asked", askedId), ("until", until.ToUnixTimeMilliseconds())).RunAsync(stop), stop);
        return token;
    }

    /// <summary>Null for a link that was used, ran out, or never was.</summary>
    public async Task<FoundLink?> FindAsync(string token, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return (await connection.Command("""
            SELECT p.id, p.quilt_seed, l.asked_id FROM email_link l LEFT JOIN way_in w ON w.id = l.way_in_id LEFT JOIN email_asked a ON a.id = l.asked_id
            JOIN person p ON p.id = coalesce(w.person_id, a.person_id) WHERE l.lookup = @lookup AND l.runs_out_at > @now
            """, null, ("lookup", HostCookie.Lookup(token)), ("now", Now)).ListAsync(Read, stop)).FirstOrDefault();
    }

    /// <summary>Uses a link up, in the transaction of what it opens; false when another press was faster.</summary>
    internal async Task<bool> UseUpAsync(DbConnection connection, DbTransaction transaction, string token, CancellationToken stop)
    {
        await using var use = connection.Command("DELETE FROM email_link WHERE lookup = @lookup AND runs_out_at > @now", transaction, ("lookup", HostCookie.Lookup(token)), ("now", Now));
        return await use.ExecuteNonQueryAsync(stop) > 0;
    }

    /// <summary>Once one link has opened the door the others of the same way go, and a new one may be sent at once.</summary>
    internal static async Task EndOthersAsync(DbConnection connection, DbTransaction transaction, Guid person, CancellationToken stop)
    {
        const string ways = "FROM way_in WHERE person_id = @person AND kind = 'Email'";
        await connection.Command($"DELETE FROM email_link WHERE way_in_id IN (SELECT id {ways})", transaction, ("person", person.ToString())).RunAsync(stop);
        foreach (var lookup in await connection.Command($"SELECT lookup {ways}", transaction, ("person", person.ToString())).ListAsync(row => row.GetString(0), stop))
            await EmailPace.ForgetAsync(connection, transaction, lookup.Split('.')[0], stop);
    }

    long Now => clock.Instant.ToUnixTimeMilliseconds();

    static FoundLink Read(DbDataReader row) => new(Guid.Parse(row.GetString(0)), row.GetInt32(1), row.IsDBNull(2) ? null : row.GetString(2));
}
