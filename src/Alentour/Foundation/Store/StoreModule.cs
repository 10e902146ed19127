using Microsoft.EntityFrameworkCore;

namespace Alentour.Foundation.Store;

public static class StoreModule
{
    public static IServiceCollection AddStore(this IServiceCollection services, string address)
    {
        services.AddSingleton(_ => new Database(address));
        services.AddSingleton<Migrator>();
        services.AddSingleton<PublicVersion>();
        services.AddSingleton<RetriedActs>();
        services.AddKept(
            new KeptUntil("tables.machine", "tables.machine.until", "store_fact", "public_version", "schema_script", "protection_key") { IsOfPeople = false },
            new KeptUntil("tables.forms", "tables.forms.until", "retried_act"));
        services.AddDbContextPool<Db>((provider, options) =>
        {
            provider.GetRequiredService<Database>().Dialect.Configure(options);
            options.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
        });
        return services;
    }
}
