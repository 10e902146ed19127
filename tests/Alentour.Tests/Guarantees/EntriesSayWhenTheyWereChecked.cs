using System.Text.Json.Nodes;
using Alentour.Practices.Finder.Listings;
using Alentour.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;

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

    /// <summary>One press of the coordinator; after six months the same press again.</summary>
    [Fact]
    public async Task A_coordinator_says_checked_today_in_one_press_and_what_is_past_its_date_comes_first_in_their_list()
    {
        await using var house = await House.OpenAsync(now: new DateTimeOffset(2026, 11, 26, 14, 0, 0, TimeSpan.FromHours(-5)));
        using var line = await house.SignedInAsync("Line");
        await line.SendAsync("/reglages/ressources", ("geste", "verifier"), ("fiche", Slug));
        Assert.Contains("Vérifié le 26\u00A0novembre 2026", await PageAsync(house), StringComparison.Ordinal);
        Assert.DoesNotContain(LongAgo, await line.GetStringAsync("/reglages/ressources"), StringComparison.Ordinal);

        house.Clock.MoveTo(new DateTimeOffset(2027, 5, 28, 14, 0, 0, TimeSpan.FromHours(-4)));
        Assert.Contains(LongAgo, await PageAsync(house), StringComparison.Ordinal);
        using var later = await house.SignedInAsync("Line");
        var list = await later.GetStringAsync("/reglages/ressources");
        Assert.Contains(LongAgo, list, StringComparison.Ordinal);
        Assert.Equal(Slug, System.Text.RegularExpressions.Regex.Match(list, "/reglages/ressources/fiche/([a-z0-9-]+)").Groups[1].Value);
        await later.SendAsync("/reglages/ressources", ("geste", "verifier"), ("fiche", Slug));
        Assert.DoesNotContain(LongAgo, await PageAsync(house), StringComparison.Ordinal);
        await later.SendAsync("/reglages/ressources", ("geste", "annuler"), ("fiche", Slug), ("avant", "2026-11-26"));
        Assert.Contains(LongAgo, await PageAsync(house), StringComparison.Ordinal);
    }

    /// <summary>What was checked is what stood there: when its source says something else, nobody has checked that.</summary>
    [Fact]
    public async Task An_entry_whose_source_says_something_else_is_no_longer_said_to_be_checked()
    {
        await using var house = await House.OpenAsync();
        using var line = await house.SignedInAsync("Line");
        await line.SendAsync("/reglages/ressources", ("geste", "verifier"), ("fiche", Slug));
        using var scope = house.Services.CreateScope();
        var writer = scope.ServiceProvider.GetRequiredService<ListingWriter>();
        await writer.ReconcileAsync(SeedEntries.Source(new DateOnly(2026, 11, 26)), SeedEntries.Read(), new HashSet<string>());
        Assert.Contains("Vérifié le 26", await PageAsync(house), StringComparison.Ordinal);
        var others = SeedEntries.Read().Select(o => o with { Sheet = o.Sheet with { Phone = "418 555-0111" } }).ToList();
        await writer.ReconcileAsync(SeedEntries.Source(new DateOnly(2026, 11, 26)), others, new HashSet<string>());
        Assert.Contains(Never, await PageAsync(house), StringComparison.Ordinal);
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
