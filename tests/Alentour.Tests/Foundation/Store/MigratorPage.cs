using System.Reflection;
using Alentour.Foundation.Running;
using Alentour.Foundation.Store;
using Alentour.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Foundation.Store;

public sealed class MigratorPage
{
    [Fact]
    public async Task Every_script_of_this_engine_is_applied_once()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        var twin = house.Database.Engine == Engine.Sqlite ? ".postgres.sql" : ".sqlite.sql";
        var scripts = typeof(Migrator).Assembly.GetManifestResourceNames()
            .Where(n => n.EndsWith(".sql", StringComparison.Ordinal) && !n.EndsWith(twin, StringComparison.Ordinal)).Select(n => n["Alentour.".Length..]);
        Assert.Equal(scripts.Order(StringComparer.Ordinal), (await Sql.TextsAsync(house, "SELECT name FROM schema_script")).Order(StringComparer.Ordinal));
        Assert.Empty(await house.Services.GetRequiredService<Migrator>().ApplyAsync());
    }

    [Fact]
    public async Task A_script_that_was_changed_after_it_ran_is_refused_with_a_sentence()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        await Sql.RunAsync(house, "UPDATE schema_script SET hash = 'another' WHERE name LIKE '%groups%'");
        var refusal = await Assert.ThrowsAsync<SchemaChangedException>(() => house.Services.GetRequiredService<Migrator>().ApplyAsync());
        Assert.Contains("001-groups.sql was changed after this database had applied it", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_fails_leaves_nothing_behind()
    {
        await using var store = await TestStore.CreateAsync();
        using var database = new Database(store.Address);
        await database.WriteAsync((connection, transaction) => Sql.RunAsync(connection, transaction, "CREATE TABLE mutual_aid_group (id text)"));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => new Migrator(database, [SchemaOwner.Of<Alentour.Community.Groups.GroupStore>()]).ApplyAsync());
        await using var connection = await database.OpenAsync();
        Assert.Equal(["mutual_aid_group"], (await database.Dialect.ColumnsAsync(connection, default)).Select(c => c.Table).Distinct());
    }
}
