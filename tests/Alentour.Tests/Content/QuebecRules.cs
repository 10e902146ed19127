namespace Alentour.Tests.Content;

public sealed class QuebecRules
{
    static readonly List<(string Name, string Region, double Lat, double Lon)> Towns =
        [.. Embedded.Json("Foundation.Places.Content.quebec.json").GetProperty("towns").EnumerateArray()
            .Select(town => (town.GetProperty("name").GetString()!, town.GetProperty("region").GetString()!, town.GetProperty("lat").GetDouble(), town.GetProperty("lon").GetDouble()))];

    [Fact]
    public void The_seventeen_regions_all_have_towns()
    {
        var regions = Embedded.Json("Foundation.Places.Content.quebec.json").GetProperty("regions").EnumerateArray().Select(region => region.GetProperty("code").GetString()!).ToList();
        Assert.Equal(17, regions.Count);
        Assert.Equal(regions, Towns.Select(town => town.Region).Distinct().Order());
    }

    [Fact]
    public void No_town_stands_twice_in_one_region() =>
        Assert.Equal(Towns.Count, Towns.Select(town => (town.Name, town.Region)).Distinct().Count());

    [Fact]
    public void Every_town_is_in_Quebec() =>
        Assert.All(Towns, town =>
        {
            Assert.InRange(town.Lat, 45.0, 62.6);
            Assert.InRange(town.Lon, -79.8, -57.0);
        });

    [Theory]
    [InlineData("Rimouski", "01")]
    [InlineData("Kuujjuaq", "10")]
    [InlineData("Puvirnituq", "10")]
    [InlineData("Les Îles-de-la-Madeleine", "11")]
    [InlineData("Rosemont", "06")]
    [InlineData("Saint-Hubert", "16")]
    public void The_near_and_the_far_are_there(string name, string region) =>
        Assert.Contains(Towns, town => (town.Name, town.Region) == (name, region));
}
