using Alentour.Community.Organizations;
using Alentour.Foundation.Running;
using Alentour.Foundation.Store;
using Alentour.Foundation.Web;
using Alentour.Practices.Finder.Agendas;
using Alentour.Practices.Finder.Imports;
using Alentour.Practices.Finder.Indexes;
using Alentour.Practices.Finder.Keeping;
using Alentour.Practices.Finder.Listings;
using Alentour.Practices.Finder.Searches;

namespace Alentour.Practices.Finder;

public static class FinderModule
{
    public static IServiceCollection AddFinder(this IServiceCollection services)
    {
        services.AddSingleton(SchemaOwner.Of<HomeModel>() with { KeptOut = ["finder_row", "finder_card", "finder_date", "finder_town", "finder_known", "finder_words", "finder_place"] });
        services.AddKept(
            new KeptUntil("home.kept", "home.kept.until", "listed_source", "listed_entry", "listed_meeting", "finder_row", "finder_card", "finder_date", "finder_town", "finder_known", "finder_words", "finder_place") { IsOfPeople = false });
        services.AddScoped<ListingStore>().AddScoped<ListingWriter>().AddScoped<KeptListings>().AddScoped<KeepListing>();
        services.AddScoped<CardWords>().AddScoped<WeekAgenda>();
        services.AddSingleton<FinderIndex>().AddSingleton<IPublicChange>(p => p.GetRequiredService<FinderIndex>()).AddScoped<FinderSearch>().AddScoped<PlaceFinder>();
        services.AddScoped<IOpening, OpenFinder>();
        services.AddHostedService<KeepIndexFresh>();
        services.AddScoped<ICommand, ImportBmlt>();
        services.AddSingleton<IDoor>(new Door(10, "finder.door", "/groupes"));
        services.AddSingleton<IDoor, Agendas.WeekDoor>();
        services.AddSingleton<IDoor>(new Door(30, "rights.door", "/droits"));
        foreach (var (english, french) in new[] { ("/groups", "/groupes"), ("/resources", "/ressources"), ("/week", "/semaine"), ("/month", "/mois"), ("/rights", "/droits") })
            services.AddSingleton(new EnglishAlias(english, french));
        return services;
    }

    public static void MapFinder(this IEndpointRouteBuilder routes) => Sitemap.Map(routes);
}
