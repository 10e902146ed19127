using System.Text.RegularExpressions;
using Alentour.Journeys.Frame;
using Alentour.Tests.Cast;
using Walk = Alentour.Journeys.Frame.Walk;

namespace Alentour.Journeys.Circles;

/// <summary>
/// Thursday, a church basement. Maude keeps the circle on a telephone without script. Gilles, Ghislaine and Réal sit in the room and share a
/// tablet; Yvon and Carmen are on the telephone; Zoé comes for the first time, with three words; Luc's telephone sleeps for forty minutes.
/// The network goes away in the middle of a round, then Maude's telephone dies. Everybody has their turn.
/// </summary>
public sealed partial class TheThursdayEvening(Browser browser)
{
    [Theory, InlineData(360), InlineData(1280)]
    public async Task Everybody_has_their_turn_from_a_basement_with_two_telephones_and_a_tablet(int width)
    {
        await using var house = await House.OpenAsync(now: MovableClock.ThursdayAfternoon.AddHours(4.5));
        await WalkAsync(house, width, scripts: false, maude => WalkAsync(house, width, scripts: true, luc => WalkAsync(house, width, scripts: true, tablet => WalkAsync(house, width, scripts: true, async zoe =>
        {
            await AnnounceAsync(zoe);
            var circle = await OpenAsync(maude);
            await EnterAsync(luc, circle);
            await SeatTheOthersAsync(maude, circle);
            await OpenTabletAsync(tablet, maude, circle);
            await ComeForTheFirstTimeAsync(zoe, luc, circle);
            await FirstHalfAsync(house, maude, luc, tablet, circle);
            await WithoutNetworkAsync(house, maude, tablet, zoe, circle);
            await LastOnesAsync(house, luc, tablet, zoe, circle);
            foreach (var walk in new[] { maude, luc, tablet, zoe })
                foreach (var asked in new[] { "", "?auto=1", "?auto=suite", "/flux" })
                    walk.Complaints.Expect(circle + asked, 404);
            await MaudeIsGoneAsync(house, luc, zoe, circle);
        }))));
    }

    Task WalkAsync(House house, int width, bool scripts, Func<Walk, Task> journey) => browser.WalkAsync(house, new Screen(width, scripts), journey);

    static async Task AnnounceAsync(Walk zoe)
    {
        await zoe.GoAsync("/groupes/cercle-du-jeudi/premiere-visite");
        await zoe.PressAsync(zoe.Say("firstVisit.come"));
        await zoe.Page.FillAsync("#nom", "Zoé");
        await zoe.Page.Locator("main form button").First.ClickAsync();
        Assert.Equal(3, (await zoe.WordsAsync(".visit-words")).Split(' ').Length);
    }

    static async Task<string> OpenAsync(Walk maude)
    {
        await maude.EnterAsAsync("Maude");
        await maude.GoAsync("/groupes/cercle-du-jeudi/cercle");
        await maude.LookAsync();
        await maude.Page.FillAsync("#question", "Qu'est-ce qui m'a fait du bien cette semaine?");
        await maude.ChooseAsync("ouvrir");
        await maude.LookAsync();
        return maude.Here;
    }

    static async Task EnterAsync(Walk luc, string circle)
    {
        await luc.EnterAsAsync("Luc");
        await luc.GoAsync(circle);
        await luc.LookAsync();
        Assert.DoesNotContain("Maude", await luc.WordsAsync("main"));
        await luc.ChooseAsync("entrer");
        await luc.SeatsAsync("Maude");
        await luc.LookAsync();
    }

    static async Task SeatTheOthersAsync(Walk maude, string circle)
    {
        await maude.GoAsync(circle);
        foreach (var (name, way) in new[] { ("Gilles", "Room"), ("Ghislaine", "Room"), ("Réal", "Room"), ("Yvon", "Phone"), ("Carmen", "Phone") })
            await maude.SeatAsync(name, way);
        await maude.LookAsync();
    }

    static async Task OpenTabletAsync(Walk tablet, Walk maude, string circle)
    {
        var words = await maude.Page.Locator(".circle-words").First.TextContentAsync();
        await tablet.GoAsync("/cercles/tablette");
        await tablet.LookAsync();
        await tablet.Page.FillAsync("#mots", words!);
        await tablet.Page.Locator("main form button").First.ClickAsync();
        await tablet.HearsAsync("Ghislaine");
        Assert.Equal(circle, tablet.Here);
        await maude.GoAsync(circle);
        await maude.SeatsAsync(maude.Say("circle.tablet"));
    }

