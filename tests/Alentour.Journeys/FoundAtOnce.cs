using Alentour.Journeys.Frame;

namespace Alentour.Journeys;

/// <summary>Somebody searches, tired, on whatever screen: what was found is in sight without scrolling, with the name of the house above.</summary>
public sealed class FoundAtOnce(Browser browser, OpenHouse open) : IClassFixture<OpenHouse>
{
    const string Search = "/groupes?q=cercle&lieu=Rimouski&jour=jeudi&soir=1&comment=salle";

    [Theory, ClassData(typeof(EveryScreen))]
    public Task The_first_result_begins_in_the_first_screen(int width, bool scripts) => browser.WalkAsync(open.House, new Screen(width, scripts), async walk =>
    {
        await walk.GoAsync(Search);
        var first = await walk.BoxAsync(walk.Page.Locator("section .groups h3").First);
        Assert.InRange(first.Y + first.Height, 0, new Screen(width).Height);
        var name = await walk.BoxAsync(walk.Page.Locator(".brand .title"));
        Assert.InRange(name.Y + name.Height, 0, 64);
    });

    [Theory, ClassData(typeof(EveryScreen))]
    public Task The_form_comes_back_and_what_was_chosen_can_be_taken_back(int width, bool scripts) => browser.WalkAsync(open.House, new Screen(width, scripts), async walk =>
    {
        await walk.GoAsync(Search);
        if (width < 600)
            await walk.Page.GetByText(walk.Say("finder.change")).ClickAsync();
        Assert.True(await walk.Page.Locator("#q").IsVisibleAsync());
        Assert.True(await walk.Page.Locator("input[name=soir]").IsCheckedAsync());
        await walk.Page.Locator(".chosen li a", new() { HasText = "cercle" }).ClickAsync();
        Assert.StartsWith("/groupes?lieu=Rimouski", walk.Here, StringComparison.Ordinal);
        await walk.LookAsync();
    });
}
