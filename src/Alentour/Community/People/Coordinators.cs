using System.Data.Common;
using Alentour.Community.Organizations;
using Alentour.Community.People.Cards;
using Alentour.Community.People.Entering;
using Alentour.Community.People.Roles;
using Alentour.Community.People.Sessions;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Community.People;

/// <summary>The account of whoever sets up the house.</summary>
/// <param name="Name">As typed.</param>
/// <param name="Language">"fr" or "en".</param>
/// <param name="Key">The key of the form.</param>
/// <param name="Decision">By whose decision they coordinate, in words.</param>
public sealed record NewCoordinator(string? Name, string Language, bool IsShared, string? Key, string Decision);

/// <summary>How a coordinator comes into a house: once at its set-up, and from the machine when all ways in are lost.</summary>
public sealed class Coordinators(AccountDoor door, RoleStore roles, SignInCards cards, HouseJournal journal, Database database)
{
    /// <summary>Opens the first coordinator's account in this browser and returns the words of its card, which are shown once.</summary>
    /// <param name="and">What else is done in the same transaction.</param>
    /// <exception cref="RefusalException">The name does not fit, or somebody coordinates already.</exception>
    public Task<IReadOnlyList<string>> OpenFirstAsync(HttpContext context, NewCoordinator who, Func<DbConnection, DbTransaction, Task> and, CancellationToken stop) =>
        door.OpenAsync(context, new Newcomer(Person.Name(who.Name), who.Language, who.IsShared, DeviceWord.Of(context.Request), who.Key, null)
        {
            Act = "coordinator",
            With = async (connection, transaction, person) =>
            {
                await roles.GiveAsync(connection, transaction, person, RoleKind.Coordinator, who.Decision, stop);
                var holders = await RoleHolders.ReadAsync(connection, transaction, stop);
                if (holders.Any(h => h.Role.Kind == RoleKind.Coordinator && h.Id != person))
                    throw new RefusalException("roles.refusal.alreadyCoordinated");
                await and(connection, transaction);
            },
        }, stop);

    /// <summary>A new card for a coordinator, from the machine; their older card stops working, and the journal tells it.</summary>
    public async Task<IReadOnlyList<string>> RenewCardAsync(Guid coordinator, CancellationToken stop)
    {
        var card = await cards.DrawAsync(stop);
        await database.WriteAsync(async (connection, transaction) =>
        {
            await cards.KeepAsync(connection, transaction, coordinator, card, replacesOlder: true, stop);
            await journal.WriteAsync(connection, transaction, JournalTopic.Card, JournalVoice.Machine, new JournalWords(), stop);
        }, stop);
        return card.Words;
    }
}
