using System.Data.Common;
using System.Globalization;
using Alentour.Community.People;
using Alentour.Community.Rounds;
using Alentour.Foundation.Store;

namespace Alentour.Practices.Circles.Seats;

/// <summary>The rows of seats, and of those who wait at the threshold.</summary>
static class SeatRows
{
    static readonly string[] Columns =
    [
        "way", "device", "standing", "has_come_round", "had_this_round", "is_listening", "is_away", "said_later", "has_missed", "comes_next", "objects", "asked", "since", "left_in",
        "wish", "is_light", "is_aside", "stay", "asked_out_by",
    ];

    static readonly string[] Fixed = ["number", "kind", "person_id", "name", "quilt_seed", "is_newcomer", "form_key", "visit_id"];

    // Roles as they are held now: one that is taken while its person sits is shown as well (R086).
    static readonly string Select = $"""
        SELECT s.id, {string.Join(", ", Columns.Concat(Fixed).Select(c => "s." + c))}, r.kind FROM circle_seat s LEFT JOIN held_role r ON r.person_id = s.person_id
        WHERE s.circle_id = @circle ORDER BY s.number, s.id, r.kind
        """;

    static readonly string Update = $"UPDATE circle_seat SET {string.Join(", ", Columns.Select(c => $"{c} = @{c}"))} WHERE id = @id";

    static readonly string Insert = $"INSERT INTO circle_seat (id, circle_id, {string.Join(", ", Columns.Concat(Fixed))}) VALUES (@id, @circle, {string.Join(", ", Columns.Concat(Fixed).Select(c => "@" + c))})";

    public static async Task<List<Seat>> ReadAsync(DbConnection connection, DbTransaction? transaction, Guid circle, CancellationToken stop)
    {
        var roles = new Dictionary<Guid, List<RoleKind>>();
        var rows = await connection.Command(Select, transaction, ("circle", circle.ToString())).ListAsync(row => Read(row, roles), stop);
        return [.. rows.DistinctBy(s => s.Id)];
    }

    public static Task AddAsync(DbConnection connection, DbTransaction transaction, Guid circle, Seat seat, CancellationToken stop) =>
        connection.Command(Insert, transaction, [
            .. Columns.Zip(Values(seat)), ("id", seat.Id.ToString()), ("circle", circle.ToString()), ("number", seat.Place.Number), ("kind", seat.Kind.ToString()),
            ("person_id", seat.PersonId?.ToString()), ("name", seat.Name), ("quilt_seed", seat.QuiltSeed),
            ("is_newcomer", Bit(seat.Place.IsNewcomer)), ("form_key", seat.FormKey), ("visit_id", seat.VisitId?.ToString()),
        ]).RunAsync(stop);

    public static Task UpdateAsync(DbConnection connection, DbTransaction transaction, Seat seat, CancellationToken stop) =>
        connection.Command(Update, transaction, [.. Columns.Zip(Values(seat)), ("id", seat.Id.ToString())]).RunAsync(stop);

    public static Task RemoveAsync(DbConnection connection, DbTransaction transaction, string table, Guid id, CancellationToken stop) =>
        connection.Command($"DELETE FROM {table} WHERE id = @id", transaction, ("id", id.ToString())).RunAsync(stop);

    /// <summary>What may change of a seat, by <see cref="Columns"/>.</summary>
    public static object?[] Values(Seat seat) =>
    [
        seat.Way.ToString(), seat.Device, seat.Place.Standing.ToString(), Bit(seat.Place.HasComeRound), Bit(seat.Place.HadThisRound), Bit(seat.Place.IsListening), Bit(seat.Place.IsAway),
        Bit(seat.Place.SaidLater), Bit(seat.Place.HasMissed), Bit(seat.Place.ComesNext), Bit(seat.Place.Objects), seat.Place.Asked, seat.Place.Since, seat.Place.LeftIn,
        seat.Wish?.ToString(), Bit(seat.IsLight), Bit(seat.IsAside), seat.Stay.ToString(), seat.AskedOutBy?.ToString(),
    ];

