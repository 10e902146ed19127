using Alentour.Foundation.Web;
using Alentour.Journeys.Frame;
using Microsoft.Playwright;

namespace Alentour.Journeys;

/// <summary>Somebody comes into the room. The page must be gone at once, and the way back must not lead to it.</summary>
public sealed class LeaveFast(Browser browser, OpenHouse open) : IClassFixture<OpenHouse>
{
    const string Exit = "a.exit[data-exit]";

    [Theory]
    [InlineData(360, "/")]
    [InlineData(1280, "/")]
    [InlineData(360, "/groupes/cercle-du-jeudi")]
    public Task A_press_hides_the_page_before_the_next_frame_and_the_way_back_does_not_show_it(int width, string page) => browser.WalkAsync(open.House, new Screen(width), async walk =>
    {
        await walk.GoAsync("/affichage");
        await walk.GoAsync(page);
        await LeaveAsync(walk, () => PressExitAsync(walk));
        await GoBackAsync(walk, to: "/affichage");
        await Assertions.Expect(walk.Main).ToBeVisibleAsync();
    });

    [Fact]
    public Task Shift_pressed_three_times_does_the_same() => browser.WalkAsync(open.House, Screen.Desk, async walk =>
    {
        await walk.GoAsync("/affichage");
        await walk.GoAsync("/");
        await LeaveAsync(walk, () => ShiftAsync(walk, 3));
        await GoBackAsync(walk, to: "/affichage");
    });

    [Fact]
    public Task Shift_says_how_many_presses_are_left_and_writing_a_capital_does_not_leave() => browser.WalkAsync(open.House, Screen.Desk, async walk =>
    {
        await walk.GoAsync("/");
        await ShiftAsync(walk, 2);
        Assert.Equal(walk.Say("exit.presses").Split('|')[1], (await walk.Page.Locator("body > [role=status]").InnerTextAsync()).Trim());
        await walk.Page.FillAsync("#q", "");
        await walk.Page.Locator("#q").PressSequentiallyAsync("Un Deux Trois Quatre");
        await ShiftAsync(walk, 2);
        Assert.Equal("/", walk.Here);
        await Assertions.Expect(walk.Main).ToBeVisibleAsync();
    });

    [Fact]
    public Task Without_network_an_empty_page_takes_the_place_of_this_one() => browser.WalkAsync(open.House, Screen.Phone, async walk =>
    {
        await walk.GoAsync("/affichage");
        await walk.GoAsync("/");
        await walk.WorkerIsReadyAsync();
        await walk.GoOfflineAsync();
        // Awaited from before: an empty page may be there before anybody asks.
        var empty = walk.Page.WaitForURLAsync("about:blank", new() { WaitUntil = WaitUntilState.Commit });
        await PressExitAsync(walk);
        await empty;
        Assert.Equal("", await walk.Page.InnerTextAsync("body"));
        await walk.GoOnlineAsync();
        await GoBackAsync(walk, to: "/affichage");
    });

    [Theory, ClassData(typeof(EveryScreen))]
    public Task Leaving_drops_every_cookie_but_the_display_choices(int width, bool scripts) => browser.WalkAsync(open.House, new Screen(width, scripts), async walk =>
    {
        var house = walk.House.Address.ToString();
        await walk.Context.AddCookiesAsync([
            new() { Name = Display.LanguageCookie, Value = "fr", Url = house },
            new() { Name = Display.ChoiceCookie, Value = "nuit", Url = house },
            new() { Name = "place", Value = "a-seat-in-a-circle", Url = house },
        ]);
        var weather = await Weather.OutsideAsync(walk);
        weather.Let();
        await walk.GoAsync("/");
        await walk.Page.ClickAsync(Exit);
        await weather.IsInSightAsync(walk);
        var kept = from cookie in await walk.Context.CookiesAsync([house]) orderby cookie.Name select cookie.Name;
        Assert.Equal([Display.ChoiceCookie, Display.LanguageCookie], kept);
    });

    [Fact]
    public Task The_explanation_leads_out_by_a_press_of_its_own() => browser.WalkAsync(open.House, Screen.Phone, async walk =>
    {
        var weather = await Weather.OutsideAsync(walk);
        weather.Let();
        await walk.GoAsync("/traces");
        await walk.SeesAsync(weather.Address.Host);
        await walk.Way(walk.Say("traces.does.try")).ClickAsync();
        await weather.IsInSightAsync(walk);
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task From_every_page_the_way_out_leads_out(bool scripts) => browser.WalkAsync(open.House, new Screen(360, scripts), async walk =>
    {
        var weather = await Weather.OutsideAsync(walk);
        weather.Let();
        foreach (var page in await PublicPages.KindsAsync(walk.House))
        {
            await walk.GoAsync(page);
            await walk.Page.ClickAsync("a.exit[href='/quitter']");
            await weather.IsInSightAsync(walk);
        }
    });

    /// <summary>
    /// Leaves by <paramref name="how"/> while the weather is slow to come: the page must not wait for it to vanish. The page itself looks,
    /// and tells by its console: a page that is being left answers no question. The next frame is 16 ms away, on a busy machine too.
    /// </summary>
    static async Task LeaveAsync(Walk walk, Func<Task> how)
    {
        var weather = await Weather.OutsideAsync(walk);
        await walk.Page.EvaluateAsync("""
            () => {
              let presses = 0;
              const look = () => requestAnimationFrame(() => console.info(getComputedStyle(document.body).display === "none" ? "gone" : "still there"));
              document.addEventListener("click", look, true);
              document.addEventListener("keydown", e => { if (e.key === "Shift" && ++presses === 3) look(); }, true);
            }
            """);
        var nextFrame = walk.Page.WaitForConsoleMessageAsync(new() { Predicate = m => m.Text is "gone" or "still there" });
        var leaving = walk.Page.WaitForRequestAsync(new Uri(walk.House.Address, "/quitter").ToString());
        await how();
        Assert.Equal("gone", (await nextFrame).Text);
        await leaving;
        weather.Let();
        await weather.IsInSightAsync(walk);
    }

    /// <summary>From the page in sight: Playwright's own way back asks a page that may just have been put aside.</summary>
    static async Task GoBackAsync(Walk walk, string to)
    {
        var back = walk.Page.WaitForURLAsync(new Uri(walk.House.Address, to).ToString());
        // A moment later: a page that goes at once may go before it has answered.
        await walk.Page.EvaluateAsync("() => { setTimeout(() => history.back(), 50); }");
        await back;
    }

    /// <summary>By the mouse itself: Playwright's own click would wait for the page that follows.</summary>
    static async Task PressExitAsync(Walk walk)
    {
        var box = await walk.BoxAsync(walk.Page.Locator(Exit));
        await walk.Page.Mouse.ClickAsync(box.X + box.Width / 2, box.Y + box.Height / 2);
    }

    static async Task ShiftAsync(Walk walk, int times)
    {
        for (var i = 0; i < times; i++)
            await walk.Page.Keyboard.PressAsync("Shift");
    }
}
