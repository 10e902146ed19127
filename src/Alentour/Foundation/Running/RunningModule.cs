namespace Alentour.Foundation.Running;

public static class RunningModule
{
    /// <summary>How long a house that closes waits for a line that takes nothing, such as that of a phone that sleeps.</summary>
    static readonly TimeSpan LongestClosing = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The settings of this process, from the environment or alentour.json of the working folder. A wrong one ends the process with its sentence.
    /// Logs hold no query string and no message of a failure: people search for what hurts.
    /// </summary>
    public static Settings ReadSettings(this WebApplicationBuilder builder)
    {
        builder.Configuration.AddJsonFile(Path.GetFullPath("alentour.json"), optional: true).AddEnvironmentVariables();
        builder.Logging.ClearProviders().AddSimpleConsole(o => o.SingleLine = true);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        builder.Services.PostConfigure<LoggerFilterOptions>(KeepQueriesOut);
        // What is written goes to its line at once, by whoever writes it: handed to another thread, each of a crowd's lines took 4 KB to wait in.
        builder.WebHost.UseSockets(o => o.UnsafePreferInlineScheduling = true);
        builder.WebHost.ConfigureKestrel(o =>
        {
            o.AddServerHeader = false;
            o.Limits.MaxRequestLineSize = 64 * 1024;
            o.Limits.MaxRequestBodySize = 1024 * 1024;
        });
        try
        {
            return Settings.Read(builder.Configuration);
        }
        catch (SettingsException wrong)
        {
            Console.Error.WriteLine(wrong.Message);
            Environment.Exit(1);
            throw;
        }
    }

    /// <summary>Whatever level the environment asks for, the framework says warnings only: below, it writes whole addresses.</summary>
    static void KeepQueriesOut(LoggerFilterOptions options)
    {
        options.MinLevel = options.MinLevel < LogLevel.Warning ? LogLevel.Warning : options.MinLevel;
        foreach (var rule in options.Rules.Where(r => r.LogLevel < LogLevel.Warning && r.CategoryName?.StartsWith("Alentour", StringComparison.Ordinal) is not true
            && r.CategoryName != "Microsoft.Hosting.Lifetime").ToList())
            options.Rules.Remove(rule);
        // They write the message of an exception, which may quote what a person typed; Foundation/Web tells its kind and its place.
        foreach (var category in (string[])["Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", "Microsoft.EntityFrameworkCore"])
            options.Rules.Add(new LoggerFilterRule(null, category, LogLevel.None, null));
    }

    public static IServiceCollection AddRunning(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<Readiness>();
        services.AddSingleton(TimeProvider.System);
        services.Configure<HostOptions>(o => o.ShutdownTimeout = LongestClosing);
        services.AddProtectionKeys();
        services.AddOptions<ForwardedHeadersOptions>().Configure<Settings>(SecureWay.Trust);
        services.AddScoped<ICommand, MigrateCommand>().AddScoped<ICommand, CheckCommand>().AddScoped<ICommand, ConfigCommand>();
        services.AddScoped<ICheck, CheckPlace>();
        services.AddHostedService<Opening>();
        return services;
    }
}
