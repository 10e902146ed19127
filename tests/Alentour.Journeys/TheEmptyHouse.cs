using Alentour.Foundation.Running;
using Alentour.Journeys.Frame;
using Alentour.Tests.Cast;

namespace Alentour.Journeys;

/// <summary>Nobody has set up the house yet, or its database is away: what stands there is still worthy of a visit, and help answers.</summary>
public sealed class TheEmptyHouse(Browser browser, HouseOfNobody nobody) : IClassFixture<HouseOfNobody>
{
    [Theory]
    [InlineData(360, false)]
    [InlineData(1280, true)]
    public Task A_house_of_nobody_says_so_and_leads_to_what_already_answers(int width, bool night) => browser.WalkAsync(nobody.House, new Screen(width, Night: night), async walk =>
    {
        await walk.GoAsync("/");
        await walk.SeesAsync(walk.Say("home.empty.title"));
        await walk.LookAsync();
        await walk.GoAsync("/groupes");
        await walk.LookAsync();
        await walk.PressAsync(walk.Say("layout.urgent"));
        Assert.Equal("/aide", walk.Here);
        await walk.LookAsync();
    });

    [Fact]
    public async Task While_the_database_is_away_a_page_says_so_and_help_answers()
    {
        await using var house = await House.OpenAsync(Mode.Demo, database: "postgres:Host=127.0.0.1;Port=1;Username=nobody;Database=none;Timeout=1", wait: false);
        await browser.WalkAsync(house, Screen.Phone, async walk =>
        {
            await walk.GoAsync("/", 503);
            await walk.SeesAsync(walk.Say("sorry.closed.title"));
            await walk.LookAsync();
            await walk.PressAsync(walk.Say("sorry.help"));
            Assert.Equal("/aide", walk.Here);
            await walk.LookAsync();
        });
    }
}
