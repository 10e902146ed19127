using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Alentour.Community.Organizations;
using Alentour.Foundation.Store;

namespace Alentour.Community.People;

/// <summary>
/// People in the database. There is no list and no search of accounts, for nobody: a person is reached by their own session,
/// or by what they share with whoever asks.
/// </summary>
public sealed class PeopleStore(Database database, HouseClock clock)
{
    /// <summary>How many differing blocks the quilt has.</summary>
    const int Blocks = 96;

    /// <summary>Adds somebody, in the transaction of whatever lets them in.</summary>
    /// <param name="name">As <see cref="Person.Name"/> gave it.</param>
    public async Task<Guid> AddAsync(DbConnection connection, DbTransaction transaction, string name, string language, CancellationToken stop)
    {
        var id = Ids.New();
        await connection.Command("INSERT INTO person (id, chosen_name, quilt_seed, language, joined_on) VALUES (@id, @name, @seed, @language, @day)", transaction,
            ("id", id.ToString()), ("name", name), ("seed", RandomNumberGenerator.GetInt32(Blocks)), ("language", language),
            ("day", clock.Now.Day.ToString("O", CultureInfo.InvariantCulture))).RunAsync(stop);
        return id;
    }

    /// <summary>Keeps that the person said yes to something, in which wording.</summary>
    public Task AgreeAsync(DbConnection connection, DbTransaction transaction, Guid person, (string Kind, string Wording) consent, CancellationToken stop) =>
        connection.Command("INSERT INTO consent (id, person_id, kind, wording, given_on) VALUES (@id, @person, @kind, @wording, @day)", transaction,
            ("id", Ids.New().ToString()), ("person", person.ToString()), ("kind", consent.Kind), ("wording", consent.Wording),
            ("day", clock.Now.Day.ToString("O", CultureInfo.InvariantCulture))).RunAsync(stop);

    /// <summary>Keeps that the person took a yes back today.</summary>
    public Task WithdrawAsync(DbConnection connection, DbTransaction transaction, Guid person, string kind, CancellationToken stop) =>
        connection.Command("UPDATE consent SET withdrawn_on = @day WHERE person_id = @person AND kind = @kind AND withdrawn_on IS NULL", transaction,
            ("person", person.ToString()), ("kind", kind), ("day", clock.Now.Day.ToString("O", CultureInfo.InvariantCulture))).RunAsync(stop);

    /// <summary>Changes how the person is called, and the certification they state (R081).</summary>
    /// <param name="name">As <see cref="Person.Name"/> gave it.</param>
    public Task RenameAsync(Guid person, string name, string? certification, CancellationToken stop) =>
        database.WriteAsync((connection, transaction) => connection.Command("UPDATE person SET chosen_name = @name, certification = @certification WHERE id = @id", transaction,
            ("name", name), ("certification", certification), ("id", person.ToString())).RunAsync(stop), stop);

    /// <summary>Those who bear this name, in the sight of whoever asks. For a way back alone: nothing of them is shown.</summary>
    internal async Task<IReadOnlyList<Guid>> NamedAsync(Guid asking, string name, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return await connection.Command($"SELECT p.id FROM person p WHERE p.chosen_name = @name AND {Sight.Between("@me", "p.id")}", null, ("name", name), ("me", asking.ToString())).ListAsync(row => Guid.Parse(row.GetString(0)), stop);
    }

    /// <summary>Whether the person has a card, and of which day.</summary>
    public async Task<DateOnly?> CardMadeOnAsync(Guid person, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        var days = await connection.Command("SELECT made_on FROM way_in WHERE person_id = @person AND kind = 'Card'", null, ("person", person.ToString()))
            .ListAsync(row => DateOnly.Parse(row.GetString(0), CultureInfo.InvariantCulture), stop);
        return days.Count == 0 ? null : days.Max();
    }
}

/// <summary>What people say yes to: a kind, and the wording they read. A new wording is a new date.</summary>
public static class Consents
{
    /// <summary>To have an account, with the list of /mes-donnees.</summary>
    public static readonly (string Kind, string Wording) Account = ("account", "2026-11");

    /// <summary>To have an address kept, for links by e-mail.</summary>
    public static readonly (string Kind, string Wording) Email = ("email", "2026-11");
}
