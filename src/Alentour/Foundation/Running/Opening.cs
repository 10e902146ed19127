using Alentour.Foundation.Clock;
using Alentour.Foundation.Store;

namespace Alentour.Foundation.Running;

/// <summary>
/// Opens the database behind the listening process: until it has succeeded, /aide answers and every other page says 503.
/// An unreachable database is tried again for as long as it takes; a database of the other mode ends the process.
/// </summary>
sealed partial class Opening(IServiceScopeFactory scopes, Settings settings, Readiness readiness, IHostApplicationLifetime lifetime, ILogger<Opening> log) : BackgroundService
{
    static readonly TimeSpan FirstPages = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await ListeningAsync(stoppingToken);
        for (var wait = 1; !stoppingToken.IsCancellationRequested; wait = Math.Min(wait * 2, 15))
        {
            try
            {
                await OpenOnceAsync(stoppingToken);
                readiness.IsOpen = true;
                await WakeMappingAsync(stoppingToken);
                return;
            }
            catch (Exception refusal) when (refusal is WrongModeException or SchemaChangedException)
            {
                Refused(log, refusal.Message);
                Environment.ExitCode = 1;
                lifetime.StopApplication();
                return;
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever it is: a failure that left this loop would end the process, and /aide with it.
                Unreachable(log, failure.Message, wait);
                await Task.Delay(TimeSpan.FromSeconds(wait), stoppingToken);
            }
        }
    }

    /// <summary>The mapping of EF takes most of a second to read: done once the first pages, which do without it, are out of the door.</summary>
    async Task WakeMappingAsync(CancellationToken stop)
    {
        await Task.Delay(FirstPages, stop);
        using var scope = scopes.CreateScope();
        _ = scope.ServiceProvider.GetRequiredService<Db>().Model;
    }

    /// <summary>Waits until Kestrel listens: a person at the door before the database is open finds /aide.</summary>
    async Task ListeningAsync(CancellationToken stop)
    {
        var listening = new TaskCompletionSource();
        using var started = lifetime.ApplicationStarted.Register(listening.SetResult);
        await listening.Task.WaitAsync(stop);
    }

    async Task OpenOnceAsync(CancellationToken stop)
    {
        using var scope = scopes.CreateScope();
        var services = scope.ServiceProvider;
        await services.GetRequiredService<Migrator>().ApplyAsync(stop);
        var database = services.GetRequiredService<Database>();
        var fresh = await IsUnmarkedAndEmptyAsync(database, stop);
        await ModeMark.TakeAsync(database, settings.Mode, stop);
        if (settings.Mode == Mode.Demo && fresh)
            await LayDemonstrationAsync(services, stop);
        foreach (var opening in services.GetServices<IOpening>())
            await opening.OpenAsync(stop);
    }

    /// <summary>A database that <c>import</c> filled before it had a mode is not given the cast.</summary>
    static async Task<bool> IsUnmarkedAndEmptyAsync(Database database, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return await StoreFacts.ReadAsync(connection, "imported", stop) is null
            && await StoreFacts.ReadAsync(connection, "demonstration_laid_on", stop) is null;
    }

    static async Task LayDemonstrationAsync(IServiceProvider services, CancellationToken stop)
    {
        var db = services.GetRequiredService<Db>();
        var database = services.GetRequiredService<Database>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var today = WallClock.ToLocal(now, Zones.Find(null)).Day;
        using var turn = await database.TakeWriterAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        foreach (var part in services.GetServices<IDemonstration>())
            await part.LayAsync(db, today, stop);
        await StoreFacts.WriteAsync(db, "demonstration_laid_on", today.ToString("O", null), stop);
        await transaction.CommitAsync(stop);
    }

    [LoggerMessage(LogLevel.Critical, "{Reason}")]
    static partial void Refused(ILogger log, string reason);

    [LoggerMessage(LogLevel.Warning, "The database does not answer ({Reason}); /aide goes on; next try in {Seconds} s.")]
    static partial void Unreachable(ILogger log, string reason, int seconds);
}

/// <summary>Whether the database is open and every module has done its opening.</summary>
public sealed class Readiness
{
    volatile bool _isOpen;

    public bool IsOpen { get => _isOpen; internal set => _isOpen = value; }
}
