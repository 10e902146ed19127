using System.Net;
using Alentour.Foundation.Running;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Community.Organizations;

/// <summary>A live house before anyone moved in: every page says so, leads to what answers, and tells a coordinator what can be done today.</summary>
public sealed class NobodyYetPage
{
    [Theory]
    [InlineData("/maison", "Vous coordonnez cette maison?")]
    [InlineData("/semaine", "Vous coordonnez cette maison?")]
    [InlineData("/mois", "Vous coordonnez cette maison?")]
    [InlineData("/a-propos", "href=\"/maison\"")]
    [InlineData("/", "href=\"/maison\"")]
    public async Task A_live_house_of_nobody_says_so_and_what_comes_next(string path, string next)
    {
        await using var house = await House.OpenAsync(Mode.Live);
        var page = await Read(house, path);
        Assert.Contains("Un organisme est en train de s'", page, StringComparison.Ordinal);
        Assert.Contains(next, page, StringComparison.Ordinal);
        Assert.Contains("href=\"/aide\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Qui décide</h2>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_house_lives_nothing_of_this_is_said()
    {
        await using var house = await House.OpenAsync();
        foreach (var path in new[] { "/", "/maison", "/semaine", "/mois", "/a-propos" })
            Assert.DoesNotContain("Un organisme est en train", await Read(house, path), StringComparison.Ordinal);
    }

    static async Task<string> Read(House house, string path)
    {
        using var visitor = house.Visitor();
        return WebUtility.HtmlDecode(await visitor.GetStringAsync(path)).Replace('’', '\'').Replace('\u00A0', ' ');
    }
}
