using System.Data.Common;
using Alentour.Foundation.Store;
using Alentour.Practices.Circles.Seats;
using Alentour.Practices.Circles.Writing;

namespace Alentour.Practices.Circles;

// Which circle is meant; and what is taken out of it when somebody is forgotten.
public sealed partial class CircleStore
{
    /// <summary>The open circle of a meeting; null when none is.</summary>
    public async Task<Guid?> AtAsync(Guid series, DateOnly day, CancellationToken stop) =>
        (await ReadAsync("SELECT id FROM circle WHERE series_id = @series AND day = @day", row => Guid.Parse(row.GetString(0)), stop, ("series", series.ToString()), ("day", SeatRows.Text(day)))).Select(id => (Guid?)id).FirstOrDefault();

    /// <summary>The groups of which a circle is open in the house, with it: it may go on after its planned end, or its meeting be moved meanwhile.</summary>
    public async Task<ILookup<Guid, Guid>> OpenAsync(CancellationToken stop) =>
        (await ReadAsync("SELECT group_id, id FROM circle ORDER BY ends_at", row => (Group: Guid.Parse(row.GetString(0)), Id: Guid.Parse(row.GetString(1))), stop)).ToLookup(c => c.Group, c => c.Id);

    /// <summary>
    /// Whether the database broke down since a circle was last opened. A row of a table that is not journalled says that it did not: PostgreSQL
    /// empties such tables when it starts after a crash (its documentation, CREATE TABLE, UNLOGGED), the circles with them.
    /// </summary>
    public async Task<bool> IsBrokenAsync(CancellationToken stop) => (await ReadAsync("SELECT id FROM circle_unbroken", _ => true, stop)).Count == 0;

    /// <summary>The open circle whose tablet these words open.</summary>
    public async Task<Guid?> ByWordsAsync(IReadOnlyList<string> words, CancellationToken stop) =>
        (await ReadAsync("SELECT id FROM circle WHERE words = @words", row => Guid.Parse(row.GetString(0)), stop, ("words", string.Join(' ', words)))).Select(id => (Guid?)id).FirstOrDefault();

    /// <summary>The circle in which a browser has its seat, or in which that of a first visit waits for it.</summary>
    public async Task<Guid?> SeatedAtAsync(Sitter who, CancellationToken stop) =>
        (await ReadAsync("SELECT circle_id FROM circle_seat WHERE device = @device AND (stay = 'Here' OR stay = 'Left' AND kind = 'Visitor') ORDER BY CASE stay WHEN 'Here' THEN 0 ELSE 1 END, id DESC", row => Guid.Parse(row.GetString(0)), stop, ("device", who.Device))).Select(id => (Guid?)id).FirstOrDefault();

    /// <summary>The seat of whoever asks, in this circle.</summary>
    public async Task<Guid?> SeatAsync(Guid id, Sitter who, CancellationToken stop) =>
        (await ReadAsync("SELECT id FROM circle_seat WHERE circle_id = @id AND stay = 'Here' AND (person_id = @person OR device = @device) ORDER BY kind = 'Tablet'", row => Guid.Parse(row.GetString(0)), stop,
            ("id", id.ToString()), ("person", who.Person?.ToString()), ("device", who.Device))).Select(seat => (Guid?)seat).FirstOrDefault();

    /// <summary>Takes away the seats of somebody who is forgotten, or belongs to the group no longer, with what they wrote; in the transaction of that.</summary>
    /// <param name="which">A condition on the seat s and its circle c, with @person and @group.</param>
    /// <remarks>A seat that was ended stays ended until closing for whoever only left the group: joining again opens no door that two members closed.</remarks>
    internal async Task ForgetAsync(DbConnection connection, DbTransaction transaction, string which, Guid person, Guid group, CancellationToken stop)
    {
        var seats = await connection.Command($"SELECT s.circle_id, s.id FROM circle_seat s JOIN circle c ON c.id = s.circle_id WHERE {which} ORDER BY s.circle_id", transaction, ("person", person.ToString()), ("group", group.ToString()))
            .ListAsync(row => (Circle: Guid.Parse(row.GetString(0)), Seat: Guid.Parse(row.GetString(1))), stop);
        foreach (var (id, seat) in seats)
        {
            await connection.Command("UPDATE circle SET step = step WHERE id = @id", transaction, ("id", id.ToString())).RunAsync(stop);
            if (await CircleRows.ReadAsync(connection, transaction, id, stop) is not { } kept || kept.Circle.Of(seat) is not { } mine)
                continue;
            var turn = kept.Circle.Round.Turn?.Number;
            if (mine.IsHere)
                kept.Circle.Leave(mine, clock.Instant);
            if (mine.Stay != SeatStay.Ended || group == Guid.Empty)
                kept.Circle.Seats.Remove(mine);
            kept.Circle.ForgetAsking(mine);
            if (turn != kept.Circle.Round.Turn?.Number)
                await WordRows.ForgetSignsAsync(connection, transaction, id, stop);
            await kept.SaveAsync(connection, transaction, stop);
            await connection.Command("DELETE FROM circle_word WHERE seat_id = @seat OR to_seat = @seat", transaction, ("seat", seat.ToString())).RunAsync(stop);
            await connection.Command("DELETE FROM circle_sign WHERE from_seat = @seat", transaction, ("seat", seat.ToString())).RunAsync(stop);
            if (kept.Circle.IsEmpty)
                await EraseAsync(connection, transaction, id, stop);
            else
                await live.RaiseAsync(connection, transaction, CircleLive.Topic(id), stop);
            await OweAsync(connection, transaction, stop);
        }
        await LetGoAsync(connection, transaction, [person], stop);
    }

    Task<List<Guid>> DueAsync(string where, long now, CancellationToken stop) =>
        ReadAsync($"SELECT id FROM circle WHERE {where}", row => Guid.Parse(row.GetString(0)), stop, ("now", now));

    async Task<List<T>> ReadAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken stop, params (string, object?)[] values)
    {
        await using var connection = await database.OpenAsync(stop);
        return await connection.Command(sql, null, values).ListAsync(read, stop);
    }
}
