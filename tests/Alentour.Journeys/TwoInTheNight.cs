using Alentour.Journeys.Frame;
using Microsoft.Playwright;

namespace Alentour.Journeys;

/// <summary>2 h 10 in the night, an old phone, one thumb. One press to a line that answers, and a way that needs no voice.</summary>
public sealed class TwoInTheNight(Browser browser, HouseByNight night) : IClassFixture<HouseByNight>
{
    const double Thumb = 48;

    [Theory, ClassData(typeof(EveryScreen))]
    public Task One_press_leads_to_a_line_that_answers_and_to_a_way_without_voice(int width, bool scripts) => browser.WalkAsync(night.House, new Screen(width, scripts, Night: true), async walk =>
    {
        await walk.GoAsync("/");
        var press = walk.Main.Locator("a[href='/aide']").First;
        await StandsInTheFirstScreenAsync(walk, press);
        await press.ClickAsync();
        Assert.Equal("/aide", walk.Here);
        Assert.Contains("2 h 10", (await walk.WordsAsync("main h2")).Replace('\u00a0', ' '));
        await StandsInTheFirstScreenAsync(walk, walk.Main.Locator(".urgent a[href^='tel:']").First);
        await StandsInTheFirstScreenAsync(walk, walk.Main.Locator(".urgent a[href^='sms:']").First);
        await walk.LookAsync();
    });

    [Fact]
    public Task Nobody_has_to_guess_what_the_call_costs_who_answers_and_who_may_come() => browser.WalkAsync(night.House, new Screen(360, Scripts: false), async walk =>
    {
        await walk.GoAsync("/aide");
        var first = await walk.WordsAsync(".urgent");
        foreach (var fact in new[] { "help.fact.hours", "help.fact.cost", "help.fact.alert" })
            Assert.Contains(walk.Say(fact).Trim(), first.Replace('\u00a0', ' ').Replace(" :", "\u00a0:"));
        await walk.SeesAsync(walk.Say("help.list.unconfirmed"));
    });

    [Fact]
    public Task Every_number_to_call_or_write_to_is_wide_enough_for_a_shaking_thumb() => browser.WalkAsync(night.House, Screen.Phone, async walk =>
    {
        await walk.GoAsync("/aide");
        var numbers = await walk.Main.Locator("a[href^='tel:'], a[href^='sms:']").AllAsync();
        Assert.True(numbers.Count >= 6, $"only {numbers.Count} numbers");
        foreach (var number in numbers)
        {
            var box = await walk.BoxAsync(number);
            Assert.True(box.Height >= Thumb && box.Width >= Thumb, $"{await number.GetAttributeAsync("href")} is {box.Width} × {box.Height} px");
        }
    });

    [Fact]
    public Task The_lamp_is_lit_without_asking_when_the_device_is_dark() => browser.WalkAsync(night.House, new Screen(360, Night: true), async walk =>
    {
        await walk.GoAsync("/aide");
        Assert.Equal("rgb(21, 32, 31)", await walk.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
    });

    /// <summary>In sight before any scrolling, nothing over it, and 48 px to press.</summary>
    static async Task StandsInTheFirstScreenAsync(Walk walk, ILocator way)
    {
        var box = await walk.BoxAsync(way);
        var what = await way.GetAttributeAsync("href");
        Assert.True(box.Height >= Thumb, $"{what} is {box.Height} px high");
        Assert.True(box.Y >= 0 && box.Y + box.Height <= walk.Screen.Height && box.X + box.Width <= walk.Screen.Width, $"{what} ends at {box.Y + box.Height} px of {walk.Screen.Height}");
        Assert.True(await way.EvaluateAsync<bool>("e => { const b = e.getBoundingClientRect(); return e.contains(document.elementFromPoint(b.x + b.width / 2, b.y + b.height / 2)); }"), $"something covers {what}");
    }
}
