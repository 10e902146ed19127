using System.Net;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Practices.Finder;

/// <summary>A search that asks too much, and words by which somebody may be saying that it presses.</summary>
public sealed class NothingFoundPage(StandingHouses houses)
{
    [Theory]
    [InlineData("q=voix+scaphandre", "« voix » seulement", "/groupes?q=voix")]
    [InlineData("q=voix&lieu=Gasp%C3%A9", "La même recherche, où que ce soit", "/groupes?q=voix")]
    public async Task Less_of_the_search_is_offered_where_it_finds_something(string search, string said, string address)
    {
        var page = await PageAsync(search);
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"{address}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("scaphandre » seulement", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Small_words_are_not_offered_alone()
    {
        var page = await PageAsync("q=je+ne+dors+pas+voix+scaphandre");
        Assert.Contains("« voix » seulement", page, StringComparison.Ordinal);
        Assert.DoesNotContain("« ne » seulement", page, StringComparison.Ordinal);
        Assert.DoesNotContain("« pas » seulement", page, StringComparison.Ordinal);
        Assert.DoesNotContain("« does »", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q=rimousqui", "Rimouski")]
    [InlineData("lieu=rimousqui", "Rimouski")]
    [InlineData("lieu=Rimousky", "Rimouski")]
    [InlineData("lieu=Gatinau", "Gatineau")]
    public async Task A_town_that_is_nearly_spelled_is_proposed(string search, string town) =>
        Assert.Contains(town, await PageAsync(search), StringComparison.Ordinal);

    [Fact]
    public async Task A_search_that_finds_something_offers_no_less()
    {
        Assert.DoesNotContain("Avec moins de mots", await PageAsync("q=voix"), StringComparison.Ordinal);
        Assert.DoesNotContain("Avec moins de mots", await PageAsync("q=xylophone"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("je veux mourir")]
    [InlineData("suisidaire")]
    [InlineData("quelqu'un à qui parler maintenant")]
    [InlineData("violence conjugale")]
    [InlineData("mon chum me surveille")]
    [InlineData("Détresse")]
    public async Task Words_that_press_show_first_who_answers(string typed)
    {
        var page = await PageAsync("q=" + Uri.EscapeDataString(typed));
        var call = page.IndexOf("href=\"tel:18662773553\"", StringComparison.Ordinal);
        Assert.InRange(call, 1, page.IndexOf("id=\"found\"", StringComparison.Ordinal));
        Assert.Contains("href=\"sms:535353\"", page, StringComparison.Ordinal);
        Assert.Contains("Démonstration, mais ces numéros sont réels", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cuisine")]
    [InlineData("diète")]
    [InlineData("Saint-Dié")]
    [InlineData("diesel")]
    public async Task Other_words_show_no_number(string typed) =>
        Assert.DoesNotContain("href=\"tel:18662773553\"", await PageAsync("q=" + Uri.EscapeDataString(typed)), StringComparison.Ordinal);

    [Theory]
    [InlineData("aidant")]
    [InlineData("aidant.e")]
    [InlineData("aidant(e)")]
    public async Task The_example_of_the_readme_finds_its_group(string typed) =>
        Assert.Contains("/groupes/etre-proche", await PageAsync("q=" + Uri.EscapeDataString(typed)), StringComparison.Ordinal);

    [Fact]
    public async Task Who_bears_the_word_in_its_name_comes_first_and_voices_are_not_neighbours()
    {
        var found = await FindGroupPage.LinksAsync(await houses.DemonstrationAsync(), "q=voix");
        Assert.Equal("/groupes/entendre-des-voix", found[0]);
        Assert.Contains("/groupes/cuisine-du-vendredi", found);
        Assert.DoesNotContain("/groupes/etre-proche", found);
    }

    async Task<string> PageAsync(string search)
    {
        using var visitor = (await houses.DemonstrationAsync()).Visitor();
        return WebUtility.HtmlDecode(await visitor.GetStringAsync("/groupes?" + search)).Replace('\u00A0', ' ').Replace('’', '\'');
    }
}
