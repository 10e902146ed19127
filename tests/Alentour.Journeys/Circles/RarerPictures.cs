using Alentour.Journeys.Frame;
using Alentour.Tests.Cast;
using Walk = Alentour.Journeys.Frame.Walk;

namespace Alentour.Journeys.Circles;

/// <summary>
/// Pictures of what is seldom seen of a circle: before a door behind which somebody blocked sits, a guest of the team, words aside, a round of
/// consent, all that the keeper may unfold, an ended seat, the numbers of the group; as <see cref="CirclePictures"/>, and without script and in English too.
/// </summary>
public sealed class RarerPictures(Browser browser)
{
    static readonly Screen[] Screens =
    [
        Screen.Phone, Screen.Desk, Screen.Phone with { Night = true }, Screen.Desk with { Night = true }, Screen.Phone with { Scripts = false },
    ];

    [Fact(Explicit = true)]
    public async Task Take_them()
    {
        await using var evening = await Evening.OpenAsync();
        await Sql.RunAsync(evening.House, "UPDATE circle SET asks_number = 1");
        await evening.SeatAsync("Luc", "Kateri");
        await evening.SeatByHandAsync("Room", "Noé", "Solange");
        await Sql.RunAsync(evening.House, "INSERT INTO block (person_id, blocked_id, name_there, blocked_on) SELECT a.id, b.id, b.chosen_name, '2026-11-19' FROM person a, person b WHERE a.chosen_name = 'Maude' AND b.chosen_name = 'Luc'");
        await AllAsync(evening, "Maude", "entrance-blocked");
        await OldEntranceAsync(evening);
        await evening.InviteAsync("Nadia");
        await AllAsync(evening, "Nadia", "entrance-guest");
        await evening.SeatAsync("Nadia");
        await evening.BeginAsync();
        await AllAsync(evening, "Luc", "guest");
        await AllAsync(evening, "Nadia", "guest-herself");
        await evening.PressAsync("Luc", "temps", ("valeur", "oui"));
        await evening.PressAsync("Luc", "soutien", ("valeur", "oui"));
        await evening.PressAsync("Kateri", "a-part");
        await AsideAsync(evening);
        foreach (var name in new[] { "Kateri", "Luc" })
            await evening.PressAsync(name, "reprendre");
        await evening.AtThresholdAsync("Florence");
        await AllAsync(evening, "Simone", "keeper-open", unfolds: true);
        await ConsentAsync(evening);
        foreach (var name in new[] { "Simone", "Luc" })
            await evening.PressAsync(name, "depart", ("place", await SeatAsync(evening, "Kateri")));
        await AllAsync(evening, "Kateri", "ended");
        await evening.PressAsync("Simone", "fermer", ("valeur", "7"));
        await AllAsync(evening, "Simone", "numbers", Evening.Group + "/cercle");
    }

    /// <summary>She opened the entrance before Luc sat down, and presses now.</summary>
    Task OldEntranceAsync(Evening evening) => browser.WalkAsync(evening.House, Screen.Phone, async walk =>
    {
        walk.Complaints.Expect(evening.Circle, 422);
        await evening.ComeAsync(walk, "Maude", enters: false);
        await walk.Page.EvaluateAsync("() => { document.querySelector('[name=vu]').value = ''; }");
        await walk.Page.CheckAsync("[name=ecouter]");
        await walk.Way(walk.Say("entrance.press")).ClickAsync();
        await walk.SeesAsync(walk.Say("circle.refusal.blockedThere"));
        Assert.True(await walk.Page.IsCheckedAsync("[name=ecouter]"));
        await walk.LookAsync();
        await CirclePictures.TakeAsync(walk, "entrance-old");
    });

    async Task AsideAsync(Evening evening)
    {
        await AllAsync(evening, "Kateri", "aside-first");
        await evening.PressAsync("Kateri", "ecrire", ("place", await SeatAsync(evening, "Luc")), ("texte", "Merci d'être là. C'est gros pour moi, ce qui vient de se dire."), ("cle", "a1"));
        await evening.PressAsync("Luc", "ecrire", ("place", await SeatAsync(evening, "Kateri")), ("texte", "Je suis là. On peut aussi juste rester en silence, vous et moi, le temps qu'il faut."), ("cle", "a2"));
        await AllAsync(evening, "Kateri", "aside");
        await AllAsync(evening, "Luc", "aside-support");
    }

    async Task ConsentAsync(Evening evening)
    {
        await evening.PressAsync("Simone", "proposer", ("texte", "On déplace le cercle de la semaine prochaine au vendredi, même heure, dans la petite salle."));
        await AllAsync(evening, "Simone", "consent-offered");
        await evening.PressAsync("Simone", "parler");
        await AllAsync(evening, "Simone", "consent-answers");
        await evening.PressAsync("Simone", "fini");
        await evening.PressAsync("Luc", "parler");
        await evening.PressAsync("Luc", "objection");
        await AllAsync(evening, "Luc", "consent-objects");
        await AllAsync(evening, "Kateri", "consent-waits");
    }

    static async Task<string> SeatAsync(Evening evening, string name) => (await Sql.TextsAsync(evening.House, $"SELECT id FROM circle_seat WHERE name = '{name}'")).Single();

    /// <param name="page">Instead of the circle.</param>
    async Task AllAsync(Evening evening, string name, string what, string? page = null, bool unfolds = false)
    {
        if (CirclePictures.Wanted.Length > 0 && !CirclePictures.Wanted.Contains(what))
            return;
        foreach (var (screen, isEnglish) in Screens.Select(s => (s, false)).Append((Screen.Phone, true)).Append((Screen.Desk, true)))
            await browser.WalkAsync(evening.House, screen, async walk =>
            {
                if (isEnglish)
                    await CirclePictures.InEnglishAsync(walk);
                await walk.EnterAsAsync(name);
                await walk.GoAsync(page ?? evening.Circle);
                if (unfolds)
                    await UnfoldAsync(walk);
                await CirclePictures.TakeAsync(walk, what);
            });
    }

    /// <summary>As somebody who presses each fold.</summary>
    static async Task UnfoldAsync(Walk walk)
    {
        var folded = walk.Page.Locator("main details:not([open]) > summary");
        while (await folded.CountAsync() > 0)
            await folded.First.ClickAsync();
    }
}
