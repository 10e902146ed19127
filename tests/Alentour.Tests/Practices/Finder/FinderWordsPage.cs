using System.Net;
using System.Text.RegularExpressions;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Practices.Finder;

/// <summary>Words that people type in the first box, whatever the entries themselves say.</summary>
public sealed class FinderWordsPage
{
    [Theory]
    [InlineData("jeudi soir", "/groupes/cercle-du-jeudi")]
    [InlineData("les jeudis en soirée", "/groupes/cercle-du-jeudi")]
    [InlineData("Thursday night", "/groupes/cercle-du-jeudi")]
    [InlineData("téléphone", "/groupes/mon-rapport-a-la-medication")]
    [InlineData("samedi matin", "/groupes/speaking-up")]
    [InlineData("anglais", "/groupes/speaking-up")]
    [InlineData("en ligne", "/groupes/comite-de-l-assemblee")]
    [InlineData("gratuit", "/groupes/cercle-du-jeudi")]
    [InlineData("dimanche après-midi", "/groupes/cafe-du-dimanche")]
    public async Task The_words_of_days_hours_languages_and_ways_are_found(string typed, string group)
    {
        await using var house = await House.OpenAsync();
        Assert.Contains((await FindGroupPage.LinksAsync(house, $"q={Uri.EscapeDataString(typed)}")), link => link.StartsWith(group, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Thursday_evening_is_not_a_Thursday_and_an_evening()
    {
        await using var house = await House.OpenAsync();
        Assert.DoesNotContain("/groupes/cercle-du-jeudi", (await PageAsync(house, "jeudi matin")).Split("Rien ici")[0], StringComparison.Ordinal);
        Assert.Equal("/groupes/cercle-du-jeudi", (await FindGroupPage.LinksAsync(house, "q=jeudi%20soir"))[0]);
    }

    [Theory]
    [InlineData("solitdue", "solitude")]
    [InlineData("solitud", null)]
    [InlineData("cercel jeudi", "cercle")]
    [InlineData("medicaation", "médication")]
    [InlineData("zzzzzz", null)]
    public async Task A_word_one_letter_away_is_offered_and_leads_somewhere(string typed, string? offered)
    {
        await using var house = await House.OpenAsync();
        var page = await PageAsync(house, typed);
        var match = Regex.Match(page, "Cherchiez-vous <a href=\"([^\"]+)\">« (.*?) »\\?</a>");
        Assert.Equal(offered, match.Success ? match.Groups[2].Value : null);
        if (offered is not null)
            Assert.NotEmpty(await FindGroupPage.LinksAsync(house, match.Groups[1].Value.Split('?')[1]));
    }

    [Fact]
    public async Task A_hostile_word_is_no_slip_of_the_finger()
    {
        await using var house = await House.OpenAsync();
        Assert.DoesNotContain("Cherchiez-vous", await PageAsync(house, new string('a', 6000)), StringComparison.Ordinal);
        Assert.DoesNotContain("Cherchiez-vous", await PageAsync(house, string.Concat(Enumerable.Repeat("xkqz ", 1000))), StringComparison.Ordinal);
    }

    static async Task<string> PageAsync(House house, string typed)
    {
        using var visitor = house.Visitor();
        return WebUtility.HtmlDecode(await visitor.GetStringAsync($"/groupes?q={Uri.EscapeDataString(typed)}")).Replace('\u00A0', ' ').Replace('’', '\'');
    }
}
