using System.Data.Common;
using Alentour.Community.People.Cards;
using Alentour.Foundation.Store;

namespace Alentour.Community.People.EmailLinks;

/// <summary>
/// How often a letter goes to one address, whoever asks: once while the link in it is good. So nobody is flooded, and nobody is kept out by
/// somebody who asks in their place: the link that works is in the box already. Counted by seal, on all nodes.
/// </summary>
public sealed class EmailPace(CardKey key, TimeProvider clock)
{
    const int OfAnAccount = 6;
    static readonly TimeSpan AccountHour = TimeSpan.FromHours(1);

    public string Seal(string use, string address) => key.SealAddress(use, address);

    public Task<bool> AllowLetterAsync(DbConnection connection, DbTransaction transaction, string seal, CancellationToken stop) =>
        AllowAsync(connection, transaction, (seal, 1, SentLinks.GoodFor), stop);

    /// <summary>Letters to whatever addresses that one account asks for.</summary>
    public Task<bool> AllowAccountAsync(DbConnection connection, DbTransaction transaction, Guid person, CancellationToken stop) =>
        AllowAsync(connection, transaction, (Seal("account", person.ToString()), OfAnAccount, AccountHour), stop);

    /// <summary>A link that was used makes room for the next.</summary>
    public static Task ForgetAsync(DbConnection connection, DbTransaction transaction, string seal, CancellationToken stop) =>
        connection.Command("DELETE FROM email_pace WHERE lookup = @seal", transaction, ("seal", seal)).RunAsync(stop);

    Task<bool> AllowAsync(DbConnection connection, DbTransaction transaction, (string Seal, int Most, TimeSpan Within) pace, CancellationToken stop) =>
        Pace.AllowAsync(connection, transaction, "email_pace", (pace.Seal, 1, pace.Most, clock.GetUtcNow(), pace.Within), stop);
}
