using System.Data.Common;
using Alentour.Foundation.Store;

namespace Alentour.Practices.Circles;

// What must not outlast a circle or a seat: rows, what the engine's files hold of them, sessions that were held for it.
public sealed partial class CircleStore
{
    static readonly string[] Tables = ["circle", "circle_seat", "circle_arrival", "circle_word", "circle_sign", "live_topic"];

    const string Lost = "SELECT topic FROM live_topic WHERE topic LIKE 'circle:%' AND NOT EXISTS (SELECT 1 FROM circle WHERE 'circle:' || circle.id = live_topic.topic)";

    internal async Task EraseAsync(DbConnection connection, DbTransaction transaction, Guid id, CancellationToken stop)
    {
        await connection.Command("DELETE FROM circle WHERE id = @id", transaction, ("id", id.ToString())).RunAsync(stop);
        await live.EndAsync(connection, transaction, CircleLive.Topic(id), stop);
        await OweAsync(connection, transaction, stop);
    }

    /// <summary>
    /// What was erased leaves the files of the engine too. Where somebody reads an older moment it waits for the next look, some seconds later;
    /// that it is owed is a row, and outlives the process.
    /// </summary>
    public async Task LeaveNoTraceAsync(CancellationToken stop)
    {
        try
        {
            var owed = await ReadAsync("SELECT id FROM circle_trace", row => row.GetString(0), stop);
            if (owed.Count == 0)
                return;
            await database.RewriteAsync(Tables, stop);
            await database.WriteAsync(async (connection, transaction) =>
            {
                // Those alone: what was erased meanwhile is owed still.
                foreach (var one in owed)
                    await connection.Command("DELETE FROM circle_trace WHERE id = @id", transaction, ("id", one)).RunAsync(stop);
            }, stop);
        }
        catch (Exception busy) when (busy is DbException or TimeoutException or OperationCanceledException)
        {
        }
    }

    /// <summary>The last member of a group has gone: its circle closes with it.</summary>
    internal async Task CloseOfAsync(DbConnection connection, DbTransaction transaction, Guid group, CancellationToken stop)
    {
        var open = await connection.Command("SELECT id FROM circle WHERE group_id = @group AND NOT EXISTS (SELECT 1 FROM membership WHERE group_id = @group)", transaction, ("group", group.ToString()))
            .ListAsync(row => Guid.Parse(row.GetString(0)), stop);
        foreach (var id in open)
        {
            var people = await CircleRows.ReadAsync(connection, transaction, id, stop) is { } kept ? PeopleOf(kept.Circle) : [];
            await EraseAsync(connection, transaction, id, stop);
            await LetGoAsync(connection, transaction, people, stop);
        }
    }

    /// <summary>Circles whose rows went by themselves: those who listen learn that it is over.</summary>
    async Task EndLostAsync(CancellationToken stop)
    {
        foreach (var topic in await ReadAsync(Lost, row => row.GetString(0), stop))
        {
            await database.WriteAsync(async (connection, transaction) =>
            {
                await live.EndAsync(connection, transaction, topic, stop);
                await OweAsync(connection, transaction, stop);
            }, stop);
            live.Wake(topic);
        }
    }

    static Task OweAsync(DbConnection connection, DbTransaction transaction, CancellationToken stop) =>
        connection.Command("INSERT INTO circle_trace (id) VALUES (@id)", transaction, ("id", Ids.WithoutTime().ToString())).RunAsync(stop);

    static IReadOnlyList<Guid> PeopleOf(Circle circle) => [.. circle.Seats.Where(s => s.IsHere).Select(s => s.PersonId).OfType<Guid>()];

    /// <summary>Of these people, whoever sits in no circle any more: a shared device that was held for it runs out as usual.</summary>
    async Task LetGoAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<Guid> people, CancellationToken stop)
    {
        // In one order: two circles that end at once with the same people wait for each other, and both end.
        foreach (var person in people.Order())
            if ((await connection.Command("SELECT 1 FROM circle_seat WHERE person_id = @person AND stay = 'Here'", transaction, ("person", person.ToString())).ListAsync(_ => true, stop)).Count == 0)
                await sessions.LetGoAsync(connection, transaction, person, stop);
    }
}
