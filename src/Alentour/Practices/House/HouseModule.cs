using Alentour.Community.People;
using Alentour.Foundation.Jobs;
using Alentour.Foundation.Running;
using Alentour.Foundation.Store;
using Alentour.Foundation.Web;
using Alentour.Practices.House.Decisions;
using Alentour.Practices.House.Journal;
using Alentour.Practices.House.Privacy;
using Alentour.Practices.House.Questions;
using Alentour.Practices.House.Settings;
using Alentour.Practices.House.SetUp;

namespace Alentour.Practices.House;

public static class HouseModule
{
    public static IServiceCollection AddHouse(this IServiceCollection services)
    {
        services.AddSingleton(SchemaOwner.Of<AboutModel>() with { KeptOut = ["set_up", "set_up_visit"] });
        services.AddKept(
            new KeptUntil("privacy.setUp", "privacy.setUp.until", "set_up", "set_up_step", "set_up_visit") { IsOfPeople = false },
            new KeptUntil("privacy.decision", "privacy.decision.until", "house_decision", "decision_voice"),
            new KeptUntil("record.contests", "record.contests.until", "decision_contest"),
            new KeptUntil("privacy.incidents", "privacy.incidents.until", "incident", "incident_earlier") { IsOfPeople = false });
        services.AddSingleton<DecisionStore>().AddSingleton<ContestStore>().AddSingleton<HouseMarks>();
        services.AddScoped<IHoldsPersonalData, DecisionRecords>();
        services.AddScoped<INightly, SweepHouse>();
        services.AddScoped<ITodayLine, DecisionLine>();
        services.AddSingleton<IncidentStore>().AddScoped<INightly, SweepIncidents>();
        services.AddSingleton(new EnglishAlias("/privacy", "/confidentialite"));
        services.AddSingleton<HouseQuestions>();
        services.AddSingleton<SetUpCodeFile>();
        services.AddSingleton<SetUpStore>();
        services.AddSingleton<SetUpSteps>();
        services.AddSingleton<SetUpActs>();
        services.AddSingleton(Console.Out);
        services.AddSingleton<PrintSetUpCode>().AddSingleton<IOpening>(p => p.GetRequiredService<PrintSetUpCode>());
        services.AddSingleton<SettingsActs>();
        services.AddScoped<ITodayLine, SettingsLine>();
        services.AddScoped<ICommand, CoordinatorCard>();
        services.AddScoped<IDemonstration, RivageJournal>();
        services.AddSingleton<IDoor>(new Door(60, "about.door", "/a-propos"));
        services.AddSingleton(new EnglishAlias("/about", "/a-propos"));
        services.AddSingleton(new EnglishAlias("/guarantees", "/garanties"));
        services.AddSingleton(new EnglishAlias("/settings", "/reglages"));
        services.AddSingleton(new EnglishAlias("/opening", "/ouverture"));
        return services;
    }
}
