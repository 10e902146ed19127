using Alentour.Bench.Measuring;
using Alentour.Community.Groups;
using Alentour.Community.Organizations;
using Alentour.Foundation.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Bench.Seed;

/// <summary>A SQLite file laid from the seed, in a folder of its own, as a live house would have filled it.</summary>
static class BenchFile
{
    public const int Groups = 200;
    public const int Places = 500;

    public static string In(string folder) => Path.Combine(folder, "alentour.db");

    /// <param name="meetings">Of the house and elsewhere together.</param>
    public static async Task LayAsync(TheApp app, string folder, int meetings)
    {
        Directory.CreateDirectory(folder);
        await using (var migration = app.Start(folder, "migrate"))
            await migration.EndsAsync();
        var chance = new Chance();
        var venues = chance.Venues(Places);
        await LayHouseAsync(In(folder), new HouseSeed(chance, venues));
        await OutsideSeed.LayAsync(In(folder), chance, venues, meetings - Groups);
    }

    static async Task LayHouseAsync(string file, HouseSeed house)
    {
        await using var services = new ServiceCollection().AddStore("sqlite:" + file).AddOrganizations().AddGroups().BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        house.Lay(db, Groups);
        await db.SaveChangesAsync();
        // Live, so that the house is taken as it is and no cast is laid into it.
        await db.Database.ExecuteSqlRawAsync("INSERT INTO store_fact (name, value) VALUES ('mode', 'live')");
        SqliteConnection.ClearAllPools();
    }
}
