using Alentour.Bench.Measuring;
using Alentour.Community.Groups;
using Alentour.Community.Organizations;
using Alentour.Foundation.Store;
using Alentour.Practices.Finder;
using Alentour.Practices.Finder.Indexes;
using Alentour.Practices.Finder.Listings;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Bench.Seed;

/// <summary>A SQLite file laid from the seed, in a folder of its own, as a live house would have filled it.</summary>
/// <param name="Meetings">Of the house and elsewhere together.</param>
/// <param name="EachGroup">Weekly meetings of one group elsewhere.</param>
sealed record BenchFile(string Folder, int Meetings, int EachGroup)
{
    public const int Groups = 200;
    public const int Places = 500;

    public string Database => Path.Combine(Folder, "alentour.db");

    public async Task LayAsync(TheApp app)
    {
        Directory.CreateDirectory(Folder);
        await using (var migration = app.Start(Folder, "migrate"))
            await migration.EndsAsync();
        await using (var services = Modules().BuildServiceProvider())
        await using (var scope = services.CreateAsyncScope())
            await FillAsync(scope.ServiceProvider);
        SqliteConnection.ClearAllPools();
    }

    /// <summary>How many rows this table holds now, seen from outside the house.</summary>
    public long RowsOf(string table)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {table}";
        return (long)command.ExecuteScalar()!;
    }

    IServiceCollection Modules() =>
        new ServiceCollection().AddSingleton(TimeProvider.System).AddStore("sqlite:" + Database).AddOrganizations().AddGroups().AddFinder();

    async Task FillAsync(IServiceProvider services)
    {
        var chance = new Chance();
        var venues = chance.Venues(Places);
        var db = services.GetRequiredService<Db>();
        new HouseSeed(chance, venues).Lay(db, Groups);
        await db.SaveChangesAsync();
        await MembersSeed.LayAsync(services.GetRequiredService<Database>(), Groups);
        // Live, so that the house is taken as it is and no cast is laid into it.
        await db.Database.ExecuteSqlRawAsync("INSERT INTO store_fact (name, value) VALUES ('mode', 'live')");
        var offered = new OutsideSeed(chance, venues).Offer(Meetings - Groups, EachGroup);
        await services.GetRequiredService<ListingWriter>().ReconcileAsync(OutsideSeed.Source, offered, new HashSet<string>());
        await services.GetRequiredService<FinderIndex>().RefreshIfStaleAsync(CancellationToken.None);
    }
}
