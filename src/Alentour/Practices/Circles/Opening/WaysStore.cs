using System.Data.Common;
using Alentour.Community.Groups;
using Alentour.Community.Rounds;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Practices.Circles.Opening;

/// <summary>How groups hold their circles. A group that has decided nothing holds them as is usual.</summary>
public sealed class WaysStore(Database database, Gatherings gatherings)
{
    const string Select = "SELECT steps, turn_order, threshold, asks_number, version FROM circle_ways WHERE group_id = @group";

    const string Keep = """
        INSERT INTO circle_ways (group_id, steps, turn_order, threshold, asks_number, version) VALUES (@group, @steps, @order, @threshold, @number, 1)
        ON CONFLICT (group_id) DO UPDATE SET steps = excluded.steps, turn_order = excluded.turn_order, threshold = excluded.threshold, asks_number = excluded.asks_number, version = circle_ways.version + 1
        """;

    public async Task<CircleWays> OfAsync(GatheredGroup group, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return await ReadAsync(connection, null, group.Id, stop);
    }

    /// <summary>Keeps what the group decided. Of two who change it at once, one is kept; the other reads what was decided meanwhile.</summary>
    /// <exception cref="RefusalException">It changed meanwhile, or whoever presses may not act in the group's name.</exception>
    public Task DecideAsync(MemberThere there, CircleWays ways, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        await gatherings.TakePenAsync(connection, transaction, there, stop);
        if ((await ReadAsync(connection, transaction, there.Group.Id, stop)).Version != ways.Version)
            throw new RefusalException("ways.refusal.meanwhile");
        await connection.Command(Keep, transaction, ("group", there.Group.Id.ToString()), ("steps", Commands.Json(ways.Steps)), ("order", ways.Order.ToString()), ("threshold", ways.Threshold.ToString()), ("number", ways.AsksNumber ? 1 : 0)).RunAsync(stop);
    }, stop);

    static async Task<CircleWays> ReadAsync(DbConnection connection, DbTransaction? transaction, Guid group, CancellationToken stop) =>
        (await connection.Command(Select, transaction, ("group", group.ToString())).ListAsync(row => new CircleWays(row.GetJson<List<CircleStep>>(0), Enum.Parse<TurnOrder>(row.GetString(1)),
            Enum.Parse<Threshold>(row.GetString(2)), row.GetInt32(3) == 1, row.GetInt32(4)), stop)).FirstOrDefault() ?? CircleWays.Usual;
}
