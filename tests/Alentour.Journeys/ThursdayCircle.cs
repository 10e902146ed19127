using Alentour.Journeys.Frame;
using Microsoft.Playwright;

namespace Alentour.Journeys;

/// <summary>« Un cercle, le jeudi, le soir, près de Rimouski »: from the first page to the door, the coffee and one's own calendar.</summary>
public sealed class ThursdayCircle(Browser browser, OpenHouse open) : IClassFixture<OpenHouse>
{
    const string Circle = "Cercle du jeudi";
    const string Group = "/groupes/cercle-du-jeudi";
    const int MostStops = 80;

    [Theory, ClassData(typeof(EveryScreen))]
    public Task A_circle_is_found_by_word_town_and_evening_up_to_its_door_and_its_calendar(int width, bool scripts) => browser.WalkAsync(open.House, new Screen(width, scripts), async walk =>
    {
        await walk.GoAsync("/");
        await walk.Page.FillAsync("#q", "cercle");
        await walk.Page.FillAsync("#lieu", "Rimouski");
        await walk.Page.SelectOptionAsync("#jour", "jeudi");
        await walk.PressAsync(walk.Say("home.search.go"));
        Assert.StartsWith("/groupes?", walk.Here);

        if (width < 600)
            await walk.Page.GetByText(walk.Say("finder.change")).ClickAsync();
        await walk.Page.CheckAsync("[name=soir]");
        await walk.PressAsync(walk.Say("finder.go"));
        Assert.Contains("q=cercle", walk.Here);
        Assert.Contains("lieu=Rimouski", walk.Here);
        Assert.Contains("jour=jeudi", walk.Here);
        Assert.Contains("soir=1", walk.Here);
        Assert.Equal(Circle, await walk.Main.Locator("ul.groups h3").First.InnerTextAsync());
        await walk.LookAsync();

        await walk.PressAsync(Circle);
        Assert.Equal(Group, walk.Here);
        await walk.PressAsync(walk.Say("group.firstLink"));
        Assert.Equal(Group + "/premiere-visite", walk.Here);
        foreach (var step in new[] { "firstVisit.door", "firstVisit.smell", "firstVisit.greeter", "firstVisit.length", "firstVisit.willNot", "firstVisit.leave" })
            await walk.SeesAsync(walk.Say(step));
        await walk.LookAsync();

        Assert.Contains("BEGIN:VEVENT", await DownloadAsync(walk, walk.Way(walk.Say("group.calendar"))));
    });

    [Fact]
    public Task The_same_by_keyboard_alone() => browser.WalkAsync(open.House, Screen.Desk, async walk =>
    {
        await walk.GoAsync("/");
        await TabToAsync(walk, "#q");
        await walk.Page.Keyboard.TypeAsync("cercle");
        await TabToAsync(walk, "#lieu");
        await walk.Page.Keyboard.TypeAsync("Rimouski");
        await TabToAsync(walk, "#jour");
        await walk.Page.Keyboard.TypeAsync("jeudi");
        await TabToAsync(walk, "form[role=search] button.solid");
        await PressEnterAsync(walk, "**/groupes?**");
        Assert.Contains("jour=jeudi", walk.Here);
        await TabToAsync(walk, $"main a[href='{Group}']");
        await PressEnterAsync(walk, "**" + Group);
        await TabToAsync(walk, $"main a[href='{Group}/premiere-visite']");
        await PressEnterAsync(walk, "**/premiere-visite");
        await TabToAsync(walk, $"main a[href='{Group}.ics']");
        var download = await walk.Page.RunAndWaitForDownloadAsync(() => walk.Page.Keyboard.PressAsync("Enter"));
        Assert.Contains("BEGIN:VEVENT", await File.ReadAllTextAsync(await download.PathAsync()));
    });

    [Fact]
    public Task The_way_past_the_header_leads_into_the_page() => browser.WalkAsync(open.House, Screen.Phone, async walk =>
    {
        await walk.GoAsync(Group);
        await walk.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(walk.Page.Locator("a.skip")).ToBeInViewportAsync();
        await walk.Page.Keyboard.PressAsync("Enter");
        await walk.Page.Keyboard.PressAsync("Tab");
        Assert.True(await walk.Page.EvaluateAsync<bool>("() => document.querySelector('main').contains(document.activeElement)"), "Tab after the skip link does not enter main");
    });

    /// <summary>A calendar by the type its answer says, and as the file it gives.</summary>
    static async Task<string> DownloadAsync(Walk walk, ILocator link)
    {
        var answer = await walk.Page.APIRequest.GetAsync((await link.GetAttributeAsync("href"))!);
        Assert.StartsWith("text/calendar", answer.Headers["content-type"]);
        var download = await walk.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        Assert.EndsWith(".ics", download.SuggestedFilename);
        return await File.ReadAllTextAsync(await download.PathAsync());
    }

    /// <summary>Presses Tab until <paramref name="goal"/> has the focus; at every stop the focus must be in sight and marked (WCAG 2.4.7, 2.4.11).</summary>
    static async Task TabToAsync(Walk walk, string goal)
    {
        for (var stop = 0; stop < MostStops; stop++)
        {
            await walk.Page.Keyboard.PressAsync("Tab");
            var focus = await walk.Page.EvaluateAsync<string>("""
                goal => {
                  const e = document.activeElement, box = e.getBoundingClientRect(), style = getComputedStyle(e);
                  const x = box.x + Math.min(box.width, innerWidth) / 2, y = box.y + box.height / 2;
                  const at = document.elementFromPoint(x, y);
                  if (style.outlineStyle === "none" && style.boxShadow === "none") return "unmarked: " + e.outerHTML.slice(0, 120);
                  if (!at || !(e.contains(at) || at.contains(e) || e.labels && [...e.labels].some(l => l.contains(at)))) return "hidden: " + e.outerHTML.slice(0, 120);
                  return e.matches(goal) ? "here" : "";
                }
                """, goal);
            if (focus == "here")
                return;
            Assert.Equal("", focus);
        }
        Assert.Fail($"The keyboard does not reach {goal} on {walk.Here}");
    }

    static async Task PressEnterAsync(Walk walk, string address)
    {
        await walk.Page.Keyboard.PressAsync("Enter");
        await walk.Page.WaitForURLAsync(address);
    }
}
