using Alentour.Foundation.Running;
using Alentour.Foundation.Store;

namespace Alentour.Foundation.Jobs;

public static class JobsModule
{
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddSingleton(SchemaOwner.Of<NightWork>() with { KeptOut = ["night_work", "job"] });
        services.AddKept(
            new KeptUntil("jobs.nights", "jobs.nights.until", "night_work") { IsOfPeople = false },
            new KeptUntil("jobs.waiting", "jobs.waiting.until", "job"));
        services.AddSingleton<NightWork>();
        services.AddScoped<INightly, SweepRetriedActs>();
        services.AddScoped<ICheck, CheckNights>();
        services.AddHostedService<WatchNights>();
        services.AddSingleton<JobQueue>().AddSingleton<JobWork>();
        services.AddHostedService<WatchJobs>();
        return services;
    }
}
