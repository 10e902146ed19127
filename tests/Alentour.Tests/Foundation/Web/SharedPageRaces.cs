using System.Net;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Foundation.Web;

public sealed class SharedPageRaces(StandingHouses houses)
{
    [Fact]
    public async Task Whoever_waits_for_a_page_gets_it_even_when_the_first_to_ask_has_left()
    {
        var house = await houses.DemonstrationAsync();
        using var visitor = house.Visitor();
        for (var round = 0; round < 60; round++)
        {
            var address = $"/groupes?lieu=Rimouski&rayon=500&tour={round}";
            using var impatient = house.Visitor();
            using var leaves = new CancellationTokenSource();
            var first = impatient.GetAsync(address, leaves.Token);
            var others = Enumerable.Range(0, 4).Select(_ => visitor.GetAsync(address)).ToList();
            leaves.CancelAfter(TimeSpan.FromMilliseconds(round % 5));
            Assert.All(await Task.WhenAll(others), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
            await first.ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }
}
