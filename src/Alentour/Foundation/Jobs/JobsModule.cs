using Alentour.Foundation.Running;
using Alentour.Foundation.Store;

namespace Alentour.Foundation.Jobs;

public static class JobsModule
{
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddSingleton(SchemaOwner.Of<NightWork>() with { KeptOut = ["night_work"] });
        services.AddSingleton<NightWork>();
        services.AddScoped<INightly, SweepRetriedActs>();
        services.AddScoped<ICheck, CheckNights>();
        services.AddHostedService<WatchNights>();
        return services;
    }
}
