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

    /// <summary>In letters: what one seat may write in an evening, so that nobody fills the page of the others nor the disk.</summary>
    const int MostOfASeat = 12_000;

    /// <summary>Keeps words until closing; the same form sent twice keeps them once, with other words it keeps those too.</summary>
    /// <exception cref="RefusalException">There is no room for more.</exception>
    public static async Task WriteAsync(DbConnection connection, DbTransaction transaction, Guid circle, WrittenWord word, string? key, CancellationToken stop)
    {
        var own = await connection.Command("SELECT said, form_key FROM circle_word WHERE circle_id = @circle AND seat_id = @from", transaction, ("circle", circle.ToString()), ("from", word.From.ToString()))
            .ListAsync(row => (Said: row.GetString(0), Key: row.IsDBNull(1) ? null : row.GetString(1)), stop);
        if (key is not null && own.Exists(w => w.Key == key && w.Said == word.Said))
            return;
        if (own.Sum(w => w.Said.Length) + word.Said.Length > MostOfASeat)
            throw new RefusalException("circle.refusal.manyWords");
        if (own.Exists(w => w.Key == key))
            key = null;
        await connection.Command("""
            INSERT INTO circle_word (id, circle_id, number, seat_id, to_seat, said, form_key)
            SELECT @id, @circle, coalesce(max(number), 0) + 1, @from, @to, @said, @key FROM circle_word WHERE circle_id = @circle ON CONFLICT (circle_id, form_key) DO NOTHING
            """, transaction, ("id", Ids.WithoutTime().ToString()), ("circle", circle.ToString()), ("from", word.From.ToString()), ("to", word.To?.ToString()), ("said", word.Said), ("key", key)).RunAsync(stop);
    }

    public static Task<List<SignMade>> SignsAsync(DbConnection connection, DbTransaction? transaction, Circle circle, CancellationToken stop) =>
        connection.Command("SELECT from_seat, kind FROM circle_sign WHERE circle_id = @circle AND turn = @turn ORDER BY from_seat", transaction, ("circle", circle.Id.ToString()), ("turn", circle.Round.Turn?.Number ?? 0))
            .ListAsync(row => new SignMade(Guid.Parse(row.GetString(0)), Enum.Parse<SignKind>(row.GetString(1))), stop);

    /// <summary>Makes a sign; twice is once.</summary>
    /// <returns>Whether it is new.</returns>
    public static async Task<bool> SignAsync(DbConnection connection, DbTransaction transaction, Circle circle, SignMade sign, CancellationToken stop)
    {
        await using var add = connection.Command("INSERT INTO circle_sign (circle_id, turn, from_seat, kind) VALUES (@circle, @turn, @from, @kind) ON CONFLICT (circle_id, from_seat, kind) DO NOTHING", transaction,
            ("circle", circle.Id.ToString()), ("turn", circle.Round.Turn!.Number), ("from", sign.From.ToString()), ("kind", sign.Kind.ToString()));
        return await add.ExecuteNonQueryAsync(stop) > 0;
    }

    public static Task ForgetSignsAsync(DbConnection connection, DbTransaction transaction, Guid circle, CancellationToken stop) =>
        connection.Command("DELETE FROM circle_sign WHERE circle_id = @circle", transaction, ("circle", circle.ToString())).RunAsync(stop);
}
