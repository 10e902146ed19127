using System.Data.Common;
using System.Globalization;
using Alentour.Community.People.Cards;
using Alentour.Community.People.Invitations;
using Alentour.Community.People.Sessions;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Community.People.Entering;

/// <summary>What a newcomer gives: a name of choice, and whether the device is theirs. Nothing else is asked.</summary>
/// <param name="Name">As <see cref="Person.Name"/> gave it.</param>
/// <param name="Language">"fr" or "en".</param>
/// <param name="Key">The key of the form that was sent.</param>
/// <param name="Invitation">The words of an invitation, as <see cref="CardWords.Understand"/> gave them; null without one.</param>
public sealed record Newcomer(string Name, string Language, bool IsShared, string Device, string? Key, IReadOnlyList<string>? Invitation)
{
    /// <summary>What else is done with the new account, in the transaction that opens it.</summary>
    public Func<DbConnection, DbTransaction, Guid, Task>? With { get; init; }

    /// <summary>The form, as one that nobody in particular sent. Where more is done with the account, it is another act.</summary>
    public string Act { get; init; } = "account";

    internal SentForm Form => new(Act, null, Key);
}

/// <summary>A new account, its card, and the cookie of its first session.</summary>
public sealed record OpenedAccount(DrawnCard Card, string Cookie);

/// <summary>
/// Opens an account with its first card. When the answer was lost on the way and the form comes again within ten minutes, the same account
/// gets a fresh card: the first one was seen by nobody.
/// </summary>
public sealed class OpenAccount(PeopleStore people, SignInCards cards, InvitationStore invitations, RetriedActs retried, Database database)
{
    /// <exception cref="RefusalException">The form is an old page, or the invitation opens nothing.</exception>
    public async Task<OpenedAccount> RunAsync(Newcomer newcomer, SessionStore sessions, DateTimeOffset now, CancellationToken stop)
    {
        var card = await cards.DrawAsync(stop);
        return await database.WriteAsync(async (connection, transaction) =>
        {
            var before = Before(await retried.LedToAsync(connection, transaction, newcomer.Form, stop), now);
            if (before is null && newcomer.Invitation is { } words && !await invitations.TakeAsync(connection, transaction, words, stop))
                throw new RefusalException("open.refusal.invitation");
            var person = before ?? await people.AddAsync(connection, transaction, newcomer.Name, newcomer.Language, stop);
            await cards.KeepAsync(connection, transaction, person, card, replacesOlder: true, stop);
            if (before is null)
            {
                await people.AgreeAsync(connection, transaction, person, Consents.Account, stop);
                await (newcomer.With?.Invoke(connection, transaction, person) ?? Task.CompletedTask);
                await retried.KeepAsync(connection, transaction, newcomer.Form, string.Create(CultureInfo.InvariantCulture, $"{person} {now.ToUnixTimeSeconds()}"), stop);
            }
            return new OpenedAccount(card, await sessions.OpenAsync(connection, transaction, person, newcomer.IsShared, newcomer.Device, stop));
        }, stop);
    }

    /// <summary>The account that this form opened already. Later than ten minutes the form is an old page on somebody's screen, and opens nothing.</summary>
    static Guid? Before(string? ledTo, DateTimeOffset now)
    {
        if (ledTo?.Split(' ') is not [var person, var second])
            return null;
        var opened = DateTimeOffset.FromUnixTimeSeconds(long.Parse(second, CultureInfo.InvariantCulture));
        return now - opened <= TimeSpan.FromMinutes(10) ? Guid.Parse(person) : throw new RefusalException("open.refusal.oldForm");
    }
}
