using System.Data.Common;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Practices.Circles.Writing;

/// <summary>« Je t'entends », « merci » (R067): for whoever speaks, and gone with the turn.</summary>
public enum SignKind
{
    Heard,
    Thanks,
}

public sealed record SignMade(Guid From, SignKind Kind);

/// <summary>What somebody wrote in text mode.</summary>
/// <param name="To">The one seat it is for; null for everybody.</param>
public sealed record WrittenWord(Guid From, Guid? To, string Said);

/// <summary>Words and signs of an open circle.</summary>
static class WordRows
{
    public static Task<List<WrittenWord>> ReadAsync(DbConnection connection, DbTransaction? transaction, Guid circle, CancellationToken stop) =>
        connection.Command("SELECT seat_id, to_seat, said FROM circle_word WHERE circle_id = @circle ORDER BY number", transaction, ("circle", circle.ToString()))
            .ListAsync(row => new WrittenWord(Guid.Parse(row.GetString(0)), row.IsDBNull(1) ? null : Guid.Parse(row.GetString(1)), row.GetString(2)), stop);

    /// <summary>What one circle holds: an evening of eight who write all the time, and no script that fills the disk.</summary>
    const int Most = 1000;

    /// <summary>Keeps words until closing; the same form sent twice keeps them once.</summary>
    /// <exception cref="RefusalException">There is no room for more.</exception>
    public static async Task WriteAsync(DbConnection connection, DbTransaction transaction, Guid circle, WrittenWord word, string? key, CancellationToken stop)
    {
        if ((await connection.Command("SELECT count(*) FROM circle_word WHERE circle_id = @circle", transaction, ("circle", circle.ToString())).ListAsync(row => row.GetInt64(0), stop))[0] >= Most)
            throw new RefusalException("circle.refusal.manyWords");
        await connection.Command("""
            INSERT INTO circle_word (id, circle_id, number, seat_id, to_seat, said, form_key)
            SELECT @id, @circle, coalesce(max(number), 0) + 1, @from, @to, @said, @key FROM circle_word WHERE circle_id = @circle ON CONFLICT (circle_id, form_key) DO NOTHING
            """, transaction, ("id", Ids.WithoutTime().ToString()), ("circle", circle.ToString()), ("from", word.From.ToString()), ("to", word.To?.ToString()), ("said", word.Said), ("key", key)).RunAsync(stop);
    }

    public static Task<List<SignMade>> SignsAsync(DbConnection connection, DbTransaction? transaction, Circle circle, CancellationToken stop) =>
        connection.Command("SELECT from_seat, kind FROM circle_sign WHERE circle_id = @circle AND turn = @turn ORDER BY from_seat", transaction, ("circle", circle.Id.ToString()), ("turn", circle.Round.Turn?.Number ?? 0))
            .ListAsync(row => new SignMade(Guid.Parse(row.GetString(0)), Enum.Parse<SignKind>(row.GetString(1))), stop);

    /// <summary>Makes a sign; twice is once.</summary>
    public static Task SignAsync(DbConnection connection, DbTransaction transaction, Circle circle, SignMade sign, CancellationToken stop) =>
        connection.Command("INSERT INTO circle_sign (circle_id, turn, from_seat, kind) VALUES (@circle, @turn, @from, @kind) ON CONFLICT (circle_id, from_seat, kind) DO NOTHING", transaction,
            ("circle", circle.Id.ToString()), ("turn", circle.Round.Turn!.Number), ("from", sign.From.ToString()), ("kind", sign.Kind.ToString())).RunAsync(stop);

    public static Task ForgetSignsAsync(DbConnection connection, DbTransaction transaction, Guid circle, CancellationToken stop) =>
        connection.Command("DELETE FROM circle_sign WHERE circle_id = @circle", transaction, ("circle", circle.ToString())).RunAsync(stop);
}
