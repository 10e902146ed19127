using Alentour.Foundation.Places;

namespace Alentour.Tests.Foundation.Places;

public sealed class SpellingRules
{
    [Theory]
    [InlineData("rimouski", "rimouski", 0)]
    [InlineData("rimouski", "rimousky", 1)]
    [InlineData("rimouski", "rimousqui", 2)]
    [InlineData("rimouski", "rimuoski", 1)]
    [InlineData("matane", "", 6)]
    public void Letters_are_counted_and_a_swap_is_one(string one, string other, int letters) =>
        Assert.Equal((letters, letters), (Spelling.Distance(one, other), Spelling.Distance(other, one)));

    [Theory]
    [InlineData("rimousqui", "Rimouski")]
    [InlineData("Matanne", "Matane")]
    public void A_town_is_found_near_what_was_typed(string typed, string town) => Assert.Contains(Quebec.Table.TownsNear(typed), t => t.Name == town);

    [Theory]
    [InlineData("Rimouski")]
    [InlineData("xyz")]
    [InlineData("")]
    public void Nothing_is_near_a_right_name_or_nonsense(string typed) => Assert.DoesNotContain(Quebec.Table.TownsNear(typed), t => t.Name == typed || typed.Length < 4);
}
