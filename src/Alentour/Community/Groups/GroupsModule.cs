using Alentour.Community.Groups.Agreements;
using Alentour.Community.Groups.FirstVisits;
using Alentour.Community.Groups.Hearing;
using Alentour.Community.Groups.Meetings;
using Alentour.Community.Groups.Memberships;
using Alentour.Community.Groups.Openings;
using Alentour.Community.Groups.Rivage;
using Alentour.Community.People;
using Alentour.Foundation.Jobs;
using Alentour.Foundation.Store;

namespace Alentour.Community.Groups;

public static class GroupsModule
{
    public static IServiceCollection AddGroups(this IServiceCollection services)
    {
        services.AddSingleton(SchemaOwner.Of<MutualAidGroup>() with { KeptOut = ["first_visit", "greeter", "joined_today"] });
        services.AddKept(
            new KeptUntil("group.kept", "group.kept.until", "mutual_aid_group", "group_agreement", "meeting_series", "meeting_change", "group_journal") { IsOfPeople = false },
            new KeptUntil("hearing.kept", "hearing.kept.until", "group_hearing") { IsOfPeople = false },
            new KeptUntil("record.groups", "record.groups.until", "membership"),
            new KeptUntil("record.joinRequest", "record.joinRequest.until", "join_request"),
            new KeptUntil("record.joinedToday", "record.joinedToday.until", "joined_today"),
            new KeptUntil("record.welcome", "record.welcome.until", "greeter"),
            new KeptUntil("record.firstVisit", "record.firstVisit.until", "first_visit"));
        services.AddSingleton<GroupStore>();
        services.AddSingleton<MembershipStore>().AddSingleton<Departures>();
        services.AddSingleton<Gatherings>();
        AddWriting(services);
        services.AddScoped<ICompanions, GroupCompanions>();
        services.AddScoped<IHoldsPersonalData, GroupRecords>();
        services.AddScoped<ITodayLine, OwnGroupLines>();
        services.AddSingleton<VisitStore>();
        services.AddSingleton<GreeterStore>();
        services.AddSingleton<VisitDesk>();
        services.AddSingleton<WelcomeDesk>();
        services.AddSingleton<MeetingChanges>();
        services.AddScoped<VisitWords>();
        services.AddSingleton<IOnTheWay, VisitOnTheWay>();
        services.AddScoped<IHoldsPersonalData, VisitRecords>();
        services.AddScoped<INightly, SweepVisits>();
        services.AddScoped<IDemonstration, RivageGroups>();
        return services;
    }

    /// <summary>What members write: the page, the agreements, the meetings that come back, how they hear each other.</summary>
    static void AddWriting(IServiceCollection services)
    {
        services.AddSingleton<GroupJournal>();
        services.AddSingleton<GroupPages>();
        services.AddSingleton<AgreementStore>();
        services.AddSingleton<HearingStore>();
        services.AddSingleton<SeriesStore>();
        services.AddScoped<GroupDesk>();
        services.AddScoped<GroupsOfMine>().AddSingleton<VisitedGroups>();
        services.AddScoped<GatheringDoors>();
        services.AddScoped<WithinWords>();
        services.AddScoped<PreviewWords>();
    }

    public static void MapGroups(this IEndpointRouteBuilder routes) => GroupCalendar.Map(routes);
}
