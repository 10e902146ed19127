using System.Text.Json;
using Alentour.Foundation.Running;
using Alentour.Foundation.Store;
using Alentour.Tests.Cast;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Foundation.Store;

/// <summary>Tables are made by scripts and read by EF: these tests keep the two from drifting apart.</summary>
public sealed class MappingPage(StandingHouses houses)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_entity_comes_back_as_it_was_kept(bool isFull)
    {
        await using var house = await House.OpenAsync(Mode.Live);
        var samples = new Samples(isFull);
        var saved = new Dictionary<IEntityType, object>();
        foreach (var type in InOrder(Model(house)))
        {
            saved[type] = samples.Entity(type, saved);
            await KeepAsync(house, saved[type]);
        }
        Assert.NotEmpty(saved);
        foreach (var (type, entity) in saved)
            Assert.Equal(Written(type, entity), Written(type, await FindAsync(house, type, entity)));
    }

    [Fact]
    public async Task Every_mapped_table_has_the_columns_of_its_entity_and_no_other()
    {
        var house = await houses.LiveAsync();
        await using var connection = await house.Database.OpenAsync();
        var columns = (await house.Database.Dialect.ColumnsAsync(connection, default)).ToLookup(c => c.Table, c => c.Column);
        foreach (var type in Model(house).GetEntityTypes())
            Assert.Equal(type.GetProperties().Select(p => p.GetColumnName()).Order(StringComparer.Ordinal), columns[type.GetTableName()!].Order(StringComparer.Ordinal));
    }

    static IModel Model(House house)
    {
        using var scope = house.Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<Db>().Model;
    }

    /// <summary>What is pointed to before what points.</summary>
    static IEnumerable<IEntityType> InOrder(IModel model)
    {
        var waiting = model.GetEntityTypes().Where(e => !e.IsOwned()).ToList();
        while (waiting.Count > 0)
        {
            var ready = waiting.First(e => e.GetForeignKeys().All(k => k.PrincipalEntityType == e || !waiting.Contains(k.PrincipalEntityType)));
            waiting.Remove(ready);
            yield return ready;
        }
    }

    static async Task KeepAsync(House house, object entity)
    {
        using var scope = house.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        db.Entry(entity).State = EntityState.Added;
        await db.SaveChangesAsync();
    }

    static async Task<object> FindAsync(House house, IEntityType type, object entity)
    {
        using var scope = house.Services.CreateScope();
        var key = type.FindPrimaryKey()!.Properties.Select(p => p.PropertyInfo!.GetValue(entity)).ToArray();
        return (await scope.ServiceProvider.GetRequiredService<Db>().FindAsync(type.ClrType, key))!;
    }

    static string Written(IEntityType type, object entity) =>
        JsonSerializer.Serialize(type.GetProperties().ToDictionary(p => p.Name, p => p.PropertyInfo?.GetValue(entity)));
}
