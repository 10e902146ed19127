using System.Net;
using Alentour.Foundation.Running;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Foundation.Running;

public sealed class OpeningPage
{
    [Fact]
    public async Task A_house_whose_database_is_out_of_reach_listens_and_says_so()
    {
        await using var house = await House.OpenAsync(Mode.Live, database: "postgres:Host=127.0.0.1;Port=1;Timeout=1", wait: false);
        using var visitor = house.Visitor();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await visitor.GetAsync("/healthz")).StatusCode);
    }

    [Fact]
    public async Task An_open_house_says_that_it_is_well()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        using var visitor = house.Visitor();
        Assert.Equal("""{"status":"ok"}""", await visitor.GetStringAsync("/healthz"));
    }
}
