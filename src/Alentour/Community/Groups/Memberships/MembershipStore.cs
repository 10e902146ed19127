using System.Data.Common;
using System.Globalization;
using Alentour.Community.Groups.FirstVisits;
using Alentour.Community.Groups.Openings;
using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Community.Groups.Memberships;

/// <summary>
/// Who belongs to which group. Every way in asks as somebody: a person sees their own groups, and the others of a group only from inside it.
/// No role opens it.
/// </summary>
public sealed class MembershipStore(Database database, PublicVersion version, Handles handles, HouseClock clock, Departures departures)
{
    static readonly string Member = $"""
        SELECT p.id, coalesce(m.name_here, p.chosen_name), p.quilt_seed, p.certification, r.kind, CASE WHEN m.name_here IS NULL THEN 0 ELSE 1 END
        FROM membership m JOIN person p ON p.id = m.person_id LEFT JOIN held_role r ON r.person_id = p.id
        WHERE m.group_id = @group AND {Sight.Between("@mine", "p.id")} ORDER BY 2, 1
        """;

    static readonly string Asking = $"""
        SELECT p.id, coalesce(j.name_here, p.chosen_name), p.quilt_seed, p.certification, r.kind, CASE WHEN j.name_here IS NULL THEN 0 ELSE 1 END
        FROM join_request j JOIN person p ON p.id = j.person_id LEFT JOIN held_role r ON r.person_id = p.id
        WHERE j.group_id = @group AND {Sight.Between("@mine", "p.id")} ORDER BY 2, 1
        """;

    static readonly string OneAsking = $"WHERE group_id = @group AND person_id = @person AND {Sight.Between("@mine", "join_request.person_id")}";

    const string OpenDoor = "SELECT 1 FROM mutual_aid_group WHERE id = @group AND joining = 'DropIn' AND published_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM held_role WHERE person_id = @me)";

    const string Own = """
        SELECT g.id, g.slug, g.name, g.quilt_seed, m.name_here, m.person_id, CASE WHEN g.published_at IS NULL THEN 0 ELSE 1 END, m.since, m.is_founder
        FROM membership m JOIN mutual_aid_group g ON g.id = m.group_id WHERE m.person_id = @me
        """;

    /// <summary>The groups of this person, by name.</summary>
    public Task<List<OwnGroup>> OfAsync(Me me, CancellationToken stop) => ReadAsync(Own + " ORDER BY g.name", ReadOwn, stop, ("me", me.Id.ToString()));

    /// <summary>The group of this slug if the person belongs to it; null looks the same for a group that is not there.</summary>
    public async Task<OwnGroup?> BySlugAsync(Me me, string slug, CancellationToken stop) =>
        (await ReadAsync(Own + " AND g.slug = @slug", ReadOwn, stop, ("me", me.Id.ToString()), ("slug", slug))).FirstOrDefault();

    /// <summary>The same by the id of the group.</summary>
    public async Task<OwnGroup?> ByIdAsync(Me me, Guid group, CancellationToken stop) =>
        (await ReadAsync(Own + " AND g.id = @group", ReadOwn, stop, ("me", me.Id.ToString()), ("group", group.ToString()))).FirstOrDefault();

    /// <summary>The sewn block of whoever asks, as their group sees it.</summary>
    public int BlockOf(Me me, OwnGroup group) => handles.BlockOf(group.Id, me.Id, me.QuiltSeed, group.NameHere is not null);

    /// <summary>Takes the row, so that whoever leaves at this moment waits until the act is done, and it is undone with the rest.</summary>
    internal static async Task<bool> IsMemberAsync(DbConnection connection, DbTransaction transaction, Guid group, Guid person, CancellationToken stop)
    {
        await using var take = connection.Command("UPDATE membership SET since = since WHERE group_id = @group AND person_id = @me", transaction, ("group", group.ToString()), ("me", person.ToString()));
        return await take.ExecuteNonQueryAsync(stop) > 0;
    }

    /// <summary>Everybody in a group of one's own, in one's sight.</summary>
    public async Task<IReadOnlyList<GroupMember>> MembersAsync(OwnGroup group, CancellationToken stop) =>
        await AmongAsync(Member, group, stop);

    /// <summary>Those who ask to join a group of one's own.</summary>
    public async Task<IReadOnlyList<JoinRequest>> RequestsAsync(OwnGroup group, CancellationToken stop) =>
        [.. (await AmongAsync(Asking, group, stop)).Select(m => new JoinRequest(m.PersonId, handles.Of(group.Id, group.Mine, m.PersonId), m.Name, m.QuiltSeed, m.Roles))];

