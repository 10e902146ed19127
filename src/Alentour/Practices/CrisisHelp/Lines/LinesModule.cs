using Alentour.Foundation.Running;
using Alentour.Foundation.Store;

namespace Alentour.Practices.CrisisHelp.Lines;

/// <summary>Where a coordinator confirms the lines: the one part of crisis help that knows the database.</summary>
static class LinesModule
{
    public static IServiceCollection AddCrisisLines(this IServiceCollection services)
    {
        services.AddSingleton(SchemaOwner.Of<KeepLines>());
        services.AddKept(new KeptUntil("lines.kept", "lines.kept.until", "crisis_line") { IsOfPeople = false });
        services.AddSingleton<LineStore>().AddSingleton<LineJournal>().AddSingleton<KeepLines>();
        services.AddScoped<LineFields>();
        services.AddSingleton<WriteLineFile>().AddSingleton<IOpening>(p => p.GetRequiredService<WriteLineFile>());
        services.AddHostedService<KeepLineFileFresh>();
        return services;
    }
}
