using System.Data.Common;
using System.Globalization;
using Alentour.Foundation.Store;

namespace Alentour.Foundation.Jobs;

/// <summary>The jobs that wait, on both engines. A job is taken for a while by one node; after that while another takes that node for dead.</summary>
public sealed class JobQueue(Database database, TimeProvider clock)
{
    /// <summary>How long a node has a job in hand. A try must be over before.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    static readonly TimeSpan LongestWait = TimeSpan.FromHours(2);

    readonly string _node = Ids.New().ToString();

    /// <summary>Asks for a job, in the transaction of its cause. One that waits already for the same thing is not asked for twice.</summary>
    public Task AddAsync(DbConnection connection, DbTransaction transaction, string name, string about, CancellationToken stop) =>
        connection.Command("""
            INSERT INTO job (id, name, about, asked_at, due_at, attempts, taken_by, taken_until) VALUES (@id, @name, @about, @now, @now, 0, '', 0)
            ON CONFLICT (name, about) DO NOTHING
            """, transaction, ("id", Ids.New().ToString()), ("name", name), ("about", about), ("now", Now)).RunAsync(stop);

    /// <summary>Erases what waits for something that is erased now.</summary>
    public static Task ForgetAsync(DbConnection connection, DbTransaction transaction, string about, CancellationToken stop) =>
        connection.Command("DELETE FROM job WHERE about = @about", transaction, ("about", about)).RunAsync(stop);

    /// <summary>Erases a job, in the transaction that did what it asked for.</summary>
    public static Task DoneAsync(DbConnection connection, DbTransaction transaction, Job job, CancellationToken stop) =>
        connection.Command("DELETE FROM job WHERE id = @id", transaction, ("id", job.Id.ToString())).RunAsync(stop);

    /// <summary>A job that is due, in the hand of this node from here on; null when none is.</summary>
    /// <param name="names">Those that this program knows: a newer node's are left to it.</param>
    internal async Task<(Job Job, DateTimeOffset AskedAt)?> TakeAsync(IReadOnlyList<string> names, CancellationToken stop)
    {
        while (await NextAsync(names, stop) is { } id)
        {
            // One statement, so that of two nodes one takes it and the other looks for the next.
            var taken = await database.WriteAsync(async (connection, transaction) => await connection.Command("""
                UPDATE job SET taken_by = @node, taken_until = @until, attempts = attempts + 1 WHERE id = @id AND due_at <= @now AND taken_until <= @now
                RETURNING id, name, about, attempts, asked_at
                """, transaction, ("node", _node), ("until", (clock.GetUtcNow() + Lease).ToUnixTimeMilliseconds()), ("id", id), ("now", Now)).ListAsync(Read, stop), stop);
            if (taken is [var job])
                return job;
        }
        return null;
    }

    // Looked for without a transaction: almost always nothing is due, and a writer would have waited for it.
    async Task<string?> NextAsync(IReadOnlyList<string> names, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        var next = await connection.Command("SELECT id, name FROM job WHERE due_at <= @now AND taken_until <= @now ORDER BY due_at, id LIMIT 100", null, ("now", Now))
            .ListAsync(row => (Id: row.GetString(0), Name: row.GetString(1)), stop);
        return next.FirstOrDefault(n => names.Contains(n.Name)).Id;
    }

    internal Task DoneAsync(Job job, CancellationToken stop) =>
        database.WriteAsync((connection, transaction) => DoneAsync(connection, transaction, job, stop), stop);

    /// <summary>Lets it wait: a minute after the first try, twice as long after each, two hours at most.</summary>
    internal Task LaterAsync(Job job, string reason, CancellationToken stop) =>
        database.WriteAsync((connection, transaction) => connection.Command(
            "UPDATE job SET due_at = @due, taken_by = '', taken_until = 0, reason = @reason WHERE id = @id AND taken_by = @node", transaction,
            ("due", (clock.GetUtcNow() + Wait(job.Attempt)).ToUnixTimeMilliseconds()), ("reason", reason), ("id", job.Id.ToString()), ("node", _node)).RunAsync(stop), stop);

    internal static TimeSpan Wait(int attempt) =>
        attempt > 7 ? LongestWait : TimeSpan.FromMinutes(1 << (attempt - 1));

    /// <summary>The jobs that failed and wait, and since when the oldest was asked for.</summary>
    public static async Task<IReadOnlyList<(string Name, int Attempts, DateTimeOffset AskedAt, string? Reason)>> WaitingAsync(DbConnection connection, CancellationToken stop) =>
        await connection.Command("SELECT name, attempts, asked_at, reason FROM job ORDER BY asked_at").ListAsync(
            row => (row.GetString(0), row.GetInt32(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)), row.IsDBNull(3) ? null : row.GetString(3)), stop);

    long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    static (Job, DateTimeOffset) Read(DbDataReader row) =>
        (new Job(Guid.Parse(row.GetString(0)), row.GetString(1), row.GetString(2), Convert.ToInt32(row.GetValue(3), CultureInfo.InvariantCulture)),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)));
}
