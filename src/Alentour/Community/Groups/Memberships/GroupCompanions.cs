using System.Data.Common;
using System.Globalization;
using Alentour.Community.Groups.Openings;
using Alentour.Community.People;
using Alentour.Foundation.Store;

namespace Alentour.Community.Groups.Memberships;

/// <summary>Who shares a group with whom, for the way back of somebody who lost their ways in.</summary>
sealed class GroupCompanions(Database database, Handles handles) : ICompanions
{
    public async Task<IReadOnlyList<Companion>> OfAsync(Guid person, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return await connection.Command($"""
            SELECT p.id, coalesce(theirs.name_here, p.chosen_name), p.quilt_seed, theirs.group_id, CASE WHEN theirs.name_here IS NULL THEN 0 ELSE 1 END, CASE WHEN mine.since > theirs.since THEN mine.since ELSE theirs.since END
            FROM membership mine JOIN membership theirs ON theirs.group_id = mine.group_id AND theirs.person_id <> mine.person_id JOIN person p ON p.id = theirs.person_id
            WHERE mine.person_id = @person AND {Sight.Between("@person", "p.id")}
            """, null, ("person", person.ToString())).ListAsync(row => Read(row, person), stop);
    }

    public async Task<bool> HasGroupAsync(Guid person, DateOnly since, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return (await connection.Command("SELECT 1 FROM membership WHERE person_id = @person AND since <= @since", null,
            ("person", person.ToString()), ("since", since.ToString("O", CultureInfo.InvariantCulture))).ListAsync(_ => true, stop)).Count > 0;
    }

    Companion Read(DbDataReader row, Guid reader)
    {
        var (person, group) = (Guid.Parse(row.GetString(0)), Guid.Parse(row.GetString(3)));
        return new(person, handles.Of(group, reader, person), row.GetString(1), handles.BlockOf(group, person, row.GetInt32(2), row.GetInt32(4) == 1), DateOnly.Parse(row.GetString(5), CultureInfo.InvariantCulture));
    }
}

/// <summary>What groups keep of a person.</summary>
sealed class GroupRecords(PublicVersion version, Departures departures) : IHoldsPersonalData
{
    public IReadOnlyList<KeptKind> Kinds { get; } =
    [
        new("groups", "record.groups", "record.groups.until") { Labels = new Dictionary<string, string> { ["group_name"] = "record.groupName", ["name_here"] = "record.nameHere", ["since"] = "record.memberSince" } },
        new("joinRequest", "record.joinRequest", "record.joinRequest.until") { Labels = new Dictionary<string, string> { ["group_name"] = "record.groupName", ["name_here"] = "record.nameHere", ["asked_on"] = "record.askedOn" } },
        new("joinedToday", "record.joinedToday", "record.joinedToday.until") { Labels = new Dictionary<string, string> { ["group_name"] = "record.groupName" } },
    ];

    public async Task<IReadOnlyList<KeptRows>> OfAsync(DbConnection connection, Guid person, CancellationToken stop) =>
    [
        await KeptRows.ReadAsync(connection, "groups", "SELECT g.name AS group_name, m.name_here, m.since FROM membership m JOIN mutual_aid_group g ON g.id = m.group_id WHERE m.person_id = @person ORDER BY g.name", person, stop),
        await KeptRows.ReadAsync(connection, "joinRequest", "SELECT g.name AS group_name, j.name_here, j.asked_on FROM join_request j JOIN mutual_aid_group g ON g.id = j.group_id WHERE j.person_id = @person", person, stop),
        await KeptRows.ReadAsync(connection, "joinedToday", "SELECT g.name AS group_name FROM joined_today t JOIN mutual_aid_group g ON g.id = t.group_id WHERE t.person_id = @person ORDER BY g.name", person, stop),
    ];

    // As the group shows itself to them: that somebody out of their sight stays is told by no page.
    public async Task<IReadOnlyList<string>> EndsWithAsync(DbConnection connection, Guid person, CancellationToken stop) => await connection.Command($"""
        SELECT g.name FROM membership m JOIN mutual_aid_group g ON g.id = m.group_id
        WHERE m.person_id = @person AND NOT EXISTS (SELECT 1 FROM membership o WHERE o.group_id = g.id AND o.person_id <> @person AND {Sight.Between("@person", "o.person_id")}) ORDER BY g.name
        """, null, ("person", person.ToString())).ListAsync(row => row.GetString(0), stop);

    public async Task ForgetAsync(DbConnection connection, DbTransaction transaction, Guid person, CancellationToken stop)
    {
        var groups = await connection.Command("SELECT group_id FROM membership WHERE person_id = @person", transaction, ("person", person.ToString())).ListAsync(row => Guid.Parse(row.GetString(0)), stop);
        foreach (var table in new[] { "membership", "join_request", "joined_today" })
            await connection.Command($"DELETE FROM {table} WHERE person_id = @person", transaction, ("person", person.ToString())).RunAsync(stop);
        foreach (var group in groups)
            await departures.TellAsync(connection, transaction, group, person, stop);
        if (await ClosedGroups.SweepAsync(connection, transaction, groups, stop))
            await version.RaiseAsync(connection, transaction, stop);
    }
}
