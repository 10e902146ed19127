using Alentour.Community.Groups.Memberships;
using Alentour.Community.People;
using Alentour.Foundation.Store;

namespace Alentour.Community.Groups;

public static class GroupsModule
{
    public static IServiceCollection AddGroups(this IServiceCollection services)
    {
        services.AddSingleton(SchemaOwner.Of<MutualAidGroup>());
        services.AddScoped<GroupStore>();
        services.AddSingleton<MembershipStore>();
        services.AddScoped<ICompanions, GroupCompanions>();
        services.AddScoped<IHoldsPersonalData, GroupRecords>();
        services.AddScoped<ITodayLine, OwnGroupLines>();
        services.AddScoped<IDemonstration, RivageGroups>();
        return services;
    }

    public static void MapGroups(this IEndpointRouteBuilder routes) => GroupCalendar.Map(routes);
}
