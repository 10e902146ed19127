using System.Data.Common;
using Alentour.Community.Rounds;
using Alentour.Foundation.Store;
using Alentour.Practices.Circles.Seats;

namespace Alentour.Practices.Circles;

/// <summary>The rows of one open circle as a whole, and back: only what an act changed is written.</summary>
static class CircleRows
{
    static readonly string[] Columns =
    [
        "question", "step", "proposal", "form", "round", "last_turn", "turn_seat", "turn_speaks", "turn_lapses_at",
        "keeper", "time_keeper", "support", "asks_to_keep", "keeper_answers_by", "last_asked", "words", "drawn_role", "drawn_seat",
    ];

    static readonly string Update = $"UPDATE circle SET {string.Join(", ", Columns.Select(c => $"{c} = @{c}"))} WHERE id = @id";

    static readonly string Select = $"SELECT {string.Join(", ", Columns)}, group_id, series_id, day, steps, turn_order, threshold, asks_number, ends_at FROM circle WHERE id = @id";

    static readonly string Insert = $"""
        INSERT INTO circle ({string.Join(", ", Columns)}, id, group_id, series_id, day, steps, turn_order, threshold, asks_number, ends_at, closes_at)
        VALUES ({string.Join(", ", Columns.Select(c => "@" + c))}, @id, @group, @series, @day, @steps, @order, @threshold, @number, @ends, @closes) ON CONFLICT (series_id, day) DO NOTHING
        """;

    /// <summary>The circle with its seats and those at the threshold; null when it closed.</summary>
    public static async Task<KeptCircle?> ReadAsync(DbConnection connection, DbTransaction? transaction, Guid id, CancellationToken stop)
    {
        var seats = await SeatRows.ReadAsync(connection, transaction, id, stop);
        var arrivals = await SeatRows.ArrivalsAsync(connection, transaction, id, stop);
        var circles = await connection.Command(Select, transaction, ("id", id.ToString())).ListAsync(row => Read(row, id, seats, arrivals), stop);
        return circles.Count == 0 ? null : new KeptCircle(circles[0]);
    }

    public static async Task<bool> IsThereAsync(DbConnection connection, DbTransaction transaction, Guid id, CancellationToken stop) =>
        (await connection.Command("SELECT 1 FROM circle WHERE id = @id", transaction, ("id", id.ToString())).ListAsync(_ => true, stop)).Count > 0;

    /// <returns>False when the meeting has a circle already.</returns>
    public static async Task<bool> AddAsync(DbConnection connection, DbTransaction transaction, Circle circle, CancellationToken stop)
    {
        await using var add = connection.Command(Insert, transaction, [
            .. Values(circle), ("id", circle.Id.ToString()), ("group", circle.GroupId.ToString()), ("series", circle.SeriesId.ToString()), ("day", SeatRows.Text(circle.Day)),
            ("steps", Commands.Json(circle.Steps)), ("order", circle.Round.Order.ToString()), ("threshold", circle.Threshold.ToString()),
            ("number", circle.AsksNumber ? 1 : 0), ("ends", circle.EndsAt.ToUnixTimeMilliseconds()), ("closes", circle.ClosesAt.ToUnixTimeMilliseconds()),
        ]);
        if (await add.ExecuteNonQueryAsync(stop) == 0)
            return false;
        foreach (var seat in circle.Seats)
            await SeatRows.AddAsync(connection, transaction, circle.Id, seat, stop);
        return true;
    }

    internal static Task UpdateAsync(DbConnection connection, DbTransaction transaction, Circle circle, CancellationToken stop) =>
        connection.Command(Update, transaction, [.. Values(circle), ("id", circle.Id.ToString())]).RunAsync(stop);

    internal static (string Name, object? Value)[] Values(Circle circle)
    {
        var (round, turn, asked) = (circle.Round, circle.Round.Turn, circle.Asked);
        object?[] values =
        [
            circle.Question, circle.Step, circle.Proposal, round.Form.ToString(), round.Number, round.LastTurn, turn?.Seat.ToString(), turn is { IsSpeaking: true } ? 1 : 0, turn?.LapsesAt?.ToUnixTimeMilliseconds(),
            circle.Keeper?.ToString(), circle.TimeKeeper?.ToString(), circle.Support?.ToString(), asked?.Seat.ToString(), asked?.AnswersBy.ToUnixTimeMilliseconds(), round.LastAsked, string.Join(' ', circle.Words),
            circle.Drawn?.Role.ToString(), circle.Drawn?.Seat.ToString(),
        ];
        return [.. Columns.Zip(values)];
    }

