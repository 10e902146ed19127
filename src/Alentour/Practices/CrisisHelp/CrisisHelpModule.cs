using Alentour.Foundation.Web;
using Alentour.Practices.CrisisHelp.Lines;

namespace Alentour.Practices.CrisisHelp;

public static class CrisisHelpModule
{
    /// <param name="dataFolder">Where the house's own aide.json may lie.</param>
    public static IServiceCollection AddCrisisHelp(this IServiceCollection services, string dataFolder)
    {
        services.AddSingleton(p => new CrisisLineFile(dataFolder, p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<CrisisLineFile>>()));
        services.AddSingleton<IShownFromMemory>(p => p.GetRequiredService<CrisisLineFile>());
        services.AddSingleton<IUrgentWords, UrgentWords>();
        services.AddSingleton(new EnglishAlias("/help", "/aide"));
        services.AddCrisisLines();
        return services;
    }
}
