using Alentour.Foundation.Running;
using Alentour.Foundation.Store;
using Alentour.Foundation.Web;

namespace Alentour.Community.Organizations;

public static class OrganizationsModule
{
    public static IServiceCollection AddOrganizations(this IServiceCollection services)
    {
        services.AddSingleton(SchemaOwner.Of<House>());
        services.AddSingleton<HouseClock>();
        services.AddScoped<HouseStore>();
        services.AddScoped<IDemonstration, RivageDemonstration>();
        services.AddScoped<IOpening, ShowFace>();
        services.AddSingleton(new EnglishAlias("/house", "/maison"));
        services.AddSingleton<IDoor, HouseDoor>();
        return services;
    }

    /// <summary>Puts what every page shows of the house into memory, so that pages answer without the database.</summary>
    sealed class ShowFace(HouseStore houses, SiteFace site, HouseClock clock) : IOpening
    {
        public async Task OpenAsync(CancellationToken stop)
        {
            if (await houses.ForPublicAsync(stop) is not { } house)
                return;
            clock.Set(house.Zone);
            site.Show(new Face(true, house.Name, house.Tagline, house.QuiltSeed, house.Street, house.Town, house.Phone, house.ExitAddress));
        }
    }

    sealed class HouseDoor(SiteFace site) : IDoor
    {
        public int Order => 40;

        public string TextKey => "house.door";

        public string Path => "/maison";

        public bool IsOpen => site.Now.HasHouse;
    }
}
