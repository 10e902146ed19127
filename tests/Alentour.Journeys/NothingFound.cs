using Alentour.Journeys.Frame;
using Microsoft.Playwright;

namespace Alentour.Journeys;

/// <summary>Nobody leaves with empty hands: what there is instead, the nearest to the wish first.</summary>
public sealed class NothingFound(Browser browser, OpenHouse open) : IClassFixture<OpenHouse>
{
    [Theory, ClassData(typeof(EveryScreen))]
    public Task A_search_that_finds_nothing_shows_what_there_is_in_order(int width, bool scripts) => browser.WalkAsync(open.House, new Screen(width, scripts), async walk =>
    {
        await walk.GoAsync("/");
        await walk.Page.FillAsync("#q", "xylophone sous-marin");
        await walk.Page.FillAsync("#lieu", "Rimouski");
        await walk.PressAsync(walk.Say("home.search.go"));
        await walk.SeesAsync(walk.Say("finder.nothing"));

        // Phone and online groups open to all Quebec, the house's next opening, the region's resources, /aide.
        var headings = (await walk.Main.Locator("h2, h3").AllInnerTextsAsync()).Select(Fold).ToList();
        var order = (from key in new[] { "anywhere", "door", "region", "now" } select walk.Say("finder.nothing." + key)).ToList();
        Assert.Equal(order.Select(Fold), headings.Intersect(order.Select(Fold)));
        Assert.True(await GroupsUnderAsync(walk, order[0]) >= 1, "no group by phone or online");
        Assert.True(await GroupsUnderAsync(walk, order[2]) >= 1, "no resource of the region");
        await walk.LookAsync();

        await walk.PressAsync(walk.Say("finder.nothing.help"));
        Assert.Equal("/aide", walk.Here);
    });

    [Theory]
    [InlineData("/groupes?jour=jeudredi&comment=pigeon&lat=abc", "jeudredi")]
    [InlineData("/groupes?lieu=Rimousky", "Rimousky")]
    public Task What_the_finder_does_not_understand_it_says_in_a_sentence(string search, string wrong) => browser.WalkAsync(open.House, Screen.Phone, async walk =>
    {
        await walk.GoAsync(search);
        Assert.Contains(wrong, await walk.WordsAsync("main .notice"));
        await walk.LookAsync();
    });

    static Task<int> GroupsUnderAsync(Walk walk, string heading) =>
        walk.Main.Locator("h2, h3", new() { HasTextString = heading }).Locator("xpath=following-sibling::*[1]").Locator(".group").CountAsync();

    /// <summary>As the browser gives text back: every kind of space is one space.</summary>
    static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
