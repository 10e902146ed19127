using System.Data.Common;
using Alentour.Foundation.Store;

namespace Alentour.Community.People.Records;

/// <summary>What this module itself keeps of a person.</summary>
sealed class PeopleRecords : IHoldsPersonalData
{
    static readonly (string Key, string Sql)[] Kept =
    [
        ("person", "SELECT chosen_name, language, joined_on, certification FROM person WHERE id = @person"),
        ("ways", "SELECT kind, made_on FROM way_in WHERE person_id = @person ORDER BY made_on, id"),
        ("sessions", "SELECT device, begun_on, is_shared FROM session WHERE person_id = @person ORDER BY begun_on"),
        ("roles", "SELECT kind, since, decision FROM held_role WHERE person_id = @person ORDER BY since"),
        ("waysBack", "SELECT CASE WHEN person_id = @person THEN 'mine' WHEN starter_id = @person THEN 'begun' ELSE 'confirmed' END AS part, CASE WHEN starter_id = @person THEN asked_name END AS asked_name FROM way_back WHERE @person IN (person_id, starter_id, confirmer_id) ORDER BY id"),
        // Who blocked this person is not theirs to know.
        ("blocks", "SELECT name_there, blocked_on FROM block WHERE person_id = @person ORDER BY blocked_on"),
        ("consents", "SELECT kind, wording, given_on, withdrawn_on FROM consent WHERE person_id = @person ORDER BY given_on"),
    ];

    public IReadOnlyList<KeptKind> Kinds { get; } =
    [
        new("person", "record.person", "record.person.until"),
        new("ways", "record.ways", "record.ways.until"),
        new("sessions", "record.sessions", "record.sessions.until"),
        new("roles", "record.roles", "record.roles.until"),
        new("waysBack", "record.waysBack", "record.waysBack.until"),
        new("blocks", "record.blocks", "record.blocks.until"),
        new("consents", "record.consents", "record.consents.until"),
    ];

    public async Task<IReadOnlyList<KeptRows>> OfAsync(DbConnection connection, Guid person, CancellationToken stop)
    {
        var all = new List<KeptRows>();
        foreach (var (key, sql) in Kept)
            all.Add(await KeptRows.ReadAsync(connection, key, sql, person, stop));
        return all;
    }

    public async Task ForgetAsync(DbConnection connection, DbTransaction transaction, Guid person, CancellationToken stop)
    {
        foreach (var sql in new[]
        {
            "UPDATE consent SET person_id = NULL WHERE person_id = @person",
            "DELETE FROM session WHERE person_id = @person",
            "DELETE FROM way_in WHERE person_id = @person",
            "DELETE FROM held_role WHERE person_id = @person",
            "DELETE FROM block WHERE person_id = @person OR blocked_id = @person",
            "DELETE FROM person WHERE id = @person",
        })
            await connection.Command(sql, transaction, ("person", person.ToString())).RunAsync(stop);
        await RetriedActs.ForgetAsync(connection, transaction, person.ToString(), stop);
    }
}