    static Circle Read(DbDataReader row, Guid id, List<Seat> seats, List<Arrival> arrivals) => new()
    {
        Id = id,
        Question = Text(row, 0),
        Step = row.GetInt32(1),
        Proposal = Text(row, 2),
        Keeper = Seat(row, 9),
        TimeKeeper = Seat(row, 10),
        Support = Seat(row, 11),
        Asked = Seat(row, 12) is { } asked ? new KeepingAsked(asked, Moment(row, 13)!.Value) : null,
        Words = row.GetString(15).Split(' '),
        Drawn = Seat(row, 17) is { } drawn ? new RoleDrawn(Enum.Parse<DrawnRole>(row.GetString(16)), drawn) : null,
        GroupId = Guid.Parse(row.GetString(18)),
        SeriesId = Guid.Parse(row.GetString(19)),
        Day = SeatRows.Day(row.GetString(20)),
        Steps = row.GetJson<List<CircleStep>>(21),
        Threshold = Enum.Parse<Threshold>(row.GetString(23)),
        AsksNumber = row.GetInt32(24) == 1,
        EndsAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(25)),
        Seats = seats,
        Arrivals = arrivals,
        Round = Round(row, seats),
    };

    static SpeakingRound Round(DbDataReader row, List<Seat> seats) =>
        new SpeakingRound(Enum.Parse<TurnOrder>(row.GetString(22)), seats.Where(s => s is { IsHere: true, IsTablet: false }).Select(s => s.Place))
        {
            Form = Enum.Parse<RoundForm>(row.GetString(3)),
            Number = row.GetInt32(4),
            LastTurn = row.GetInt32(5),
            LastAsked = row.GetInt32(14),
            Turn = Seat(row, 6) is { } holder ? new SpeakingTurn(row.GetInt32(5), holder, row.GetInt32(7) == 1, Moment(row, 8)) : null,
        };

    static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    static Guid? Seat(DbDataReader row, int column) => row.IsDBNull(column) ? null : Guid.Parse(row.GetString(column));

    static DateTimeOffset? Moment(DbDataReader row, int column) => row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}

/// <summary>A circle as it was read, so that only what an act changed is written.</summary>
sealed class KeptCircle(Circle circle)
{
    readonly (string, object?)[] _was = CircleRows.Values(circle);
    readonly Dictionary<Guid, object?[]> _seats = circle.Seats.ToDictionary(s => s.Id, SeatRows.Values);
    readonly HashSet<Arrival> _arrivals = [.. circle.Arrivals];

    public Circle Circle => circle;

    /// <returns>Whether anything had changed.</returns>
    public async Task<bool> SaveAsync(DbConnection connection, DbTransaction transaction, CancellationToken stop)
    {
        var isNew = !CircleRows.Values(circle).SequenceEqual(_was);
        if (isNew)
            await CircleRows.UpdateAsync(connection, transaction, circle, stop);
        // Those who are gone first: the tablet that is opened anew by the same screen takes the place of the one before.
        foreach (var gone in _seats.Keys.Except(circle.Seats.Select(s => s.Id)))
        {
            isNew = true;
            await SeatRows.RemoveAsync(connection, transaction, "circle_seat", gone, stop);
        }
        foreach (var seat in circle.Seats.Where(s => !_seats.TryGetValue(s.Id, out var was) || !was.SequenceEqual(SeatRows.Values(s))))
        {
            isNew = true;
            await (_seats.ContainsKey(seat.Id) ? SeatRows.UpdateAsync(connection, transaction, seat, stop) : SeatRows.AddAsync(connection, transaction, circle.Id, seat, stop));
        }
        return await SaveArrivalsAsync(connection, transaction, stop) || isNew;
    }

    async Task<bool> SaveArrivalsAsync(DbConnection connection, DbTransaction transaction, CancellationToken stop)
    {
        var (added, gone) = (circle.Arrivals.Except(_arrivals).ToList(), _arrivals.Except(circle.Arrivals).ToList());
        foreach (var one in gone)
            await SeatRows.RemoveAsync(connection, transaction, "circle_arrival", one.Id, stop);
        foreach (var arrival in added)
            await SeatRows.AddAsync(connection, transaction, circle.Id, arrival, stop);
        return added.Count + gone.Count > 0;
    }
}
