using Alentour.Community.People.Access;
using Alentour.Community.People.Cards;
using Alentour.Community.People.EmailLinks;
using Alentour.Community.People.Entering;
using Alentour.Community.People.Invitations;
using Alentour.Community.People.Passkeys;
using Alentour.Community.People.Records;
using Alentour.Community.People.Roles;
using Alentour.Community.People.Sessions;
using Alentour.Community.People.WaysBack;
using Alentour.Foundation.Backups;
using Alentour.Foundation.Jobs;
using Alentour.Foundation.Store;
using Alentour.Foundation.Web;

namespace Alentour.Community.People;

public static class PeopleModule
{
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddSingleton(SchemaOwner.Of<Person>() with { KeptOut = ["session", "invitation", "invitation_pace", "way_back", "way_back_stop", "used_challenge", "email_asked", "email_link", "email_pace"] });
        services.AddWhatIsKept();
        services.AddSingleton<IHoldsPersonalData, PeopleRecords>();
        services.AddEntering();
        services.AddEmailLinks();
        services.AddPasskeys();
        services.AddScoped<Me>();
        services.AddScoped<ISomebodyHere>(p => p.GetRequiredService<Me>());
        services.AddSingleton<SessionStore>().AddSingleton<HeldSessions>();
        services.AddSingleton<IDoorkeeper, Doorkeeper>();
        services.AddSingleton<PeopleStore>();
        services.AddSingleton<Sight>();
        services.AddScoped<Companions>();
        services.AddScoped<WayBackStore>();
        services.AddScoped<WayBackActs>().AddSingleton<WayBackStops>().AddScoped<IJob, TellWayBack>();
        services.AddScoped<ITodayLine, WayBackLines>();
        services.AddSingleton<AccessActs>();
        services.AddSingleton<ConsentLog>();
        services.AddScoped<ReadableRecords>();
        services.AddScoped<OwnRecords>().AddScoped<IErasedAgain, OwnRecords>();
        services.AddScoped<INightly, SweepPeople>();
        services.AddRoles();
        services.AddScoped<ITodayLine, OwnLines>();
        services.AddScoped<IDemonstration, RivageCast>();
        services.AddSingleton(new EnglishAlias("/today", "/aujourdhui"));
        return services;
    }

    static void AddWhatIsKept(this IServiceCollection services) => services.AddKept(
        new KeptUntil("record.person", "record.person.until", "person"),
        new KeptUntil("record.ways", "record.ways.until", "way_in"),
        new KeptUntil("emailLink.kept", "emailLink.kept.until", "email_asked", "email_link", "email_pace"),
        new KeptUntil("passkey.kept", "passkey.kept.until", "used_challenge"),
        new KeptUntil("record.sessions", "record.sessions.until", "session"),
        new KeptUntil("record.roles", "record.roles.until", "held_role"),
        new KeptUntil("record.blocks", "record.blocks.until", "block"),
        new KeptUntil("record.consents", "record.consents.until", "consent"),
        new KeptUntil("wayBack.kept", "wayBack.kept.until", "way_back", "way_back_stop"),
        new KeptUntil("invitations.kept", "invitations.kept.until", "invitation", "invitation_pace", "role_offer"),
        new KeptUntil("erased.kept", "erased.kept.until", "erased_person"));

    /// <summary>Cards, slips, and the door they open.</summary>
    static void AddEntering(this IServiceCollection services)
    {
        services.AddSingleton<Tries>();
        services.AddSingleton<CardKey>().AddSingleton<Handles>().AddSingleton<IKeptApart>(p => p.GetRequiredService<CardKey>());
        services.AddSingleton<SignInCards>();
        services.AddSingleton<Slips>();
        services.AddSingleton<OpenAccount>();
        services.AddSingleton<ComeBack>();
        services.AddSingleton<EnterByWords>();
        services.AddSingleton<AccountDoor>();
        services.AddSingleton<InvitationStore>();
        services.AddSingleton<IDoor>(new Door(60, "enter.door", "/entrer") { OnceIn = new Door(60, "people.today", "/aujourdhui") });
        services.AddSingleton(new EnglishAlias("/enter", "/entrer"));
        services.AddSingleton(new EnglishAlias("/join", "/ouvrir"));
    }

    /// <summary>Keys that a device keeps, checked by the framework.</summary>
    static void AddPasskeys(this IServiceCollection services)
    {
        services.AddSingleton<Challenges>().AddSingleton<PasskeyCeremony>();
        services.AddSingleton<PasskeyStore>().AddSingleton<PasskeyActs>();
        services.AddSingleton<IHoldsPersonalData, PasskeyRecords>();
        services.AddScoped<ITodayLine, NewPasskeyLine>();
    }

    /// <summary>Who holds which role, and the slips by which roles go from hand to hand.</summary>
    static void AddRoles(this IServiceCollection services)
    {
        services.AddSingleton<RoleHolders>();
        services.AddSingleton<RoleStore>();
        services.AddSingleton<RoleOffers>();
        services.AddScoped<ITodayLine, RoleLines>();
        services.AddSingleton<Coordinators>();
    }

    public static void MapPeople(this IEndpointRouteBuilder routes)
    {
        GoingOut.Map(routes);
        FollowLink.Map(routes);
        PasskeyEndpoints.Map(routes);
        DemoDoor.Map(routes);
        TakeAway.Map(routes);
    }
}
