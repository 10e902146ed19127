using Alentour.Foundation.Running;

namespace Alentour.Foundation.Mail;

public static class MailModule
{
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddSingleton<ISendMail, SmtpMail>();
        services.AddScoped<ICheck, CheckMail>();
        return services;
    }
}
