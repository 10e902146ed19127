using System.Data.Common;
using System.Globalization;
using Alentour.Community.Organizations;
using Alentour.Community.People.EmailLinks;
using Alentour.Foundation.Store;

namespace Alentour.Community.People.Records;

/// <summary>What this module itself keeps of a person.</summary>
sealed class PeopleRecords(HouseClock clock) : IHoldsPersonalData
{
    static readonly (string Key, string Sql)[] Kept =
    [
        ("person", "SELECT chosen_name, language, joined_on, certification FROM person WHERE id = @person"),
        ("ways", "SELECT kind, made_on, CASE WHEN kind = 'Email' THEN particulars END AS address FROM way_in WHERE person_id = @person ORDER BY made_on, id"),
        ("emailAsked", "SELECT address FROM email_asked WHERE person_id = @person"),
        ("sessions", "SELECT device, begun_on, is_shared FROM session WHERE person_id = @person ORDER BY begun_on"),
        ("roles", "SELECT kind, since, decision FROM held_role WHERE person_id = @person ORDER BY since"),
        ("waysBack", "SELECT CASE WHEN person_id = @person THEN 'mine' WHEN starter_id = @person THEN 'begun' ELSE 'confirmed' END AS part, CASE WHEN starter_id = @person THEN asked_name END AS asked_name FROM way_back WHERE @person IN (person_id, starter_id, confirmer_id) ORDER BY id"),
        ("waysBackStopped", "SELECT CASE WHEN person_id = @person THEN 'stopped' ELSE 'wasStopped' END AS part, number FROM way_back_stop WHERE @person IN (person_id, other_id) ORDER BY 1, 2"),
        // Who blocked this person is not theirs to know.
        ("blocks", "SELECT name_there, blocked_on FROM block WHERE person_id = @person ORDER BY blocked_on"),
        ("consents", "SELECT kind, wording, given_on, withdrawn_on FROM consent WHERE person_id = @person ORDER BY given_on"),
    ];

    public IReadOnlyList<KeptKind> Kinds { get; } =
    [
        new("person", "record.person", "record.person.until")
        {
            Labels = new Dictionary<string, string> { ["chosen_name"] = "open.name", ["language"] = "record.language", ["joined_on"] = "record.joinedOn", ["certification"] = "record.certification" },
            Values = new Dictionary<string, Func<string, string>> { ["language"] = v => $"record.language.{v}" },
        },
        new("ways", "record.ways", "record.ways.until")
        {
            Labels = new Dictionary<string, string> { ["kind"] = "record.wayKind", ["made_on"] = "record.madeOn", ["address"] = "record.address" },
            Values = new Dictionary<string, Func<string, string>> { ["kind"] = v => $"record.wayKind.{v}" },
        },
        new("emailAsked", "record.emailAsked", "record.emailAsked.until") { Labels = new Dictionary<string, string> { ["address"] = "record.address" } },
        new("sessions", "record.sessions", "record.sessions.until")
        {
            Labels = new Dictionary<string, string> { ["device"] = "access.device", ["begun_on"] = "record.since", ["is_shared"] = "record.isShared" },
            Values = new Dictionary<string, Func<string, string>> { ["is_shared"] = v => $"record.yesNo.{v}" },
        },
        new("roles", "record.roles", "record.roles.until")
        {
            Labels = new Dictionary<string, string> { ["kind"] = "record.role", ["since"] = "record.since", ["decision"] = "record.decision" },
            Values = new Dictionary<string, Func<string, string>> { ["kind"] = v => $"role.{v}" },
        },
        new("waysBack", "record.waysBack", "record.waysBack.until")
        {
            Labels = new Dictionary<string, string> { ["part"] = "record.waysBack.part", ["asked_name"] = "record.waysBack.askedName" },
            Values = new Dictionary<string, Func<string, string>> { ["part"] = v => $"record.waysBack.{v}" },
        },
        new("waysBackStopped", "record.waysBackStopped", "record.waysBackStopped.until")
        {
            Labels = new Dictionary<string, string> { ["part"] = "record.waysBack.part", ["number"] = "record.waysBackStopped.number" },
            Values = new Dictionary<string, Func<string, string>> { ["part"] = v => $"record.waysBack.{v}" },
        },
        new("blocks", "record.blocks", "record.blocks.until") { Labels = new Dictionary<string, string> { ["name_there"] = "record.blocks.name", ["blocked_on"] = "record.since" } },
        new("consents", "record.consents", "record.consents.until")
        {
            Labels = new Dictionary<string, string> { ["kind"] = "record.consent", ["wording"] = "record.wording", ["given_on"] = "record.givenOn", ["withdrawn_on"] = "record.withdrawnOn" },
            Values = new Dictionary<string, Func<string, string>> { ["kind"] = v => $"record.consent.{v}" },
        },
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
        var today = clock.Now.Day.ToString("O", CultureInfo.InvariantCulture);
        await OwnEmails.EraseAsync(connection, transaction, person, stop);
        foreach (var sql in new[]
        {
            "UPDATE consent SET person_id = NULL, withdrawn_on = coalesce(withdrawn_on, @today) WHERE person_id = @person",
            "DELETE FROM session WHERE person_id = @person",
            "DELETE FROM way_in WHERE person_id = @person",
            "DELETE FROM held_role WHERE person_id = @person",
            "DELETE FROM block WHERE person_id = @person OR blocked_id = @person",
            "DELETE FROM person WHERE id = @person",
        })
            await connection.Command(sql, transaction, ("person", person.ToString()), ("today", today)).RunAsync(stop);
        await RetriedActs.ForgetAsync(connection, transaction, person.ToString(), stop);
    }
}
