using Alentour.Foundation.Jobs;

namespace Alentour.Community.People.EmailLinks;

/// <summary>A link by e-mail as a way in, where a mail server is set and the person gave an address.</summary>
static class EmailLinksParts
{
    public static void AddEmailLinks(this IServiceCollection services)
    {
        services.AddSingleton<EmailPace>().AddSingleton<SentLinks>().AddSingleton<OwnEmails>();
        services.AddSingleton<AskForLink>().AddSingleton<UseLink>().AddSingleton<LinkLetter>();
        services.AddScoped<IJob, AnswerAskedLink>().AddScoped<IJob, SendLink>().AddScoped<IJob, ConfirmAddress>();
        services.AddScoped<ITodayLine, NewWayLine>();
    }
}
