using System.Net;
using Alentour.Foundation.Jobs;
using Alentour.Foundation.Running;
using Alentour.Foundation.Store;
using Alentour.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Foundation.Canaries;

/// <summary>
/// A house to which people confided something, in a process of its own as talkative as any host can make it; then the same house after all
/// dates: the clock moved, the night work done, the account erased. What a thief would have held each time.
/// </summary>
public sealed class LivedHouse : IAsyncLifetime
{
    /// <summary>Every level of every category, as a host would set it who looks for an error.</summary>
    internal static readonly (string, string)[] Talkative =
    [
        .. new[] { "Default", "Alentour", "Microsoft", "Microsoft.AspNetCore", "Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Mvc", "Microsoft.EntityFrameworkCore.Database.Command", "Npgsql", "System" }
            .SelectMany(c => new[] { ($"Logging__LogLevel__{c}", "Trace"), ($"Logging__Console__LogLevel__{c}", "Trace") }),
        ("Logging__Console__IncludeScopes", "true"), ("ASPNETCORE_ENVIRONMENT", "Development"), ("ASPNETCORE_DETAILEDERRORS", "true"),
    ];

    internal Confided Confided { get; private set; } = null!;

    /// <summary>All that the process wrote to its two outputs.</summary>
    public string Log { get; private set; } = "";

    public string Folder { get; private set; } = "";

    public string Before { get; private set; } = "";

    public string BackupBefore { get; private set; } = "";

    public string After { get; private set; } = "";

    public string FilesAfter { get; private set; } = "";

    public string BackupAfter { get; private set; } = "";

    /// <summary>What was kept of the words and cookies that run out: it may stay no longer than they do.</summary>
    public IReadOnlyList<string> Seals { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        await using var store = await TestStore.CreateAsync();
        await using (var house = await RunningHouse.StartAsync(store.Address, store.Folder, Mode.Demo, Talkative))
        {
            Confided = await Confided.ToAsync(house.Address);
            (Before, Seals) = (await Thief.DatabaseAsync(store.Address), await SealsAsync(store.Address));
            BackupBefore = await BackUpAsync(store, "before");
            await FailAsync(store.Address, house);
            await house.KillAsync();
            Log = house.Said;
        }
        Folder = Thief.Folder(store.Folder, store.Address);
        await PassTimeAsync(store);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    async Task PassTimeAsync(TestStore store)
    {
        await using var later = await House.OpenAsync(Mode.Demo, DateTimeOffset.UtcNow.AddDays(1), store.Address, folder: store.Folder);
        using var browser = later.Newcomer();
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync("/entrer", ("mots", string.Join(' ', Confided.Card)))).StatusCode);
        Assert.Equal("/c-est-efface", (await browser.SendAsync("/mes-donnees/effacer", ("oui", "true"))).Headers.Location?.OriginalString);
        later.Clock.Advance(TimeSpan.FromDays(40));
        await later.Services.GetRequiredService<NightWork>().RunDueAsync();
        After = await Thief.DatabaseAsync(store.Address);
        BackupAfter = await BackUpAsync(store, "after");
        FilesAfter = await Thief.FilesAfterVacuumAsync(store.Address);
    }

    /// <summary>A page that breaks writes to the log; so it is shown that this log is heard at all.</summary>
    static async Task FailAsync(string address, RunningHouse house)
    {
        using var database = new Database(address);
        var themes = "";
        await database.WriteAsync(async (connection, transaction) =>
        {
            themes = (await connection.Command("SELECT themes FROM mutual_aid_group WHERE slug = 'cercle-du-jeudi'", transaction).ListAsync(r => r.GetString(0), default))[0];
            await Sql.RunAsync(connection, transaction, "UPDATE mutual_aid_group SET themes = 'not a list' WHERE slug = 'cercle-du-jeudi'");
        });
        using var visitor = house.Visitor();
        foreach (var query in Confided.Queries)
            Assert.Equal(HttpStatusCode.InternalServerError, (await visitor.GetAsync($"/groupes/cercle-du-jeudi?q={query}")).StatusCode);
        await database.WriteAsync((connection, transaction) => connection.Command("UPDATE mutual_aid_group SET themes = @themes WHERE slug = 'cercle-du-jeudi'", transaction, ("themes", themes)).RunAsync(default));
    }

    static async Task<string> BackUpAsync(TestStore store, string name)
    {
        var path = Path.Combine(store.Folder, name + ".backup");
        var (code, said) = await RunningHouse.CommandAsync(store.Address, store.Folder, Mode.Demo, "backup", path, "--no-key");
        Assert.True(code == 0, said);
        return await Thief.BackupAsync(path);
    }

    static async Task<IReadOnlyList<string>> SealsAsync(string address)
    {
        using var database = new Database(address);
        await using var connection = await database.OpenAsync();
        return await connection.Command("""
            SELECT words_lookup FROM first_visit UNION SELECT seat_lookup FROM first_visit UNION SELECT lookup FROM session
            UNION SELECT w.lookup FROM way_in w JOIN person p ON p.id = w.person_id WHERE p.chosen_name = 'Canarinom'
            """).ListAsync(r => r.GetString(0), default);
    }
}