    /// <summary>Which groups of this person somebody asks to join, in their sight.</summary>
    public async Task<IReadOnlySet<Guid>> WithRequestsAsync(Me me, CancellationToken stop) =>
        (await ReadAsync($"""
            SELECT DISTINCT j.group_id FROM membership m JOIN join_request j ON j.group_id = m.group_id JOIN person p ON p.id = j.person_id
            WHERE m.person_id = @me AND {Sight.Between("@me", "p.id")}
            """, row => Guid.Parse(row.GetString(0)), stop, ("me", me.Id.ToString()))).ToHashSet();

    /// <summary>The others of a group of one's own, and those who ask to join it, in one's sight.</summary>
    public async Task<IReadOnlyList<GroupMember>> OthersAsync(OwnGroup group, CancellationToken stop) =>
        [.. (await AmongAsync(Member, group, stop)).Concat(await AmongAsync(Asking, group, stop)).Where(m => m.PersonId != group.Mine).Select(m => m with { Handle = handles.Of(group.Id, group.Mine, m.PersonId) })];

    /// <summary>Which group this person has asked to join, by slug; null for none.</summary>
    public async Task<string?> AskedAsync(Me me, CancellationToken stop) =>
        (await ReadAsync("SELECT g.slug FROM join_request j JOIN mutual_aid_group g ON g.id = j.group_id WHERE j.person_id = @me", row => row.GetString(0), stop, ("me", me.Id.ToString()))).FirstOrDefault();

    /// <summary>Joins a published group: at once, or by asking, as the group chose. Doing it twice changes nothing.</summary>
    /// <exception cref="RefusalException">The person has asked another group already, or joined two drop-in groups today; or the group withdrew its page.</exception>
    public Task<Joined> JoinAsync(Me me, MutualAidGroup group, string? nameHere, CancellationToken stop) =>
        database.WriteAsync((connection, transaction) => JoinAsync(connection, transaction, (group.Id, me.Id, nameHere), stop), stop);

    /// <summary>The same in the transaction of what brings somebody here. Whoever holds a role always asks: members let them in, or not (R085).</summary>
    internal async Task<Joined> JoinAsync(DbConnection connection, DbTransaction transaction, (Guid Group, Guid Person, string? NameHere) who, CancellationToken stop)
    {
        var values = new (string, object?)[]
        {
            ("group", who.Group.ToString()), ("me", who.Person.ToString()), ("name", who.NameHere), ("day", Today),
            ("now", clock.Instant.ToUnixTimeMilliseconds()), ("gone", VisitStore.MidnightAfter(clock.Now.Day, clock)),
        };
        if (await IsMemberAsync(connection, transaction, who.Group, who.Person, stop))
            return Joined.In;
        if ((await connection.Command("SELECT 1 FROM mutual_aid_group WHERE id = @group AND published_at IS NOT NULL", transaction, values).ListAsync(_ => true, stop)).Count == 0)
            throw new RefusalException("join.refusal.withdrawn");
        if ((await connection.Command(OpenDoor, transaction, values).ListAsync(_ => true, stop)).Count > 0)
        {
            await JoinedToday.TakePlaceAsync(connection, transaction, values, stop);
            await connection.Command("INSERT INTO membership (group_id, person_id, name_here, since) VALUES (@group, @me, @name, @day) ON CONFLICT (group_id, person_id) DO NOTHING", transaction, values).RunAsync(stop);
            return Joined.In;
        }
        await connection.Command("INSERT INTO join_request (person_id, group_id, name_here, asked_on) VALUES (@me, @group, @name, @day) ON CONFLICT (person_id) DO NOTHING", transaction, values).RunAsync(stop);
        var asked = await connection.Command("SELECT group_id FROM join_request WHERE person_id = @me", transaction, values).ListAsync(row => row.GetString(0), stop);
        return asked.Contains(who.Group.ToString()) ? Joined.Asked : throw new RefusalException("join.refusal.another");
    }

    /// <summary>Takes back a request of one's own.</summary>
    public Task TakeBackAsync(Me me, CancellationToken stop) => WriteAsync("DELETE FROM join_request WHERE person_id = @me", stop, ("me", me.Id.ToString()));