    static async Task ComeForTheFirstTimeAsync(Walk zoe, Walk luc, string circle)
    {
        await zoe.GoAsync("/ma-visite");
        await zoe.PressAsync(zoe.Say("arrive.title"));
        await zoe.LookAsync();
        await zoe.ChooseAsync("entrer");
        await zoe.HearsAsync(zoe.Say("threshold.lead"));
        await zoe.LookAsync();
        await luc.HearsAsync(luc.Say("circle.atThreshold", ("name", "Zoé")));
        await luc.ChooseAsync("entrez");
        await luc.SeatsAsync("Zoé");
        await zoe.GoAsync(circle);
        await zoe.SeatsAsync("Maude");
    }

    /// <summary>Maude speaks; Luc's telephone sleeps, and two minutes later the pebble goes on without him; the room answers on the tablet.</summary>
    static async Task FirstHalfAsync(House house, Walk maude, Walk luc, Walk tablet, string circle)
    {
        await maude.GoAsync(circle);
        await maude.WithValueAsync("etape", "1");
        await luc.HearsAsync(luc.Say("circle.centre.has", ("name", "Maude")));
        await luc.GoOfflineAsync();
        await maude.ChooseAsync("parler");
        await maude.HearsAsync(maude.Say("circle.mine.speaking"));
        await maude.LookAsync();
        await maude.ChooseAsync("fini");
        house.Clock.Advance(TimeSpan.FromMinutes(2.5));
        await tablet.HearsAsync(tablet.Say("circle.centre.has", ("name", "Gilles")));
        await tablet.LookAsync();
        await tablet.ChooseAsync("passer");
        await tablet.HearsAsync(tablet.Say("circle.centre.has", ("name", "Ghislaine")));
        await tablet.ChooseAsync("parler");
        await tablet.HearsAsync(tablet.Say("circle.centre.speaks", ("name", "Ghislaine")));
        await tablet.ChooseAsync("fini");
        await tablet.HearsAsync(tablet.Say("circle.centre.has", ("name", "Réal")));
        await tablet.ChooseAsync("tard");
        await tablet.HearsAsync(tablet.Say("circle.centre.has", ("name", "Yvon")));
        await maude.GoAsync(circle);
        await maude.ChooseAsync("parler");
        await tablet.HearsAsync(tablet.Say("circle.centre.speaks", ("name", "Yvon")));
    }

    /// <summary>Twenty-five minutes without network: Yvon and Carmen have spoken when it is back, and Maude says where the room is with one press.</summary>
    static async Task WithoutNetworkAsync(House house, Walk maude, Walk tablet, Walk zoe, string circle)
    {
        await tablet.GoOfflineAsync();
        await maude.Context.SetOfflineAsync(true);
        house.Clock.Advance(TimeSpan.FromMinutes(25));
        await tablet.SeesAsync("Le cercle continue entre vous");
        await tablet.GoOnlineAsync();
        await maude.Context.SetOfflineAsync(false);
        await maude.GoAsync(circle);
        await maude.OnNameAsync("ou", "Zoé");
        await zoe.HearsAsync(zoe.Say("circle.mine.speaking"));
        await tablet.HearsAsync(tablet.Say("circle.centre.speaks", ("name", "Zoé")));
        await zoe.LookAsync();
    }

    /// <summary>Forty minutes later Luc's telephone wakes: the pebble has come back to him. Réal, who said later, has his turn too.</summary>
    static async Task LastOnesAsync(House house, Walk luc, Walk tablet, Walk zoe, string circle)
    {
        await zoe.ChooseAsync("fini");
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await luc.GoOnlineAsync();
        await luc.GoAsync(circle);
        await luc.HearsAsync(luc.Say("circle.mine.offered"));
        await luc.ChooseAsync("passer");
        await tablet.HearsAsync(tablet.Say("circle.centre.has", ("name", "Réal")));
        await tablet.ChooseAsync("parler");
        await tablet.HearsAsync(tablet.Say("circle.centre.speaks", ("name", "Réal")));
        await tablet.ChooseAsync("fini");
        await luc.HearsAsync(luc.Say("circle.centre.over"));
    }

    /// <summary>Maude's telephone is dead: Luc asks to keep the circle, waits two minutes, goes to the end and closes.</summary>
    static async Task MaudeIsGoneAsync(House house, Walk luc, Walk zoe, string circle)
    {
        await luc.ChooseAsync("garder");
        await luc.HearsAsync(luc.Say("circle.youAsked"));
        house.Clock.Advance(TimeSpan.FromMinutes(2.5));
        await luc.HearsAsync(luc.Say("circle.keeping"));
        await luc.LookAsync();
        await luc.ChooseAsync("fermer");
        await luc.HearsAsync(luc.Say("over.title"));
        await luc.LookAsync();
        await zoe.GoAsync(circle, 404);
        await zoe.HearsAsync(zoe.Say("circleClosed.title"));
        await zoe.LookAsync();
        Assert.DoesNotMatch(Names(), await zoe.Page.ContentAsync());
    }

    [GeneratedRegex("Maude|Luc|Gilles|Ghislaine|Réal|Yvon|Carmen|Zoé")]
    private static partial Regex Names();
}
