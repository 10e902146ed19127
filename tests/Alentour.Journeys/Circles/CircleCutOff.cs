using Alentour.Journeys.Frame;
using Microsoft.Playwright;
using static Alentour.Journeys.Circles.CircleLive;

namespace Alentour.Journeys.Circles;

/// <summary>Without network, or with a network that fails now and then, the page says so and finds its place again.</summary>
public sealed class CircleCutOff(Browser browser)
{
    [Fact]
    public async Task Cut_off_the_page_says_since_when_and_finds_its_place_again()
    {
        await using var evening = await Evening.OpenAsync();
        await browser.WalkAsync(evening.House, Screen.Phone, async luc =>
        {
            await evening.ComeAsync(luc, "Luc");
            await evening.BeginAsync();
            await SaysAsync(luc, "circle.centre.has", ("name", "Simone"));
            await luc.GoOfflineAsync();
            var cut = luc.Page.Locator(".circle-cut");
            await Assertions.Expect(cut).ToBeVisibleAsync();
            Assert.Matches("depuis \\d{1,2}\u00a0h", await cut.InnerTextAsync());

            await luc.Way(luc.Say("circle.pass")).ClickAsync();
            await Assertions.Expect(luc.Page.Locator(".circle-told [role=alert]")).ToHaveTextAsync(luc.Say("circle.unsent"));
            await evening.PressAsync("Simone", "passer");

            await luc.GoOnlineAsync();
            await SaysAsync(luc, "circle.centre.you", within: 5000);
            await Assertions.Expect(cut).ToBeHiddenAsync();
            await luc.Way(luc.Say("circle.pass")).ClickAsync();
            await SaysAsync(luc, "circle.centre.over");
            await Assertions.Expect(luc.Page.Locator(".circle-told [role=alert]")).ToHaveCountAsync(0);
        });
    }

    [Fact]
    public async Task A_look_that_fails_while_the_line_lives_is_asked_for_again()
    {
        await using var evening = await Evening.OpenAsync();
        await browser.WalkAsync(evening.House, Screen.Phone, async luc =>
        {
            await evening.ComeAsync(luc, "Luc");
            await evening.BeginAsync();
            await SaysAsync(luc, "circle.centre.has", ("name", "Simone"));
            luc.Complaints.IsOffline = true;
            await luc.Context.RouteAsync("**?auto=suite", route => route.AbortAsync(), new() { Times = 1 });
            await evening.PressAsync("Simone", "passer");
            await SaysAsync(luc, "circle.centre.you", within: 5000);
            await Assertions.Expect(luc.Page.Locator(".circle-cut")).ToBeHiddenAsync();
        });
    }
}
