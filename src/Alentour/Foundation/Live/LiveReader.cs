using Alentour.Foundation.Running;
using Alentour.Foundation.Store;

namespace Alentour.Foundation.Live;

/// <summary>
/// The one reader of this node: looks when it is woken, and each second while anybody listens, whether a number rose. The waking may be lost;
/// the number cannot be.
/// </summary>
sealed partial class LiveReader(Database database, Listeners listeners, IEnumerable<ILiveAudience> audiences, TimeProvider clock, ILogger<LiveReader> log) : BackgroundService
{
    static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    /// <summary>A line on which nothing passes is closed by what stands between, after half a minute at the earliest.</summary>
    internal static readonly TimeSpan BetweenComments = TimeSpan.FromSeconds(20);

    readonly Dictionary<string, ILiveAudience> _audiences = audiences.ToDictionary(a => a.Kind, StringComparer.Ordinal);
    long _commentedAt = clock.GetTimestamp();
    bool _isFailing;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await listeners.WaitAsync(Between, stoppingToken);
            try
            {
                await LookAsync(stoppingToken);
                _isFailing = false;
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever it is: a failure that left this loop would end the process, and /aide with it. Those who listen stay, and so does the next look.
                if (!_isFailing)
                    Blind(log, Watch.Plain(failure));
                _isFailing = true;
                await Task.Delay(Between, stoppingToken);
            }
        }
    }

    async Task LookAsync(CancellationToken stop)
    {
        if (!listeners.Any)
            return;
        var comment = IsTimeToComment();
        var numbers = await NumbersAsync(stop);
        Exception? failure = null;
        foreach (var topic in listeners.Topics)
        {
            try
            {
                await TellAsync(topic, numbers.TryGetValue(topic.Name, out var number) ? number : null, comment, stop);
            }
            catch (Exception one) when (!stop.IsCancellationRequested)
            {
                // The other topics do not wait for this one.
                failure = one;
            }
        }
        if (failure is not null)
            throw failure;
    }

    Task TellAsync(HeardTopic topic, long? number, bool comment, CancellationToken stop)
    {
        if (number is null && topic.Told is { Number: > 0 })
            topic.Finish();
        else if (comment || !topic.IsTold(number ?? 0))
            return topic.TellAsync(number ?? 0, comment, name => _audiences[topic.Kind].WatchersAsync(name, stop));
        return Task.CompletedTask;
    }

    bool IsTimeToComment()
    {
        var now = clock.GetTimestamp();
        if (clock.GetElapsedTime(_commentedAt, now) < BetweenComments)
            return false;
        _commentedAt = now;
        return true;
    }

    /// <summary>All at once: a row for each topic that goes on, some dozens at most.</summary>
    async Task<Dictionary<string, long>> NumbersAsync(CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        var rows = await connection.Command("SELECT topic, sequence FROM live_topic").ListAsync(row => KeyValuePair.Create(row.GetString(0), row.GetInt64(1)), stop);
        return new Dictionary<string, long>(rows, StringComparer.Ordinal);
    }

    [LoggerMessage(LogLevel.Warning, "What people follow live cannot be read ({Reason}); it is looked at again each second.")]
    static partial void Blind(ILogger log, string reason);
}
