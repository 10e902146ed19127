using Alentour.Journeys.Frame;
using Alentour.Tests.Cast;

namespace Alentour.Journeys.Members;

/// <summary>A stranger says « je viens ». The snow comes too. Maude, who greets, knows whom to call.</summary>
public sealed class CancelledByStorm(Browser browser)
{
    [Theory, ClassData(typeof(EveryScreen))]
    public async Task The_stranger_reads_it_first_and_the_greeter_calls(int width, bool scripts)
    {
        await using var house = await House.OpenAsync();
        var screen = new Screen(width, scripts);
        await browser.WalkAsync(house, screen, async maude =>
        {
            await maude.EnterAsAsync("Maude");
            await maude.GoAsync("/groupes/cercle-du-jeudi/entre-nous");
            await maude.PressAsync(maude.Say("welcome.title"));
            await maude.PressAsync(maude.Say("welcome.take"));
            await maude.LookAsync();
            await browser.WalkAsync(house, screen, async stranger =>
            {
                await stranger.GoAsync("/groupes/cercle-du-jeudi/premiere-visite");
                Assert.Empty(await stranger.Context.CookiesAsync());
                await stranger.PressAsync(stranger.Say("firstVisit.come"));
                await stranger.Page.FillAsync("#nom", "Ré");
                await stranger.Page.FillAsync("#joindre", "418 555-0199");
                await stranger.LookAsync();
                await stranger.Page.Locator("main form button").First.ClickAsync();
                Assert.Equal(3, (await stranger.WordsAsync(".visit-words")).Split(' ').Length);
                await stranger.LookAsync();
                await stranger.PressAsync(stranger.Say("visit.see"));
                await stranger.LookAsync();

                await maude.GoAsync("/groupes/cercle-du-jeudi/rencontres");
                await maude.Page.Locator("summary").Filter(new() { Visible = true }).Last.WaitForAsync();
                await maude.Main.Locator("details.fold summary").First.ClickAsync();
                await maude.LookAsync();
                await maude.Main.Locator("input[name=raison]").First.FillAsync("Tempête de neige.");
                await maude.PressAsync(maude.Say("changes.cancel"));
                await stranger.Page.ReloadAsync();
                await stranger.SeesAsync("Tempête de neige.");
                await stranger.LookAsync();
            });
            await maude.GoAsync("/groupes/cercle-du-jeudi/accueil");
            await maude.SeesAsync("418 555-0199");
            await maude.LookAsync();
            await maude.PressAsync(maude.Say("welcome.told"));
            Assert.DoesNotContain("418 555-0199", await maude.Page.ContentAsync());
        });
    }
}
