using Alentour.Foundation.Store;

namespace Alentour.Practices.Circles.Seats;

/// <summary>Which seats may watch a circle now.</summary>
sealed class CircleWatchers(Database database)
{
    public async Task<IReadOnlySet<Guid>?> OfAsync(Guid circle, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        if ((await connection.Command("SELECT 1 FROM circle WHERE id = @id", null, ("id", circle.ToString())).ListAsync(_ => true, stop)).Count == 0)
            return null;
        return (await connection.Command("SELECT id FROM circle_seat WHERE circle_id = @id AND stay = 'Here'", null, ("id", circle.ToString()))
            .ListAsync(row => Guid.Parse(row.GetString(0)), stop)).ToHashSet();
    }
}
