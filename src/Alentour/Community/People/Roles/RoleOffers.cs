using System.Data.Common;
using Alentour.Community.People.Cards;
using Alentour.Foundation.Store;

namespace Alentour.Community.People.Roles;

/// <summary>A role that waits for whoever holds the slip. It names nobody.</summary>
public sealed record RoleOffer(string Id, RoleKind Kind, string Decision, DateTimeOffset RunsOutAt);

/// <summary>
/// A coordinator names nobody from a list, for there is none: they draw a slip of three words, hand it over, and the person takes the role
/// from their own account. One use, 30 days.
/// </summary>
public sealed class RoleOffers(CardKey key, RoleStore roles, Database database, TimeProvider clock)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    const string Open = "SELECT id, kind, decision, runs_out_at FROM role_offer WHERE runs_out_at > @now";

    /// <summary>Draws a slip; its words are shown once.</summary>
    public async Task<IReadOnlyList<string>> DrawAsync(RoleKind kind, string decision, CancellationToken stop)
    {
        var words = CardWords.Draw(CardWords.OnASlip);
        await database.WriteAsync((connection, transaction) =>
            connection.Command("INSERT INTO role_offer (id, lookup, kind, decision, runs_out_at) VALUES (@id, @lookup, @kind, @decision, @until)", transaction,
                ("id", Ids.New().ToString()), ("lookup", Lookup(words)), ("kind", kind.ToString()), ("decision", decision),
                ("until", (clock.GetUtcNow() + Kept).ToUnixTimeMilliseconds())).RunAsync(stop), stop);
        return words;
    }

    /// <summary>Those that nobody has taken yet.</summary>
    public async Task<IReadOnlyList<RoleOffer>> OpenAsync(CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return await connection.Command($"{Open} ORDER BY id", null, ("now", Now)).ListAsync(Read, stop);
    }

    /// <summary>What these words offer, or null.</summary>
    public async Task<RoleOffer?> FindAsync(IReadOnlyList<string> words, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return (await connection.Command($"{Open} AND lookup = @lookup", null, ("now", Now), ("lookup", Lookup(words))).ListAsync(Read, stop)).FirstOrDefault();
    }

    /// <summary>The person takes the role; false when the slip was taken or taken back meanwhile.</summary>
    public Task<bool> TakeAsync(Guid person, RoleOffer offer, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        if (!await RemoveAsync(connection, transaction, offer.Id, stop))
            return false;
        await roles.GiveAsync(connection, transaction, person, offer.Kind, offer.Decision, stop);
        return true;
    }, stop);

    /// <summary>The slip opens nothing any more.</summary>
    public Task TakeBackAsync(string id, CancellationToken stop) => database.WriteAsync((connection, transaction) => RemoveAsync(connection, transaction, id, stop), stop);

    long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    string Lookup(IReadOnlyList<string> words) => key.SealSlip(["role", .. words]);

    async Task<bool> RemoveAsync(DbConnection connection, DbTransaction transaction, string id, CancellationToken stop)
    {
        await using var remove = connection.Command("DELETE FROM role_offer WHERE id = @id AND runs_out_at > @now", transaction, ("id", id), ("now", Now));
        return await remove.ExecuteNonQueryAsync(stop) == 1;
    }

    static RoleOffer Read(DbDataReader row) =>
        new(row.GetString(0), Enum.Parse<RoleKind>(row.GetString(1)), row.GetString(2), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)));
}
