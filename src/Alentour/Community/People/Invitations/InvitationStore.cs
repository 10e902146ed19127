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
            // By seal: whoever holds the database learns neither who invited nor how often.
            var most = me.Holds(RoleKind.Coordinator) ? MostOfCoordinator : MostOfMember;
            await using var count = connection.Command("""
                INSERT INTO invitation_pace (lookup, number, runs_out_at) VALUES (@seal, @more, @until)
                ON CONFLICT (lookup) DO UPDATE SET
                    number = CASE WHEN invitation_pace.runs_out_at <= @now THEN @more ELSE invitation_pace.number + @more END,
                    runs_out_at = CASE WHEN invitation_pace.runs_out_at <= @now THEN excluded.runs_out_at ELSE invitation_pace.runs_out_at END
                WHERE invitation_pace.runs_out_at <= @now OR invitation_pace.number + @more <= @most
                """, transaction, ("seal", key.SealSlip(["invitations of", me.Id.ToString()])), ("more", drawn.Count), ("until", until), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds()), ("most", most));
            if (await count.ExecuteNonQueryAsync(stop) == 0)
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
