using System.Globalization;
using Alentour.Community.Organizations;
using Alentour.Community.People.Cards;
using Alentour.Community.People.Sessions;
using Alentour.Community.People.WaysBack;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Community.People.Entering;

/// <summary>Six words at the door: a card, or a way back whose 72 hours are over.</summary>
public sealed class EnterByWords(SignInCards cards, ComeBack comeBack, SessionStore sessions, Database database, HouseClock clock)
{
    /// <summary>The cookie of the session that opens, or null when these words open nothing.</summary>
    /// <exception cref="RefusalException">Too many wait at the door.</exception>
    public async Task<string?> RunAsync(IReadOnlyList<string> words, (bool IsShared, string Device, string Address) browser, CancellationToken stop)
    {
        var lookup = await cards.SealAsync(words, browser.Address, stop);
        var today = clock.Now.Day.ToString("O", CultureInfo.InvariantCulture);
        return await database.WriteAsync(async (connection, transaction) =>
        {
            var person = await SignInCards.WhoseAsync(connection, transaction, lookup, stop) ?? await comeBack.TakeAsync(connection, transaction, lookup, today, stop);
            return person is { } owner ? await sessions.OpenAsync(connection, transaction, owner, browser.IsShared, browser.Device, stop) : null;
        }, stop);
    }
}
