using System.Data.Common;
using System.Globalization;
using Alentour.Community.Organizations;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Community.People.Roles;

/// <summary>Roles taken and laid down; each is told in the public journal, without a name.</summary>
public sealed class RoleStore(HouseJournal journal, PublicVersion version, TextCatalogue catalogue, HouseClock clock)
{
    /// <summary>Gives a role to somebody who does not hold it yet, in the transaction of what gives it.</summary>
    /// <param name="decision">By whose decision, in words.</param>
    /// <returns>False when they hold it already.</returns>
    public async Task<bool> GiveAsync(DbConnection connection, DbTransaction transaction, Guid person, RoleKind kind, string decision, CancellationToken stop)
    {
        await LockAsync(connection, transaction, stop);
        await using var give = connection.Command("INSERT INTO held_role (person_id, kind, since, decision) VALUES (@person, @kind, @day, @decision) ON CONFLICT (person_id, kind) DO NOTHING",
            transaction, ("person", person.ToString()), ("kind", kind.ToString()), ("day", clock.Now.Day.ToString("O", CultureInfo.InvariantCulture)), ("decision", decision));
        if (await give.ExecuteNonQueryAsync(stop) == 0)
            return false;
        await journal.WriteAsync(connection, transaction, JournalTopic.Roles, JournalVoice.Holder, new JournalWords(Became: Say("roles.journal.taken", kind, decision)), stop);
        return true;
    }

    /// <summary>Lays a role down for whoever holds it.</summary>
    /// <exception cref="RefusalException">They are the only one who coordinates.</exception>
    public async Task LayDownAsync(DbConnection connection, DbTransaction transaction, Guid person, RoleKind kind, CancellationToken stop)
    {
        await LockAsync(connection, transaction, stop);
        var holders = await RoleHolders.ReadAsync(connection, transaction, stop);
        if (holders.FirstOrDefault(h => h.Id == person && h.Role.Kind == kind) is not { } held)
            return;
        if (kind == RoleKind.Coordinator && holders.Count(h => h.Role.Kind == kind) == 1)
            throw new RefusalException("roles.refusal.lastCoordinator");
        await connection.Command("DELETE FROM held_role WHERE person_id = @person AND kind = @kind", transaction, ("person", person.ToString()), ("kind", kind.ToString())).RunAsync(stop);
        await journal.WriteAsync(connection, transaction, JournalTopic.Roles, JournalVoice.Holder, new JournalWords(Was: Say("roles.journal.laidDown", kind, held.Role.Decision)), stop);
    }

    // The row that everybody who changes a role writes first: two coordinators who lay down at once wait for each other, and one stays.
    Task LockAsync(DbConnection connection, DbTransaction transaction, CancellationToken stop) => version.RaiseAsync(connection, transaction, stop);

    Bilingual Say(string key, RoleKind kind, string decision) => new(In(Language.French, key, kind, decision), In(Language.English, key, kind, decision));

    string In(Language language, string key, RoleKind kind, string decision) =>
        catalogue.Get(language, key, ("role", catalogue.Get(language, $"role.{kind}")), ("decision", decision));
}
