using Alentour.Foundation.Running;
using Alentour.Tests.Cast;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Alentour.Tests.Foundation.Running;

public sealed class KeysPrivacy
{
    [Fact]
    public async Task A_house_writes_no_key_into_the_home_of_whoever_runs_it()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        var keys = house.Services.GetRequiredService<IOptions<KeyManagementOptions>>().Value.XmlRepository;
        Assert.NotNull(keys);
        Assert.IsNotType<FileSystemXmlRepository>(keys);
    }

    [Fact]
    public async Task What_one_node_sealed_another_opens_also_after_a_new_start()
    {
        await using var store = await TestStore.CreateAsync();
        string hidden;
        await using (var first = await House.OpenAsync(Mode.Live, database: store.Address))
        {
            hidden = Seal(first).Protect("to be brought back");
            await using var second = await House.OpenAsync(Mode.Live, database: store.Address);
            Assert.Equal("to be brought back", Seal(second).Unprotect(hidden));
        }
        await using var later = await House.OpenAsync(Mode.Live, database: store.Address);
        Assert.Equal("to be brought back", Seal(later).Unprotect(hidden));
    }

    [Fact]
    public async Task Keys_are_not_asked_for_before_the_database_is_open()
    {
        await using var house = await House.OpenAsync(Mode.Live, database: "postgres:Host=127.0.0.1;Port=1;Timeout=1", wait: false);
        using var visitor = house.Visitor();
        await visitor.GetAsync("/aide");
        Assert.DoesNotContain(house.Log.Lines, l => l.Contains("key", StringComparison.OrdinalIgnoreCase));
    }

    static IDataProtector Seal(House house) => house.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
}
