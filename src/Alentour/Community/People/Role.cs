using System.Data.Common;
using System.Globalization;
using Alentour.Foundation.Store;

namespace Alentour.Community.People;

/// <summary>Roles of the organisation (R086, R092), shown as such wherever the person appears. No role reads members' spaces.</summary>
public enum RoleKind
{
    Coordinator,
    Staff,
    OutsideBoard,
    Volunteer,
}

/// <summary>A role that a person holds: since when, and by whose decision, in words (R090).</summary>
public sealed record HeldRole(RoleKind Kind, DateOnly Since, string Decision);

/// <summary>Somebody who holds a role, as everybody sees them: a chosen name and its block. Whoever takes a role is told so first.</summary>
public sealed record RoleHolder(Guid Id, string ChosenName, int QuiltSeed, HeldRole Role);

/// <summary>Who holds which role (R090), and how many members there are: the one list of people in this house, of those who chose to stand in it.</summary>
public sealed class RoleHolders(Database database)
{
    /// <summary>Fewer members than this are not counted: a number that small points at people.</summary>
    public const int FewestCounted = 5;

    const string Held = "SELECT p.id, p.chosen_name, p.quilt_seed, r.kind, r.since, r.decision FROM held_role r JOIN person p ON p.id = r.person_id ORDER BY r.since, p.id";

    /// <summary>Everybody who holds a role, by role, those who held it longest first.</summary>
    public async Task<IReadOnlyList<RoleHolder>> ForPublicAsync(CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return await ReadAsync(connection, null, stop);
    }

    /// <summary>Whether anybody coordinates, in the transaction of an act that depends on it.</summary>
    public static async Task<bool> HasCoordinatorAsync(DbConnection connection, DbTransaction? transaction, CancellationToken stop) =>
        (await ReadAsync(connection, transaction, stop)).Any(h => h.Role.Kind == RoleKind.Coordinator);

    /// <summary>How many people have an account and hold no role; null for fewer than five.</summary>
    public async Task<long?> NumberOfMembersAsync(CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        await using var command = connection.Command("SELECT count(*) FROM person WHERE id NOT IN (SELECT person_id FROM held_role)");
        return Convert.ToInt64(await command.ExecuteScalarAsync(stop), CultureInfo.InvariantCulture) is >= FewestCounted and var number ? number : null;
    }

    internal static async Task<IReadOnlyList<RoleHolder>> ReadAsync(DbConnection connection, DbTransaction? transaction, CancellationToken stop) =>
        [.. (await connection.Command(Held, transaction).ListAsync(Read, stop)).OrderBy(h => h.Role.Kind)];

    static RoleHolder Read(DbDataReader row) => new(Guid.Parse(row.GetString(0)), row.GetString(1), row.GetInt32(2),
        new HeldRole(Enum.Parse<RoleKind>(row.GetString(3)), DateOnly.Parse(row.GetString(4), CultureInfo.InvariantCulture), row.GetString(5)));
}
