using Alentour.Journeys.Frame;
using Alentour.Tests.Cast;

namespace Alentour.Journeys.Members;

/// <summary>Océane opens a group, writes it part by part and publishes it. Line, who coordinates, is refused, and reads why.</summary>
public sealed class OpenedByMembers(Browser browser)
{
    [Theory, ClassData(typeof(EveryScreen))]
    public async Task A_member_opens_and_publishes_a_group_and_a_coordinator_is_refused(int width, bool scripts)
    {
        await using var house = await House.OpenAsync();
        var screen = new Screen(width, scripts);
        await browser.WalkAsync(house, screen, async oceane =>
        {
            await oceane.EnterAsAsync("Océane");
            await oceane.GoAsync("/groupes/ouvrir");
            await oceane.LookAsync();
            await oceane.Page.FillAsync("#nom", "Les nuits blanches");
            await oceane.PressAsync(oceane.Say("opening.press"));
            await oceane.LookAsync();
            var draft = new Uri(oceane.Page.Url).AbsolutePath[..^"/page".Length];
            oceane.Complaints.Expect(draft + "/page", 422);
            await oceane.PressAsync(oceane.Say("page.publish"));
            await oceane.SeesAsync(oceane.Say("page.refusal.missing"));
            await oceane.LookAsync();

            await WriteAsync(oceane, draft + "/page/mots", "page.keep", ("#mots", "On ne dort pas, et on se le dit."), ("#pourqui", "Qui ne dort pas."));
            await WriteAsync(oceane, draft + "/page/animation", "page.keep", ("#quianime", "Des membres, à tour de rôle."));
            await WriteAsync(oceane, draft + "/page/rencontre", "page.keep");
            await WriteAsync(oceane, draft + "/page/lieu", "page.keep", ("#ville", "Rimouski"));
            await WriteAsync(oceane, draft + "/page/premiere-fois", "page.keep", ("#porte", "La porte bleue."), ("#accueille", "Océane, en gris."), ("#duree", "Une heure."));
            await WriteAsync(oceane, draft + "/accords", "agreements.adopt", ("#articles", "On part quand on veut."), ("#maniere", "D'un commun accord."));
            await WriteAsync(oceane, draft + "/entendre", "page.keep", ("#numero", "418 555-0170"));
            await WriteAsync(oceane, draft + "/rencontres/suite", "series.see");
            await oceane.SeesAsync(oceane.Say("series.preview"));
            await oceane.LookAsync();
            await oceane.PressAsync(oceane.Say("page.keep"));
            await oceane.LookAsync();
            await oceane.GoAsync(draft + "/apercu");
            await oceane.LookAsync();
            await oceane.GoAsync(draft + "/page");
            await oceane.PressAsync(oceane.Say("page.publish"));
            await oceane.LookAsync();
            await oceane.GoAsync("/groupes/les-nuits-blanches");
            await oceane.SeesAsync("On ne dort pas");
            await oceane.LookAsync();
        });
        await browser.WalkAsync(house, screen, async line =>
        {
            await line.EnterAsAsync("Line");
            await line.GoAsync("/groupes/ouvrir");
            await line.SeesAsync(line.Say("opening.refusal.role"));
            Assert.Equal(0, await line.Main.Locator("form").CountAsync());
            await line.LookAsync();
        });
    }

    static async Task WriteAsync(Frame.Walk walk, string path, string press, params (string Field, string Text)[] typed)
    {
        await walk.GoAsync(path);
        foreach (var (field, text) in typed)
            await walk.Page.FillAsync(field, text);
        await walk.LookAsync();
        await walk.PressAsync(walk.Say(press));
    }
}
