using System.Net;
using System.Text.RegularExpressions;
using Alentour.Foundation.Running;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Practices.Finder;

/// <summary>/ and /mois: what a house does not say leaves no empty place, and today is the day that is marked.</summary>
public sealed class FirstPage
{
    [Fact]
    public async Task A_new_house_whose_members_lent_no_words_shows_no_empty_box_for_them()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        (await house.OpenHouseAsync()).Dispose();
        using var visitor = house.Visitor();
        Assert.DoesNotContain("class=\"patch rose voice\"", await ReadAsync(visitor, "/"));
        await using var rivage = await House.OpenAsync();
        using var other = rivage.Visitor();
        Assert.Contains("class=\"patch rose voice\"", await ReadAsync(other, "/"));
    }

    [Theory]
    [InlineData(25)]
    [InlineData(26)]
    [InlineData(28)]
    public async Task The_month_marks_today_whether_or_not_anybody_meets(int day)
    {
        await using var house = await House.OpenAsync(now: new DateTimeOffset(2026, 11, day, 14, 0, 0, TimeSpan.FromHours(-5)));
        using var visitor = house.Visitor();
        var page = await ReadAsync(visitor, "/mois");
        var marked = Assert.Single(Regex.Matches(page, "<td class=\"(?:bare )?today\" aria-current=\"date\">\\s*<span class=\"day\">(.*?)</span>\\s*<ul>", RegexOptions.Singleline));
        Assert.Contains($"{day}<small>aujourd’hui</small>", marked.Groups[1].Value);
        Assert.DoesNotContain("aria-current=\"date\"", await ReadAsync(visitor, "/mois?mois=2026-12"));
    }

    [Fact]
    public async Task English_pages_are_in_english_also_where_the_house_speaks_of_people()
    {
        await using var house = await House.OpenAsync();
        using var visitor = house.Visitor(cookies: false);
        visitor.DefaultRequestHeaders.Add("Cookie", "langue=en");
        var first = await ReadAsync(visitor, "/");
        Assert.Contains("Jean-Guy, member.", first);
        foreach (var path in new[] { "/confidentialite", "/garanties" })
        {
            var page = await ReadAsync(visitor, path);
            Assert.Contains("Line, coordinator", page);
            Assert.DoesNotContain("ou une lettre", page);
        }
        Assert.Contains("has held this role since October 2022.", await ReadAsync(visitor, "/garanties"));
    }

    static async Task<string> ReadAsync(HttpClient browser, string path) => WebUtility.HtmlDecode(await browser.GetStringAsync(path)).Replace('\u00A0', ' ');
}
