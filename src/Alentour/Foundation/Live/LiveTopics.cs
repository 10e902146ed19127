using System.Data.Common;
using Alentour.Foundation.Store;

namespace Alentour.Foundation.Live;

/// <summary>
/// The numbers of what people follow live. A number that rose means « look again » and says nothing else, so that whoever reads the latest
/// one has lost nothing, however many came at once.
/// </summary>
public sealed class LiveTopics(Database database, Listeners listeners)
{
    /// <summary>Tells all who listen that something changed, on every node: to be called in the transaction of the act.</summary>
    /// <param name="topic">Its kind, a colon and an id: "circle:0193…".</param>
    public async Task RaiseAsync(DbConnection connection, DbTransaction transaction, string topic, CancellationToken stop)
    {
        await connection.Command("""
            INSERT INTO live_topic (topic, sequence) VALUES (@topic, 1)
            ON CONFLICT (topic) DO UPDATE SET sequence = live_topic.sequence + 1
            """, transaction, ("topic", topic)).RunAsync(stop);
        await database.Dialect.TellNodesAsync(connection, transaction, topic, stop);
    }

    /// <summary>Ends a topic, in the transaction that ends what it is about: nothing of it remains, and its listeners are told so.</summary>
    public async Task EndAsync(DbConnection connection, DbTransaction transaction, string topic, CancellationToken stop)
    {
        await connection.Command("DELETE FROM live_topic WHERE topic = @topic", transaction, ("topic", topic)).RunAsync(stop);
        await database.Dialect.TellNodesAsync(connection, transaction, topic, stop);
    }

    /// <summary>Lets this node look at once: to be called when the transaction is kept. Without it, the node looks within a second.</summary>
    public void Wake(string topic) => listeners.Wake(topic);

    /// <summary>The number of the last event; 0 before the first.</summary>
    public async Task<long> NumberAsync(string topic, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return (await connection.Command("SELECT sequence FROM live_topic WHERE topic = @topic", null, ("topic", topic)).ListAsync(row => row.GetInt64(0), stop)).FirstOrDefault();
    }
}
