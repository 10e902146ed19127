using Alentour.Foundation.Web;
using Alentour.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Foundation.Web;

/// <summary>The budgets of weight and number (architecture.md part 12): an old phone on a slow line pays for each kilobyte. Never times.</summary>
public sealed class WeightsPage
{
    const int Kilobyte = 1024;

    static readonly string[] Doors = ["/", "/aide", "/groupes", "/groupes?q=nulle-part-ainsi", "/semaine", "/mois", "/droits", "/maison"];

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task Every_public_page_is_light_on_a_first_visit_and_lighter_on_the_next(string language)
    {
        await using var house = await House.OpenAsync();
        var pages = await WalkAsync(house, language);
        Assert.Superset(new HashSet<string> { "/", "/aide" }, pages.Select(p => p.Path).ToHashSet());
        Assert.Empty(pages.Where(p => p.AllBytes > 60 * Kilobyte).Select(p => $"{p.Path}: {p.AllBytes} bytes on a first visit"));
        Assert.Empty(pages.Where(p => p.Requests > 6).Select(p => $"{p.Path}: {p.Requests} requests, {string.Join(' ', p.Parts.Keys)}"));
        Assert.Empty(pages.Where(p => p.Bytes > 8 * Kilobyte).Select(p => $"{p.Path}: {p.Bytes} bytes on the next visit"));
    }

    [Fact]
    public async Task Scripts_are_small()
    {
        await using var house = await House.OpenAsync();
        var assets = house.Services.GetRequiredService<BuiltAssets>();
        var sizes = new Dictionary<string, int>();
        foreach (var name in assets.Names.Where(n => n.EndsWith(".js", StringComparison.Ordinal)))
            sizes[name] = await WeighedPage.WeighAsync(house, assets[name], "gzip");
        Assert.InRange(sizes["site.js"], 1, 1.5 * Kilobyte);
        Assert.InRange(sizes["worker.js"], 1, 1.5 * Kilobyte);
        // Served in place of site.js, which it holds.
        Assert.InRange(sizes["finder.js"], 1, 3 * Kilobyte);
        Assert.InRange(sizes["circle.js"], 1, 4 * Kilobyte);
        // So are these two: at the door of the house, which anybody opens, and on pages of somebody who is in.
        Assert.InRange(sizes["entering.js"], 1, 1.5 * Kilobyte);
        Assert.InRange(sizes["access.js"], 1, 3 * Kilobyte);
        // Fetched only by whoever begins to type words, with the list.
        Assert.InRange(sizes["words.js"] + await WeighedPage.WeighAsync(house, assets["card-words.txt"], "gzip"), 1, 8 * Kilobyte);
        Assert.Equal(["access.js", "circle.js", "entering.js", "finder.js", "site.js", "words.js", "worker.js"], sizes.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_the_worker_keeps_for_the_night_is_light_too()
    {
        await using var house = await House.OpenAsync();
        var kept = await WeighedPage.OpenAsync(house, "/aide?hors-ligne=1");
        var looks = kept!.Parts.Where(p => !p.Key.EndsWith(".js", StringComparison.Ordinal)).Sum(p => p.Value);
        Assert.InRange(kept.Bytes + looks, 1, 60 * Kilobyte);
    }

    /// <summary>Every page that the doors lead to, by any path of links; of each address one query.</summary>
    static async Task<List<WeighedPage>> WalkAsync(House house, string language)
    {
        var pages = new List<WeighedPage>();
        var ahead = new Queue<string>(Doors);
        var met = new HashSet<string>(StringComparer.Ordinal);
        while (ahead.TryDequeue(out var path))
        {
            if (path is "/quitter" || path.StartsWith("/langue/", StringComparison.Ordinal) || !met.Add(Doors.Contains(path) ? path : path.Split('?')[0]))
                continue;
            if (await WeighedPage.OpenAsync(house, path, language) is not { } page)
                continue;
            pages.Add(page);
            foreach (var link in page.Links)
                ahead.Enqueue(link);
        }
        return pages;
    }
}
