using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Backups;
using Alentour.Foundation.Jobs;
using Alentour.Foundation.Live;
using Alentour.Foundation.Mail;
using Alentour.Foundation.Running;
using Alentour.Foundation.Store;
using Alentour.Foundation.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Bench.Listening;

/// <summary>
/// The house with a topic of the bench's own: every request passes through all that the house has in front of its pages, every change is a row
/// kept on SQLite, every listener is one who may follow. Who somebody is, and what they read when they look again, is not measured here.
/// </summary>
sealed class LiveHouse : ILiveAudience
{
    const string Topic = "bench:crowd";

    readonly IReadOnlySet<Guid> _crowd = Enumerable.Range(0, CrowdFigures.Largest).Select(Who).ToHashSet();

    public string Kind => "bench";

    public Task<IReadOnlySet<Guid>?> WatchersAsync(string topic, CancellationToken stop) => Task.FromResult<IReadOnlySet<Guid>?>(_crowd);

    public static async Task ServeAsync(string address)
    {
        var builder = WebApplication.CreateBuilder(["--urls", address]);
        var settings = builder.ReadSettings();
        builder.Services.AddRunning(settings);
        builder.Services.AddStore(settings.Database);
        builder.Services.AddJobs();
        builder.Services.AddMail();
        builder.Services.AddBackups();
        builder.Services.AddLive();
        builder.Services.AddWeb(isDemonstration: false);
        builder.Services.AddOrganizations();
        builder.Services.AddPeople();
        builder.Services.AddSingleton<ILiveAudience, LiveHouse>();
        var app = builder.Build();
        app.UseWeb();
        app.MapGet("/heap", () => GC.GetTotalMemory(forceFullCollection: true)).WithMetadata(new NotKept());
        app.MapGet("/follow/{who:int}", (HttpContext context, int who, LiveStream stream) => stream.ServeAsync(context, Topic, Who(who))).WithMetadata(new Streamed());
        app.MapPost("/change", ChangeAsync).WithMetadata(new NotKept());
        await app.RunAsync();
    }

    static async Task ChangeAsync(Database database, LiveTopics topics)
    {
        await database.WriteAsync((connection, transaction) => topics.RaiseAsync(connection, transaction, Topic, default));
        topics.Wake(Topic);
    }

    static Guid Who(int number) => new(number, 0, 0, new byte[8]);
}
