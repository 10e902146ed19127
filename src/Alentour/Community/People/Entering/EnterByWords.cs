using System.Globalization;
using Alentour.Community.Organizations;
using Alentour.Community.People.Cards;
using Alentour.Community.People.Sessions;
using Alentour.Community.People.WaysBack;
using Alentour.Foundation.Store;

namespace Alentour.Community.People.Entering;

/// <summary>Six words at the door: a card, or a way back whose 72 hours are over.</summary>
public sealed class EnterByWords(SignInCards cards, ComeBack comeBack, SessionStore sessions, Database database, HouseClock clock)
{
    /// <summary>The cookie of the session that opens, or null when these words open nothing.</summary>
    public async Task<string?> RunAsync(IReadOnlyList<string> words, bool isShared, string device, CancellationToken stop)
    {
        var lookup = await cards.SealAsync(words, stop);
        var today = clock.Now.Day.ToString("O", CultureInfo.InvariantCulture);
        return await database.WriteAsync(async (connection, transaction) =>
        {
            var person = await SignInCards.WhoseAsync(connection, transaction, lookup, stop) ?? await comeBack.TakeAsync(connection, transaction, lookup, today, stop);
            return person is { } owner ? await sessions.OpenAsync(connection, transaction, owner, isShared, device, stop) : null;
        }, stop);
    }
}
