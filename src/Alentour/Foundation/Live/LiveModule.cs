using Alentour.Foundation.Store;

namespace Alentour.Foundation.Live;

public static class LiveModule
{
    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddSingleton(SchemaOwner.Of<LiveTopics>() with { KeptOut = ["live_topic"] });
        services.AddKept(new KeptUntil("live.topics", "live.topics.until", "live_topic") { IsOfPeople = false });
        services.AddSingleton<Listeners>();
        services.AddSingleton<LiveTopics>();
        services.AddSingleton<LiveStream>();
        services.AddHostedService<LiveReader>();
        services.AddHostedService<HearNodes>();
        return services;
    }
}
