using Alentour.Foundation.Jobs;
using Alentour.Foundation.Running;

namespace Alentour.Foundation.Backups;

public static class BackupsModule
{
    public static IServiceCollection AddBackups(this IServiceCollection services)
    {
        services.AddSingleton<ErasedLog>();
        services.AddScoped<TakeBackup>().AddScoped<PutBack>();
        services.AddScoped<IOpening, KeepErasedLog>().AddScoped<INightly, KeepErasedLog>();
        services.AddScoped<IOpening, KeysApart>().AddScoped<ICheck, KeysApart>();
        services.AddScoped<ICommand, BackupCommand>().AddScoped<ICommand, RestoreCommand>().AddScoped<ICommand, RehearseCommand>();
        return services;
    }
}
