using Alentour.Foundation.Web;

namespace Alentour.Practices.House;

public static class HouseModule
{
    public static IServiceCollection AddHouse(this IServiceCollection services)
    {
        services.AddSingleton<IDoor>(new Door(60, "about.door", "/a-propos"));
        services.AddSingleton(new EnglishAlias("/about", "/a-propos"));
        return services;
    }
}
