using Alentour.Community.People.Cards;
using Alentour.Community.People.Entering;
using Alentour.Community.People.Sessions;
using Alentour.Foundation.Backups;
using Alentour.Foundation.Store;
using Alentour.Foundation.Web;

namespace Alentour.Community.People;

public static class PeopleModule
{
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddSingleton(SchemaOwner.Of<Person>() with { KeptOut = ["session"] });
        services.AddScoped<Me>();
        services.AddScoped<ISomebodyHere>(p => p.GetRequiredService<Me>());
        services.AddSingleton<SessionStore>();
        services.AddSingleton<IDoorkeeper, Doorkeeper>();
        services.AddSingleton<Tries>();
        services.AddSingleton<CardKey>().AddSingleton<IKeptApart>(p => p.GetRequiredService<CardKey>());
        services.AddSingleton<SignInCards>();
        services.AddSingleton<PeopleStore>();
        services.AddSingleton<OpenAccount>();
        services.AddScoped<IDemonstration, RivageCast>();
        services.AddSingleton<IDoor>(new Door(60, "enter.door", "/entrer"));
        services.AddSingleton(new EnglishAlias("/enter", "/entrer"));
        services.AddSingleton(new EnglishAlias("/join", "/ouvrir"));
        services.AddSingleton(new EnglishAlias("/today", "/aujourdhui"));
        return services;
    }

    public static void MapPeople(this IEndpointRouteBuilder routes)
    {
        SignOut.Map(routes);
        DemoDoor.Map(routes);
    }
}
