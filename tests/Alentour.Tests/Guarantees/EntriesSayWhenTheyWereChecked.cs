using System.Text.Json.Nodes;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Guarantees;

/// <summary>Guarantee 15, directory: an entry says when somebody last checked it, says so when that is more than six months ago, and says never when it is never.</summary>
public sealed class EntriesSayWhenTheyWereChecked
{
    const string Slug = "211";
    const string Never = "jamais vérifié";
    const string LongAgo = "il y a plus de six mois";

    [Fact]
    public async Task An_entry_that_nobody_checked_says_never()
    {
        await using var house = await House.OpenAsync();
        Assert.Contains(Never, await PageAsync(house), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_checked_lately_says_when_and_six_months_later_says_so()
    {
        await using var house = await House.OpenAsync(now: new DateTimeOffset(2026, 11, 26, 14, 0, 0, TimeSpan.FromHours(-5)));
        await CheckAsync(house, "2026-11-20");
        var fresh = await PageAsync(house);
        Assert.Contains("Vérifié le 20\u00A0novembre 2026", fresh, StringComparison.Ordinal);
        Assert.DoesNotContain(LongAgo, fresh, StringComparison.Ordinal);
        Assert.DoesNotContain(Never, fresh, StringComparison.Ordinal);

        house.Clock.MoveTo(new DateTimeOffset(2027, 5, 19, 14, 0, 0, TimeSpan.FromHours(-4)));
        Assert.DoesNotContain(LongAgo, await PageAsync(house), StringComparison.Ordinal);

        house.Clock.MoveTo(new DateTimeOffset(2027, 5, 21, 14, 0, 0, TimeSpan.FromHours(-4)));
        var old = await PageAsync(house);
        Assert.Contains("20\u00A0novembre 2026", old, StringComparison.Ordinal);
        Assert.Contains(LongAgo, old, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_entry_of_the_seeds_says_that_it_was_never_checked()
    {
        await using var house = await House.OpenAsync();
        using var visitor = house.Visitor();
        var slugs = await Sql.TextsAsync(house, "SELECT slug FROM listed_entry WHERE source_key = 'seeds'");
        Assert.True(slugs.Count > 10);
        foreach (var slug in slugs)
            Assert.Contains(Never, await visitor.GetStringAsync($"/ressources/{slug}"), StringComparison.Ordinal);
    }

    static async Task<string> PageAsync(House house)
    {
        using var visitor = house.Visitor();
        return System.Net.WebUtility.HtmlDecode(await visitor.GetStringAsync($"/ressources/{Slug}"));
    }

    static async Task CheckAsync(House house, string day)
    {
        var sheet = JsonNode.Parse(Assert.Single(await Sql.TextsAsync(house, $"SELECT sheet FROM listed_entry WHERE slug = '{Slug}'")))!;
        sheet["verifiedOn"] = day;
        await Sql.RunAsync(house, $"UPDATE listed_entry SET sheet = '{sheet.ToJsonString().Replace("'", "''", StringComparison.Ordinal)}' WHERE slug = '{Slug}'");
    }
}
