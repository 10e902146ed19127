using Alentour.Journeys.Frame;
using Alentour.Tests.Cast;
using Microsoft.Playwright;

namespace Alentour.Journeys.Members;

/// <summary>Somebody with no e-mail and no phone of their own is given a name of choice and a card, and comes in with it on another device.</summary>
public sealed class CardInTwoMinutes(Browser browser)
{
    [Theory, ClassData(typeof(EveryScreen))]
    public async Task A_newcomer_without_e_mail_comes_in_and_comes_back_with_six_words(int width, bool scripts)
    {
        await using var house = await House.OpenAsync();
        var screen = new Screen(width, scripts);
        IReadOnlyList<string> words = [];
        await browser.WalkAsync(house, screen, async walk =>
        {
            await walk.GoAsync("/entrer");
            await walk.PressAsync(walk.Say("enter.newLink"));
            await walk.Page.FillAsync("#nom", "Zoé du quai");
            await walk.Page.CheckAsync("[name=majeur]");
            await walk.LookAsync();
            await walk.PressAsync(walk.Say("open.press"));
            words = await walk.Main.Locator(".sign-in-card li").AllInnerTextsAsync();
            Assert.Equal(6, words.Count);
            await walk.LookAsync();
            await walk.PressAsync(walk.Say("open.card.noted"));
            Assert.Equal("/aujourdhui", walk.Here);
            await walk.SeesAsync("Zoé du quai");
            await walk.PressAsync(walk.Say("layout.signOut"));
            Assert.Equal("/c-est-ferme", walk.Here);
            await walk.LookAsync();
        });
        await browser.WalkAsync(house, screen, async walk =>
        {
            walk.Complaints.Expect("/entrer", 422);
            await walk.GoAsync("/mes-acces", 200);
            Assert.Equal("/entrer?retour=%2Fmes-acces", walk.Here);
            await walk.Page.FillAsync("#mots", string.Join(' ', words.Reverse()));
            await walk.Page.Locator("main form button").First.ClickAsync();
            await walk.SeesAsync(walk.Say("enter.refusal.unknown"));
            await walk.LookAsync();
            await walk.Page.FillAsync("#mots", string.Join(' ', words).ToUpperInvariant());
            await walk.Page.Locator("main form button").First.ClickAsync();
            await walk.Page.WaitForURLAsync("**/mes-acces");
            await Assertions.Expect(walk.Page.Locator(".sessions > li")).ToHaveCountAsync(1);
        });
    }

    [Theory, ClassData(typeof(EveryScreen))]
    public async Task Everything_is_taken_away_and_then_erased(int width, bool scripts)
    {
        await using var house = await House.OpenAsync();
        await browser.WalkAsync(house, new Screen(width, scripts), async walk =>
        {
            await walk.EnterAsAsync("Maude");
            await walk.PressAsync(walk.Say("records.title"));
            var file = await walk.Page.RunAndWaitForDownloadAsync(() => walk.Way(walk.Say("records.file")).ClickAsync());
            Assert.Contains("Cercle du jeudi", await File.ReadAllTextAsync(await file.PathAsync()));
            await walk.PressAsync(walk.Say("records.eraseLink"));
            await walk.Page.CheckAsync("[name=oui]");
            await walk.PressAsync(walk.Say("erase.press"));
            Assert.Equal("/c-est-efface", walk.Here);
            await walk.LookAsync();
            await walk.GoAsync("/aujourdhui");
            Assert.StartsWith("/entrer", walk.Here);
        });
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM person WHERE chosen_name = 'Maude'"));
    }
}