    /// <summary>A member lets somebody in who asked; somebody who took it back meanwhile stays out.</summary>
    /// <exception cref="RefusalException">Whoever presses holds a role: members decide who comes.</exception>
    public Task LetInAsync(OwnGroup group, Guid person, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        var values = new (string, object?)[] { ("group", group.Id.ToString()), ("person", person.ToString()), ("mine", group.Mine.ToString()), ("day", Today) };
        await Pen.TakeAsync(connection, transaction, group, clock.Now.Day, stop);
        await connection.Command($"INSERT INTO membership (group_id, person_id, name_here, since) SELECT group_id, person_id, name_here, @day FROM join_request {OneAsking} ON CONFLICT (group_id, person_id) DO NOTHING", transaction, values).RunAsync(stop);
        await connection.Command($"DELETE FROM join_request {OneAsking}", transaction, values).RunAsync(stop);
    }, stop);

    /// <summary>A member says not now; nothing is told to the person but that they may ask again or elsewhere.</summary>
    public Task NotNowAsync(OwnGroup group, Guid person, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        await Pen.TakeAsync(connection, transaction, group, clock.Now.Day, stop);
        await connection.Command($"DELETE FROM join_request {OneAsking}", transaction, ("group", group.Id.ToString()), ("person", person.ToString()), ("mine", group.Mine.ToString())).RunAsync(stop);
    }, stop);

    /// <summary>Another name in this group; null for the chosen name again.</summary>
    public Task RenameAsync(Me me, OwnGroup group, string? nameHere, CancellationToken stop) =>
        WriteAsync("UPDATE membership SET name_here = @name WHERE group_id = @group AND person_id = @me", stop, ("name", nameHere), ("group", group.Id.ToString()), ("me", me.Id.ToString()));

    /// <summary>Leaves without a reason (R042), and gives back a welcome taken there; the door stays as open as it was. With its last member a group closes.</summary>
    public Task LeaveAsync(Me me, OwnGroup group, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        var values = new (string, object?)[] { ("group", group.Id.ToString()), ("me", me.Id.ToString()) };
        await connection.Command("DELETE FROM greeter WHERE person_id = @me AND series_id IN (SELECT id FROM meeting_series WHERE group_id = @group)", transaction, values).RunAsync(stop);
        await using var leave = connection.Command("DELETE FROM membership WHERE group_id = @group AND person_id = @me", transaction, values);
        if (await leave.ExecuteNonQueryAsync(stop) > 0)
            await departures.TellAsync(connection, transaction, group.Id, me.Id, stop);
        await ClosedGroups.SweepAsync(connection, transaction, [group.Id], stop);
        await version.RaiseAsync(connection, transaction, stop);
    }, stop);

    string Today => clock.Now.Day.ToString("O", CultureInfo.InvariantCulture);

    async Task<List<T>> ReadAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken stop, params (string, object?)[] values)
    {
        await using var connection = await database.OpenAsync(stop);
        return await connection.Command(sql, null, values).ListAsync(read, stop);
    }

    Task WriteAsync(string sql, CancellationToken stop, params (string, object?)[] values) =>
        database.WriteAsync((connection, transaction) => connection.Command(sql, transaction, values).RunAsync(stop), stop);

    OwnGroup ReadOwn(DbDataReader row) => new(Guid.Parse(row.GetString(0)), row.GetString(1), row.GetString(2), row.GetInt32(3), row.IsDBNull(4) ? null : row.GetString(4), Guid.Parse(row.GetString(5)), row.GetInt32(6) == 1)
    {
        Standing = Standing.Read(row, 7),
        IsNew = !Standing.Read(row, 7).HoldsOn(clock.Now.Day),
    };

    /// <summary>Those in sight, a row for each role made one member with all of them.</summary>
    async Task<List<GroupMember>> AmongAsync(string sql, OwnGroup group, CancellationToken stop)
    {
        var rows = await ReadAsync(sql, row => (Who: ReadSomebody(row, group), Role: row.IsDBNull(4) ? (RoleKind?)null : Enum.Parse<RoleKind>(row.GetString(4))), stop, ("group", group.Id.ToString()), ("mine", group.Mine.ToString()));
        return [.. rows.GroupBy(r => r.Who.PersonId).Select(g => g.First().Who with { Roles = [.. g.Select(r => r.Role).OfType<RoleKind>()] })];
    }

    GroupMember ReadSomebody(DbDataReader row, OwnGroup group)
    {
        var person = Guid.Parse(row.GetString(0));
        return new(person, row.GetString(1), handles.BlockOf(group.Id, person, row.GetInt32(2), row.GetInt32(5) == 1), row.IsDBNull(3) ? null : row.GetString(3), []);
    }
}
