using Alentour.Foundation.Clock;

namespace Alentour.Tests.Foundation.Clock;

public sealed class ZonesRules
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void A_house_that_says_nothing_lives_by_the_clock_of_Quebec(string? id) =>
        Assert.Equal("America/Toronto", Zones.Find(id).Id);

    [Fact]
    public void A_zone_is_found_by_its_name() => Assert.Equal("Europe/Paris", Zones.Find(" Europe/Paris ").Id);

    [Theory]
    [InlineData("America/Rimouskii")]
    [InlineData("../../etc/passwd")]
    [InlineData("Eastern Standard Time")]
    public void An_unknown_name_is_refused_with_what_to_write(string id)
    {
        var refusal = Assert.Throws<TimeZoneNotFoundException>(() => Zones.Find(id));
        Assert.Contains(id, refusal.Message);
        Assert.Contains("America/Toronto", refusal.Message);
    }
}