    public static Task<List<Arrival>> ArrivalsAsync(DbConnection connection, DbTransaction? transaction, Guid circle, CancellationToken stop) =>
        connection.Command("SELECT id, person_id, device, name, visit_id FROM circle_arrival WHERE circle_id = @circle ORDER BY id", transaction, ("circle", circle.ToString()))
            .ListAsync(row => new Arrival(Guid.Parse(row.GetString(0)), Id(row, 1), row.GetString(2), row.GetString(3), Id(row, 4)), stop);

    public static Task AddAsync(DbConnection connection, DbTransaction transaction, Guid circle, Arrival arrival, CancellationToken stop) =>
        connection.Command("INSERT INTO circle_arrival (id, circle_id, person_id, device, name, visit_id) VALUES (@id, @circle, @person, @device, @name, @visit)", transaction,
            ("id", arrival.Id.ToString()), ("circle", circle.ToString()), ("person", arrival.PersonId?.ToString()), ("device", arrival.Device), ("name", arrival.Name), ("visit", arrival.VisitId?.ToString())).RunAsync(stop);

    public static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    public static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    static int Bit(bool yes) => yes ? 1 : 0;

    static Guid? Id(DbDataReader row, int column) => row.IsDBNull(column) ? null : Guid.Parse(row.GetString(column));

    // One row for each role: the seats of one person share the list that grows.
    static Seat Read(DbDataReader row, Dictionary<Guid, List<RoleKind>> roles)
    {
        var id = Guid.Parse(row.GetString(0));
        if (!roles.TryGetValue(id, out var held))
            roles[id] = held = [];
        if (!row.IsDBNull(28))
            held.Add(Enum.Parse<RoleKind>(row.GetString(28)));
        return Read(row, held);
    }

    static Seat Read(DbDataReader row, List<RoleKind> roles) => new()
    {
        Id = Guid.Parse(row.GetString(0)),
        Way = Enum.Parse<SeatWay>(row.GetString(1)),
        Device = row.IsDBNull(2) ? null : row.GetString(2),
        Wish = row.IsDBNull(15) ? null : Enum.Parse<Wish>(row.GetString(15)),
        IsLight = row.GetInt32(16) == 1,
        IsAside = row.GetInt32(17) == 1,
        Stay = Enum.Parse<SeatStay>(row.GetString(18)),
        AskedOutBy = Id(row, 19),
        Kind = Enum.Parse<SeatKind>(row.GetString(21)),
        PersonId = Id(row, 22),
        Name = row.GetString(23),
        QuiltSeed = row.GetInt32(24),
        Roles = roles,
        FormKey = row.IsDBNull(26) ? null : row.GetString(26),
        VisitId = Id(row, 27),
        Place = PlaceOf(row),
    };

    static Place PlaceOf(DbDataReader row) => new()
    {
        Seat = Guid.Parse(row.GetString(0)),
        Standing = Enum.Parse<RoundStanding>(row.GetString(3)),
        HasComeRound = row.GetInt32(4) == 1,
        HadThisRound = row.GetInt32(5) == 1,
        IsListening = row.GetInt32(6) == 1,
        IsAway = row.GetInt32(7) == 1,
        SaidLater = row.GetInt32(8) == 1,
        HasMissed = row.GetInt32(9) == 1,
        ComesNext = row.GetInt32(10) == 1,
        Objects = row.GetInt32(11) == 1,
        Asked = row.GetInt32(12),
        Since = row.GetInt32(13),
        LeftIn = row.GetInt32(14),
        Number = row.GetInt32(20),
        IsNewcomer = row.GetInt32(25) == 1,
        IsSeatedByHand = row.GetString(21) == nameof(SeatKind.ByHand),
    };
}
