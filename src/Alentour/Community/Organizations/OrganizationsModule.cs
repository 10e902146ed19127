using Alentour.Community.Organizations.Faces;
using Alentour.Community.Organizations.Rivage;
using Alentour.Foundation.Running;
using Alentour.Foundation.Store;
using Alentour.Foundation.Web;

namespace Alentour.Community.Organizations;

public static class OrganizationsModule
{
    public static IServiceCollection AddOrganizations(this IServiceCollection services)
    {
        services.AddSingleton(SchemaOwner.Of<House>());
        services.AddKept(new KeptUntil("house.kept", "house.kept.until", "house", "journal_entry") { IsOfPeople = false });
        services.AddSingleton<HouseClock>();
        services.AddSingleton<HouseStore>();
        services.AddSingleton<HouseJournal>();
        services.AddSingleton<HouseChanges>();
        services.AddSingleton<ShowFace>();
        services.AddHostedService<KeepFaceFresh>();
        services.AddScoped<IDemonstration, RivageDemonstration>();
        services.AddSingleton<IOpening>(p => p.GetRequiredService<ShowFace>());
        services.AddSingleton(new EnglishAlias("/house", "/maison"));
        services.AddSingleton<IDoor, HouseDoor>();
        return services;
    }

    sealed class HouseDoor(SiteFace site) : IDoor
    {
        public int Order => 40;

        public string TextKey => "house.door";

        public string Path => "/maison";

        public bool IsOpen => site.Now.HasHouse;
    }
}
