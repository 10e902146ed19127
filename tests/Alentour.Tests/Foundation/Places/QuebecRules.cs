using Alentour.Foundation.Places;

namespace Alentour.Tests.Foundation.Places;

public sealed class QuebecRules
{
    [Theory]
    [InlineData("Saint-Jérôme")]
    [InlineData("st jerome")]
    [InlineData("ST-JÉRÔME")]
    [InlineData("  saint jerome ")]
    [InlineData("St. Jérôme")]
    public void A_town_is_found_however_it_is_spelled(string typed) =>
        Assert.Equal("Saint-Jérôme", Assert.Single(Quebec.Table.TownsNamed(typed)).Name);

    [Theory]
    [InlineData("gaspésie", "11")]
    [InlineData("Îles de la Madeleine", "11")]
    [InlineData("saguenay–lac-saint-jean", "02")]
    [InlineData("bas st laurent", "01")]
    [InlineData("Montérégie", "16")]
    public void A_region_is_found_by_its_name_or_half_of_it(string typed, string code) =>
        Assert.Equal(code, Quebec.Table.RegionNamed(typed)?.Code);

    [Fact]
    public void Two_towns_of_one_name_are_both_named()
    {
        Assert.True(Quebec.Table.TownsNamed("Saint-Isidore").Select(t => t.RegionCode).Distinct().Count() > 1);
    }

    [Fact]
    public void There_are_17_regions_and_every_town_is_in_one_of_them_and_in_Quebec()
    {
        Assert.Equal(17, Quebec.Table.Regions.Count);
        Assert.All(Quebec.Table.Towns, town =>
        {
            Assert.NotNull(Quebec.Table.RegionOf(town.RegionCode));
            Assert.InRange(town.Lat, 44.9, 62.6);
            Assert.InRange(town.Lon, -79.9, -57);
        });
    }

    [Fact]
    public void A_word_begun_gives_the_towns_that_continue_it() =>
        Assert.Contains(Quebec.Table.TownsLike("rimou"), t => t.Name == "Rimouski");

    [Theory]
    [InlineData("")]
    [InlineData("\0")]
    [InlineData("\ud800")]
    [InlineData("’’’ -- ''")]
    [InlineData("\uFFFE🙂")]
    public void Odd_words_are_no_place_and_do_no_harm(string typed)
    {
        Assert.Empty(Quebec.Table.TownsNamed(typed));
        Assert.Null(Quebec.Table.RegionNamed(typed));
        Assert.Empty(Quebec.Table.TownsLike(typed));
    }
}
