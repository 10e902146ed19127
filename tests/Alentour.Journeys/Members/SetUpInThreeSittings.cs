using Alentour.Foundation.Running;
using Alentour.Journeys.Frame;
using Alentour.Tests.Cast;
using Walk = Alentour.Journeys.Frame.Walk;

namespace Alentour.Journeys.Members;

/// <summary>Line opens a house in three sittings: she closes the browser midway, goes on in another one, and the machine dies under her.</summary>
public sealed class SetUpInThreeSittings(Browser browser, HouseOfNobody words) : IClassFixture<HouseOfNobody>
{
    [Theory, ClassData(typeof(EveryScreen))]
    public async Task A_set_up_goes_on_where_it_was_left_whatever_stopped_it(int width, bool scripts)
    {
        await using var store = await TestStore.CreateAsync();
        var screen = new Screen(width, scripts);
        var file = Path.Combine(store.Folder, "set-up-code");
        string code;
        await using (var house = await RunningHouse.StartAsync(store.Address, store.Folder, Mode.Live))
        {
            code = (await File.ReadAllTextAsync(file)).Trim();
            Assert.Contains(code, house.Said, StringComparison.Ordinal);
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(file).UnixFileMode);
            await browser.WalkAsync(house.Address, words.House, screen, walk => FirstSittingAsync(walk, code));
            await browser.WalkAsync(house.Address, words.House, screen, async walk =>
            {
                await EnterAsync(walk, code.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant());
                Assert.Equal("/ouverture/langues", walk.Here);
                await walk.GoAsync("/ouverture/nom");
                Assert.Equal("La Passerelle", await walk.Page.InputValueAsync("#nom"));
                await walk.GoAsync("/ouverture/langues");
                await walk.PressAsync(walk.Say("setUp.pass"));
                Assert.Equal("/ouverture/mot", walk.Here);
                await house.KillAsync();
            });
        }
        await using var again = await RunningHouse.StartAsync(store.Address, store.Folder, Mode.Live);
        await browser.WalkAsync(again.Address, words.House, screen, walk => LastSittingAsync(walk, code));
        Assert.False(File.Exists(file));
    }

    static async Task FirstSittingAsync(Walk walk, string code)
    {
        await walk.GoAsync("/ouverture");
        await walk.LookAsync();
        await EnterAsync(walk, code);
        Assert.Equal("/ouverture/nom", walk.Here);
        await walk.Page.FillAsync("#nom", "La Passerelle");
        await walk.LookAsync();
        await walk.PressAsync(walk.Say("setUp.next"));
        Assert.Equal("/ouverture/mission", walk.Here);
        await walk.LookAsync();
        await walk.Page.CheckAsync("[name=mission][value=AlternativeResource]");
        await walk.PressAsync(walk.Say("setUp.next"));
        Assert.Equal("/ouverture/langues", walk.Here);
    }

    static async Task LastSittingAsync(Walk walk, string code)
    {
        await EnterAsync(walk, code);
        foreach (var step in new[] { "mot", "adresse", "heures", "chemin" })
        {
            Assert.Equal($"/ouverture/{step}", walk.Here);
            await walk.LookAsync();
            if (step == "adresse")
                await walk.Page.FillAsync("#telephone", "418 555-0142");
            if (step == "heures")
                await walk.Page.FillAsync("#mardi", "13 h à 16 h");
            await walk.PressAsync(walk.Say("setUp.next"));
        }
        Assert.Equal("/ouverture/lignes", walk.Here);
        await walk.SeesAsync(walk.Say("setUp.lines.unchecked"));
        await walk.LookAsync();
        await walk.PressAsync(walk.Say("setUp.lines.next"));
        foreach (var step in new[] { "venir", "confidentialite" })
        {
            Assert.Equal($"/ouverture/{step}", walk.Here);
            await walk.LookAsync();
            await walk.PressAsync(walk.Say("setUp.pass"));
        }
        await walk.Page.FillAsync("#nom", "Line");
        await walk.LookAsync();
        await walk.PressAsync(walk.Say("open.press"));
        Assert.Equal(6, await walk.Main.Locator(".sign-in-card li").CountAsync());
        await walk.LookAsync();
        await walk.PressAsync(walk.Say("setUp.account.noted"));
        await walk.SeesAsync("La Passerelle");
        await walk.LookAsync();
        await walk.PressAsync(walk.Say("setUp.review.press"));
        Assert.Equal("/reglages/debut", walk.Here);
        await walk.LookAsync();
        foreach (var page in new[] { "/reglages", "/reglages/heures", "/maison/affiche", "/roles", "/garanties", "/maison/journal" })
        {
            await walk.GoAsync(page);
            await walk.LookAsync();
        }
        await walk.SeesAsync(walk.Say("journal.mark.opening"));
    }

    static async Task EnterAsync(Walk walk, string code)
    {
        await walk.GoAsync("/ouverture");
        await walk.Page.FillAsync("#code", code);
        await walk.PressAsync(walk.Say("setUp.enter.press"));
    }
}
