using Alentour.Journeys.Frame;
using Microsoft.Playwright;

namespace Alentour.Journeys.Circles;

/// <summary>What a person presses on the page of a circle, as a thumb finds it: folded parts are opened first.</summary>
static class CirclePresses
{
    /// <summary>Presses one of the choices: "passer", "parler", "fini" and the like.</summary>
    public static Task ChooseAsync(this Walk walk, string press) => walk.PressOnAsync($"button[name=geste][value='{press}']");

    /// <summary>Presses it, and waits until the middle of the circle says this of somebody.</summary>
    public static async Task ChooseAsync(this Walk walk, string press, string then, string name)
    {
        await walk.ChooseAsync(press);
        await walk.HearsAsync(walk.Say(then, ("name", name)));
    }

    /// <summary>Fails unless this stands under a name of the ring, on a page asked for now.</summary>
    public static async Task IsUnderAsync(this Walk walk, string circle, string name, string key)
    {
        await walk.GoAsync(circle);
        Assert.Contains(walk.Say(key), await walk.WordsAsync($".seats li:has(b:text-is('{name}'))"), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Presses the button that bears a name in a form of this press.</summary>
    public static Task OnNameAsync(this Walk walk, string press, string name) => walk.PressOnAsync($"form:has(input[name=geste][value='{press}']) button:text-is('{name}')");

    /// <summary>Presses the button of this value in a form of this press.</summary>
    public static Task WithValueAsync(this Walk walk, string press, string value) => walk.PressOnAsync($"form:has(input[name=geste][value='{press}']) button[value='{value}']");

    public static async Task SeatAsync(this Walk walk, string name, string way)
    {
        await walk.UnfoldAsync(walk.Page.Locator("#nom-place"));
        await walk.Page.Locator("#nom-place").FillAsync(name);
        await walk.WithValueAsync("asseoir", way);
        await walk.SeatsAsync(name);
    }

    /// <summary>Waits until this name stands among the seats.</summary>
    public static Task SeatsAsync(this Walk walk, string name) => Assertions.Expect(walk.Page.Locator($".seats li:has-text('{name}'), .tablet-seats li:has-text('{name}')").First).ToBeVisibleAsync(new() { Timeout = 15_000 });

    /// <summary>Waits until the middle of the circle says this; the page of somebody without script is asked for again.</summary>
    public static async Task HearsAsync(this Walk walk, string words)
    {
        for (var tries = 0; !walk.Screen.Scripts && tries < 40 && !(await walk.WordsAsync("main")).Contains(words, StringComparison.Ordinal); tries++)
        {
            await Task.Delay(200);
            await walk.Page.ReloadAsync();
        }
        await Assertions.Expect(walk.Page.GetByText(words).Filter(new() { Visible = true }).First).ToBeVisibleAsync(new() { Timeout = 15_000 });
    }

    public static async Task PressOnAsync(this Walk walk, string selector)
    {
        var button = walk.Page.Locator(selector).First;
        await button.WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = 15_000 });
        await walk.UnfoldAsync(button);
        // Answered is done; the page that shows it comes by itself, with script or without.
        await walk.Page.RunAndWaitForResponseAsync(() => button.ClickAsync(), answer => answer.Request.Method == "POST");
    }

    static async Task UnfoldAsync(this Walk walk, ILocator what)
    {
        if (!await what.IsVisibleAsync())
            await what.Locator("xpath=ancestor::details[1]/summary").ClickAsync();
    }
}
