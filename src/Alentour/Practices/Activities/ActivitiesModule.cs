using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Store;
using Alentour.Foundation.Web;

namespace Alentour.Practices.Activities;

public static class ActivitiesModule
{
    public static IServiceCollection AddActivities(this IServiceCollection services)
    {
        services.AddSingleton(SchemaOwner.Of<ActivityStore>());
        services.AddKept(new KeptUntil("activities.kept", "activities.kept.until", "activity") { IsOfPeople = false });
        services.AddSingleton<ActivityStore>().AddSingleton<IHouseAgenda>(p => p.GetRequiredService<ActivityStore>());
        services.AddScoped<IDemonstration, RivageActivity>();
        services.AddScoped<ITodayLine, AnnounceLine>();
        services.AddSingleton(new EnglishAlias("/activities", "/activites"));
        return services;
    }
}
