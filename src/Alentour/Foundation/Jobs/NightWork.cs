using Alentour.Foundation.Clock;
using Alentour.Foundation.Running;
using Alentour.Foundation.Store;

namespace Alentour.Foundation.Jobs;

/// <summary>Runs each <see cref="INightly"/> once a night, on one node only; a night that was missed is made up for at the next look.</summary>
public sealed partial class NightWork(Database database, IServiceScopeFactory scopes, TimeProvider clock, ILogger<NightWork> log) : IDisposable
{
    /// <summary>How long a node has a work in hand; after that another takes it for dead.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(15);

    /// <summary>The wall-clock hour at which a night's work may begin.</summary>
    static readonly TimeOnly Begins = new(3, 0);

    readonly string _node = Ids.New().ToString();
    readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Runs what this night has not seen yet, and returns when all that this node took is done.</summary>
    public async Task RunDueAsync(CancellationToken stop = default)
    {
        await _turn.WaitAsync(stop);
        try
        {
            var ran = false;
            foreach (var name in Names())
                ran |= await RunOnceAsync(name, stop);
            if (ran)
                await LeaveNoTraceAsync(stop);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The date by which this night is known: that of the day before until three in the morning.</summary>
    public static DateOnly NightOf(DateTimeOffset now)
    {
        var (day, time) = WallClock.ToLocal(now, Zones.Find(null));
        return time < Begins ? day.AddDays(-1) : day;
    }

    List<string> Names()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetServices<INightly>().Select(n => n.Name)];
    }

    async Task<bool> RunOnceAsync(string name, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var night = NightOf(now).ToString("O", null);
        if (!await TakeAsync(name, night, now, stop))
            return false;
        try
        {
            using var scope = scopes.CreateScope();
            await scope.ServiceProvider.GetServices<INightly>().Single(n => n.Name == name).RunAsync(now, stop);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            // Whatever it is: the other works of the night must not wait for this one.
            Later(log, name, Watch.Plain(failure));
            return true;
        }
        await database.WriteAsync((connection, transaction) => connection.Command(
            "UPDATE night_work SET night = @night, taken_until = 0 WHERE name = @name AND taken_by = @node", transaction,
            ("name", name), ("night", night), ("node", _node)).RunAsync(stop), stop);
        return true;
    }

    /// <summary>One statement, so that of two nodes one takes it and the other sees that it is taken.</summary>
    Task<bool> TakeAsync(string name, string night, DateTimeOffset now, CancellationToken stop) =>
        database.WriteAsync(async (connection, transaction) =>
        {
            await using var take = connection.Command("""
                INSERT INTO night_work (name, night, taken_by, taken_until) VALUES (@name, '', @node, @until)
                ON CONFLICT (name) DO UPDATE SET taken_by = excluded.taken_by, taken_until = excluded.taken_until
                WHERE night_work.night < @night AND night_work.taken_until <= @now
                """, transaction, ("name", name), ("night", night), ("node", _node),
                ("now", now.ToUnixTimeMilliseconds()), ("until", (now + Lease).ToUnixTimeMilliseconds()));
            return await take.ExecuteNonQueryAsync(stop) > 0;
        }, stop);

    async Task LeaveNoTraceAsync(CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        await database.Dialect.LeaveNoTraceAsync(connection, stop);
    }

    public void Dispose() => _turn.Dispose();

    [LoggerMessage(LogLevel.Error, "The night work {Name} failed ({Reason}); it is tried again within a quarter of an hour.")]
    static partial void Later(ILogger log, string name, string reason);
}
