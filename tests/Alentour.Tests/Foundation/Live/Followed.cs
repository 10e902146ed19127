using System.Collections.Concurrent;
using Alentour.Foundation.Live;
using Alentour.Foundation.Web;
using Alentour.Tests.Cast;
using Alentour.Tests.Cast.Listening;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Foundation.Live;

/// <summary>
/// A house with topics of the test's own and a door to follow them: /suivre/TOPIC/WATCHER. The request passes through all that
/// every request of the house passes through.
/// </summary>
sealed class Followed : ILiveAudience, IStartupFilter
{
    const string Path = "/suivre/";

    static readonly Endpoint Door = new(FollowAsync, new EndpointMetadataCollection(new Streamed()), "follow");

    int _asked;

    public string Kind => "test";

    /// <summary>Who may follow each topic; null once it is over.</summary>
    public ConcurrentDictionary<string, IReadOnlySet<Guid>?> May { get; } = new();

    /// <summary>How often somebody asked who may follow.</summary>
    public int Asked => _asked;

    public Task<IReadOnlySet<Guid>?> WatchersAsync(string topic, CancellationToken stop)
    {
        Interlocked.Increment(ref _asked);
        return Task.FromResult(May.GetValueOrDefault(topic));
    }

    public Task<House> OpenAsync(string? database = null, Action<IServiceCollection>? more = null) => House.OpenAsync(database: database, services: services =>
    {
        services.AddSingleton<ILiveAudience>(this).AddSingleton<IStartupFilter>(this);
        more?.Invoke(services);
    });

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, others) =>
        {
            if (context.Request.Path.StartsWithSegments(Path.TrimEnd('/')))
                context.SetEndpoint(Door);
            return others(context);
        });
        next(app);
    };

    public static Task<LiveBrowser> FollowAsync(House house, string topic, Guid watcher, string? seen = null) =>
        LiveBrowser.OpenAsync(house.Visitor(), Address(topic, watcher), seen);

    public static string Address(string topic, Guid watcher) => $"{Path}{topic}/{watcher}";

    static Task FollowAsync(HttpContext context)
    {
        var words = context.Request.Path.Value![Path.Length..].Split('/');
        return context.RequestServices.GetRequiredService<LiveStream>().ServeAsync(context, words[0], Guid.Parse(words[1]));
    }

    /// <summary>An act that changes what is followed.</summary>
    public static async Task RaiseAsync(House house, string topic, bool wake = true)
    {
        var topics = house.Services.GetRequiredService<LiveTopics>();
        await house.Database.WriteAsync((connection, transaction) => topics.RaiseAsync(connection, transaction, topic, default));
        if (wake)
            topics.Wake(topic);
    }

    public static async Task EndAsync(House house, string topic)
    {
        var topics = house.Services.GetRequiredService<LiveTopics>();
        await house.Database.WriteAsync((connection, transaction) => topics.EndAsync(connection, transaction, topic, default));
        topics.Wake(topic);
    }
}
