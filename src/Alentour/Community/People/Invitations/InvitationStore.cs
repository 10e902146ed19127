using System.Data.Common;
using Alentour.Community.People.Cards;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Community.People.Invitations;

/// <summary>Invitations: three words that let one newcomer in, within 30 days. They name nobody.</summary>
public sealed class InvitationStore(Database database, CardKey key, TimeProvider clock)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Slips that one person makes within <see cref="Kept"/>, and a coordinator: ten sheets.</summary>
    public const int MostOfMember = 10;
    public const int MostOfCoordinator = 80;

    /// <summary>Draws some, keeps what can be checked of each, and returns their words: they are shown once.</summary>
    /// <exception cref="RefusalException">This person made as many already within these days.</exception>
    public async Task<IReadOnlyList<IReadOnlyList<string>>> DrawAsync(Me me, int many, CancellationToken stop)
    {
        var drawn = Enumerable.Range(0, many).Select(_ => CardWords.Draw(CardWords.OnASlip)).ToList();
        var until = (clock.GetUtcNow() + Kept).ToUnixTimeMilliseconds();
        await database.WriteAsync(async (connection, transaction) =>
        {
            var most = me.Holds(RoleKind.Coordinator) ? MostOfCoordinator : MostOfMember;
            if (!await Pace.AllowAsync(connection, transaction, "invitation_pace", (key.SealSlip(["invitations of", me.Id.ToString()]), drawn.Count, most, clock.GetUtcNow(), Kept), stop))
                throw new RefusalException("invitations.refusal.many");
            foreach (var words in drawn)
                await connection.Command("INSERT INTO invitation (lookup, runs_out_at) VALUES (@lookup, @until)", transaction, ("lookup", key.SealSlip(words)), ("until", until)).RunAsync(stop);
        }, stop);
        return drawn;
    }

    /// <summary>Takes an invitation, in the transaction of what it lets in; false when there is none, or it was used, or is too old.</summary>
    public async Task<bool> TakeAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<string> words, CancellationToken stop)
    {
        await using var command = connection.Command("DELETE FROM invitation WHERE lookup = @lookup AND runs_out_at > @now", transaction,
            ("lookup", key.SealSlip(words)), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds()));
        return await command.ExecuteNonQueryAsync(stop) == 1;
    }
}
