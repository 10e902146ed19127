using Alentour.Foundation.Running;
using Alentour.Tests.Cast;
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
}
