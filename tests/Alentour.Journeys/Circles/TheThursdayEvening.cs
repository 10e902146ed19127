using System.Text.RegularExpressions;
using Alentour.Journeys.Frame;
using Alentour.Tests.Cast;
using Walk = Alentour.Journeys.Frame.Walk;

namespace Alentour.Journeys.Circles;

/// <summary>
/// Thursday, a church basement. Maude keeps the circle on a telephone without script. Gilles, Ghislaine and Réal sit in the room and share a
/// tablet; Yvon and Carmen are on the telephone; Zoé comes for the first time, with her three words on a piece of paper; Luc's telephone sleeps
/// for forty minutes.
/// The network goes away in the middle of a round, then Maude's telephone dies. Everybody has their turn.
/// </summary>
public sealed partial class TheThursdayEvening(Browser browser)
{
    DateTimeOffset _asleepSince;

    [Theory, InlineData(360), InlineData(1280)]
    public async Task Everybody_has_their_turn_from_a_basement_with_two_telephones_and_a_tablet(int width)
    {
        await using var house = await House.OpenAsync(now: MovableClock.ThursdayAfternoon.AddHours(4.5));
        var words = "";
        await WalkAsync(house, width, scripts: true, async library => words = await AnnounceAsync(library));
        await WalkAsync(house, width, scripts: false, maude => WalkAsync(house, width, scripts: true, luc => WalkAsync(house, width, scripts: true, tablet => WalkAsync(house, width, scripts: true, async zoe =>
        {
            var circle = await OpenAsync(maude);
            await EnterAsync(luc, circle);
            await SeatTheOthersAsync(maude, circle);
            await OpenTabletAsync(tablet, maude, circle);
            await ComeForTheFirstTimeAsync(zoe, words, luc, circle);
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

    /// <summary>At the library's computer; she writes down her three words.</summary>
    static async Task<string> AnnounceAsync(Walk library)
    {
        await library.GoAsync("/groupes/cercle-du-jeudi/premiere-visite");
        await library.PressAsync(library.Say("firstVisit.come"));
        await library.Page.FillAsync("#nom", "Zoé");
        await library.Page.Locator("main form button").First.ClickAsync();
        var words = await library.WordsAsync(".visit-words");
        Assert.Equal(3, words.Split(' ').Length);
        return words;
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

    /// <summary>On her own telephone, which knows nothing of her: she types the three words.</summary>
    static async Task ComeForTheFirstTimeAsync(Walk zoe, string words, Walk luc, string circle)
    {
        await zoe.GoAsync("/cercles/arriver");
        await zoe.LookAsync();
        Assert.DoesNotContain("Zoé", await zoe.WordsAsync("main"));
        await zoe.Page.FillAsync("#mots", words);
        await zoe.PressAsync(zoe.Say("arrive.find"));
        await zoe.HearsAsync(zoe.Say("arrive.openText"));
        Assert.Contains("Zoé", await zoe.WordsAsync("main"), StringComparison.Ordinal);
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
    async Task FirstHalfAsync(House house, Walk maude, Walk luc, Walk tablet, string circle)
    {
        await maude.GoAsync(circle);
        await maude.WithValueAsync("etape", "1");
        await luc.HearsAsync(luc.Say("circle.centre.has", ("name", "Maude")));
        await luc.GoOfflineAsync();
        _asleepSince = house.Clock.GetUtcNow();
        await maude.ChooseAsync("parler");
        await maude.HearsAsync(maude.Say("circle.mine.speaking"));
        await maude.LookAsync();
        await maude.ChooseAsync("fini");
        house.Clock.Advance(TimeSpan.FromMinutes(2.5));
        await tablet.HearsAsync(tablet.Say("circle.centre.has", ("name", "Gilles")));
        await maude.IsUnderAsync(circle, "Luc", "circle.under.later");
        await tablet.LookAsync();
        await tablet.ChooseAsync("passer", "circle.centre.has", "Ghislaine");
        await tablet.ChooseAsync("parler", "circle.centre.speaks", "Ghislaine");
        house.Clock.Advance(TimeSpan.FromMinutes(5));
        await tablet.ChooseAsync("fini", "circle.centre.has", "Réal");
        await tablet.ChooseAsync("tard", "circle.centre.has", "Yvon");
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
        house.Clock.Advance(TimeSpan.FromMinutes(7));
        await maude.IsUnderAsync(circle, "Luc", "circle.under.next");
    }

    /// <summary>Forty minutes later Luc's telephone wakes: the pebble has come back to him. Réal, who said later, has his turn too.</summary>
    async Task LastOnesAsync(House house, Walk luc, Walk tablet, Walk zoe, string circle)
    {
        await zoe.ChooseAsync("fini");
        await tablet.HearsAsync(tablet.Say("circle.centre.has", ("name", "Luc")));
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(house.Clock.GetUtcNow() - _asleepSince >= TimeSpan.FromMinutes(40), $"Luc's telephone slept from {_asleepSince} to {house.Clock.GetUtcNow()}");
        await luc.GoOnlineAsync();
        await luc.GoAsync(circle);
        await luc.HearsAsync(luc.Say("circle.mine.offered"));
        await luc.ChooseAsync("passer");
        await tablet.HearsAsync(tablet.Say("circle.centre.has", ("name", "Réal")));
        await tablet.ChooseAsync("parler", "circle.centre.speaks", "Réal");
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
