using Alentour.Foundation.Running;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Foundation.Running;

public sealed class SecureWayPage(StandingHouses houses)
{
    /// <summary>HSTS goes only with what the house takes for https.</summary>
    [Fact]
    public async Task A_server_in_front_on_this_machine_is_believed()
    {
        using var visitor = (await houses.OfAsync(Mode.Live)).Visitor();
        using var plain = await visitor.GetAsync("/aide");
        Assert.False(plain.Headers.Contains("Strict-Transport-Security"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/aide") { Headers = { { "X-Forwarded-Proto", "https" }, { "X-Forwarded-For", "198.51.100.7" } } };
        using var forwarded = await visitor.SendAsync(request);
        Assert.True(forwarded.Headers.Contains("Strict-Transport-Security"));
    }
}
