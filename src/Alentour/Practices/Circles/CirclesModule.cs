using Alentour.Community.Groups;
using Alentour.Community.People;
using Alentour.Foundation.Jobs;
using Alentour.Foundation.Live;
using Alentour.Foundation.Store;
using Alentour.Foundation.Web;
using Alentour.Practices.Circles.Arriving;
using Alentour.Practices.Circles.Closing;
using Alentour.Practices.Circles.Opening;
using Alentour.Practices.Circles.Seats;
using Alentour.Practices.Circles.Sitting;

namespace Alentour.Practices.Circles;

public static class CirclesModule
{
    public static IServiceCollection AddCircles(this IServiceCollection services)
    {
        services.AddSingleton(SchemaOwner.Of<Circle>() with { KeptOut = ["circle", "circle_seat", "circle_arrival", "circle_word", "circle_sign", "circle_trace", "circle_unbroken", "meeting_guest"] });
        services.AddKept(
            new KeptUntil("circle.kept", "circle.kept.until", "circle", "circle_seat", "circle_arrival", "circle_word", "circle_sign", "circle_trace", "circle_unbroken"),
            new KeptUntil("ways.kept", "ways.kept.until", "circle_ways", "meeting_tally") { IsOfPeople = false },
            new KeptUntil("record.circleGuest", "record.circleGuest.until", "meeting_guest"));
        services.AddSingleton<CircleStore>().AddSingleton<CircleWatchers>().AddSingleton<ILiveAudience, CircleLive>();
        services.AddSingleton<TallyStore>().AddSingleton<WaysStore>().AddSingleton<GuestStore>();
        services.AddScoped<CircleDoor>().AddScoped<CircleActs>().AddScoped<CircleOpening>().AddScoped<ArrivalDesk>().AddScoped<GroupCircles>();
        services.AddScoped<CircleWords>().AddScoped<OpeningWords>().AddScoped<GuestLines>();
        services.AddScoped<CircleLines>().AddScoped<ITodayLine>(p => p.GetRequiredService<CircleLines>()).AddScoped<IGatheringDoor>(p => p.GetRequiredService<CircleLines>());
        services.AddSingleton<CircleRecords>().AddSingleton<IHoldsPersonalData>(p => p.GetRequiredService<CircleRecords>()).AddSingleton<IWhenMemberLeavesGroup>(p => p.GetRequiredService<CircleRecords>());
        services.AddScoped<INightly, SweepGuests>();
        services.AddHostedService<WatchCircles>();
        services.AddSingleton(new EnglishAlias("/circles", "/cercles"));
        return services;
    }

    public static void MapCircles(this IEndpointRouteBuilder routes) => CircleStream.Map(routes);
}
