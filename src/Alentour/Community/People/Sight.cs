using System.Globalization;
using Alentour.Community.Organizations;
using Alentour.Foundation.Store;

namespace Alentour.Community.People;

/// <summary>
/// Who is in sight of whom. One person who no longer wishes to see another (« Ne plus se voir ») is enough: from then on neither sees the
/// other, anywhere but in a circle. Every query that shows people to a person leaves out by <see cref="Between"/> whoever is out of sight.
/// </summary>
public sealed class Sight(Database database, Handles handles, HouseClock clock)
{
    /// <summary>The condition of a query by which those who are out of sight of each other are left out; it is the same from both sides.</summary>
    /// <param name="one">What holds a person's id: a parameter such as "@me", or a column with its table, such as "p.id".</param>
    /// <param name="other">Another.</param>
    /// <exception cref="ArgumentException">A column without its table could be taken for one of the blocks themselves.</exception>
    public static string Between(string one, string other) => one.Any(c => c is '@' or '.') && other.Any(c => c is '@' or '.')
        ? $"NOT EXISTS (SELECT 1 FROM block WHERE block.person_id = {one} AND block.blocked_id = {other} OR block.person_id = {other} AND block.blocked_id = {one})"
        : throw new ArgumentException($"{one} and {other}: name the table too.");

    /// <summary>From now on neither sees the other. Twice is once. What one had begun of the other's way back ends with it.</summary>
    /// <param name="nameThere">How the other is called where they were seen: nobody learns another name of theirs from the list.</param>
    public Task BlockAsync(Me me, Guid other, string nameThere, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        var values = new (string, object?)[] { ("me", me.Id.ToString()), ("other", other.ToString()), ("name", nameThere), ("day", clock.Now.Day.ToString("O", CultureInfo.InvariantCulture)) };
        await connection.Command("INSERT INTO block (person_id, blocked_id, name_there, blocked_on) VALUES (@me, @other, @name, @day) ON CONFLICT (person_id, blocked_id) DO NOTHING", transaction, values).RunAsync(stop);
        const string byTheOther = "(person_id = @me AND (starter_id = @other OR confirmer_id = @other) OR person_id = @other AND (starter_id = @me OR confirmer_id = @me))";
        // A request for a typed name goes on as one that leads nowhere: whoever typed it learns nothing.
        await connection.Command($"UPDATE way_back SET person_id = NULL WHERE asked_name IS NOT NULL AND {byTheOther}", transaction, values).RunAsync(stop);
        await connection.Command($"DELETE FROM way_back WHERE asked_name IS NULL AND {byTheOther}", transaction, values).RunAsync(stop);
    }, stop);

    /// <summary>Those whom this person no longer wishes to see, the latest first. Who no longer wishes to see them is in no list.</summary>
    public async Task<IReadOnlyList<Block>> OfAsync(Me me, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return await connection.Command("SELECT b.blocked_id, b.name_there, p.quilt_seed, b.blocked_on, CASE WHEN b.name_there = p.chosen_name THEN 0 ELSE 1 END FROM block b JOIN person p ON p.id = b.blocked_id WHERE b.person_id = @me ORDER BY b.blocked_on DESC, b.name_there", null, ("me", me.Id.ToString()))
            .ListAsync(row => new Block(Guid.Parse(row.GetString(0)), row.GetString(1), handles.BlockOf(Guid.Empty, Guid.Parse(row.GetString(0)), row.GetInt32(2), row.GetInt32(4) == 1), DateOnly.Parse(row.GetString(3), CultureInfo.InvariantCulture)), stop);
    }

    /// <summary>Sees the other again, unless the other no longer wishes to see this person.</summary>
    public Task TakeBackAsync(Me me, Guid other, CancellationToken stop) =>
        database.WriteAsync((connection, transaction) => connection.Command("DELETE FROM block WHERE person_id = @me AND blocked_id = @other", transaction, ("me", me.Id.ToString()), ("other", other.ToString())).RunAsync(stop), stop);

    /// <summary>
    /// Those of these people whom this person no longer wishes to see: for a circle, where every seat is shown. Whoever blocked reads before
    /// entering that the other sits there, and chooses; asked for whoever was blocked, it is empty.
    /// </summary>
    public async Task<IReadOnlyList<Block>> AmongAsync(Me me, IReadOnlyCollection<Guid> seated, CancellationToken stop) =>
        [.. (await OfAsync(me, stop)).Where(b => seated.Contains(b.PersonId))];
}

/// <summary>Somebody whom a person no longer wishes to see, as that person reads it in their list.</summary>
/// <param name="Name">The name they bore where they were seen.</param>
public sealed record Block(Guid PersonId, string Name, int QuiltSeed, DateOnly Since);
