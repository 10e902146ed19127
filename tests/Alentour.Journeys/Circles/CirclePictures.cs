using Alentour.Foundation.Texts;
using Alentour.Journeys.Frame;

namespace Alentour.Journeys.Circles;

/// <summary>Pictures of the circle in each of its states, to be looked at by whoever works on them; never part of an ordinary run.</summary>
public sealed class CirclePictures(Browser browser)
{
    internal static readonly string Folder = Environment.GetEnvironmentVariable("ALENTOUR_PICTURES") ?? "out/pictures";

    /// <summary>Only the states named here, with commas between; all of them when nothing is.</summary>
    internal static readonly string[] Wanted = (Environment.GetEnvironmentVariable("ALENTOUR_PICTURES_OF") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);

    static readonly string[] Names = ["Jean-Guy", "Aïcha", "Noé", "Solange", "Mei", "Marie-Christine Tremblay", "Rita", "Paulette", "Omer", "Gisèle", "Théo", "Yvon"];

    [Fact(Explicit = true)]
    public async Task Take_them()
    {
        await using var evening = await Evening.OpenAsync();
        foreach (var screen in new[] { Screen.Phone, Screen.Desk, Screen.Phone with { Night = true }, Screen.Desk with { Night = true } })
            await browser.WalkAsync(evening.House, screen, walk => BeforeAsync(evening, walk));
        await evening.SeatAsync("Maude");
        await AllAsync(evening, "Maude", "two");
        await evening.SeatAsync("Luc");
        await evening.BeginAsync();
        await AllAsync(evening, "Maude", "three");
        await AllAsync(evening, "Simone", "keeper-offered");
        await evening.SeatByHandAsync("Phone", Names[..2]);
        await evening.SeatByHandAsync("Room", Names[2..5]);
        await evening.PressAsync("Simone", "passer");
        await evening.PressAsync("Luc", "soutien", ("valeur", "oui"));
        using var visitor = await evening.AtThresholdAsync("Florence");
        await AllAsync(evening, "Maude", "eight-offered");
        await AllAsync(evening, "Simone", "eight-keeper");
        await evening.PressAsync("Maude", "parler");
        await evening.PressAsync("Maude", "souhait", ("valeur", "Heard"));
        await evening.PressAsync("Luc", "merci");
        await AllAsync(evening, "Maude", "eight-speaks");
        await AllAsync(evening, "Luc", "eight-waits");
        await evening.PressAsync("Luc", "ecouter");
        await AllAsync(evening, "Luc", "eight-listens");
        await evening.PressAsync("Luc", "facon", ("valeur", "Room"));
        await evening.PressAsync("Luc", "pause");
        await AllAsync(evening, "Luc", "eight-pause");
        await TabletAsync(evening);
        await browser.WalkAsync(evening.House, Screen.Phone with { Scripts = false }, async walk =>
        {
            await evening.ComeAsync(walk, "Maude", enters: false);
            await TakeAsync(walk, "eight");
        });
        await browser.WalkAsync(evening.House, Screen.Desk, async walk =>
        {
            await InEnglishAsync(walk);
            await evening.ComeAsync(walk, "Maude", enters: false);
            await TakeAsync(walk, "eight");
        });
        await evening.SeatByHandAsync("Room", Names[5..9]);
        await AllAsync(evening, "Luc", "twelve");
        await evening.SeatByHandAsync("Room", Names[9..11]);
        await AllAsync(evening, "Luc", "fourteen");
        await evening.PressAsync("Luc", "alleger", ("valeur", "oui"));
        await AllAsync(evening, "Luc", "light");
    }

    async Task AllAsync(Evening evening, string name, string what)
    {
        if (Wanted.Length > 0 && !Wanted.Contains(what))
            return;
        foreach (var screen in new[] { Screen.Phone, Screen.Desk, Screen.Phone with { Night = true }, Screen.Desk with { Night = true } })
            await browser.WalkAsync(evening.House, screen, async walk =>
            {
                await evening.ComeAsync(walk, name, enters: false);
                await TakeAsync(walk, what);
            });
        if (what is not ("eight-waits" or "eight-keeper"))
            return;
        foreach (var (choice, value) in new[] { ("text3", "texte3"), ("contrast", "contraste"), ("calm", "calme") })
            await browser.WalkAsync(evening.House, Screen.Phone, async walk =>
            {
                await walk.Context.AddCookiesAsync([new() { Name = "affichage", Value = value, Url = walk.House.Address.ToString() }]);
                await evening.ComeAsync(walk, name, enters: false);
                await TakeAsync(walk, $"{what}-{choice}");
            });
    }

    async Task TabletAsync(Evening evening)
    {
        var words = await evening.WordsAsync();
        foreach (var screen in new[] { Screen.Phone, Screen.Desk, Screen.Desk with { Night = true } })
            await browser.WalkAsync(evening.House, screen, async walk =>
            {
                await walk.GoAsync("/cercles/tablette");
                await walk.Page.FillAsync("#mots", words);
                await walk.PressAsync(walk.Say("tablet.press"));
                await TakeAsync(walk, "tablet");
            });
    }

    static async Task BeforeAsync(Evening evening, Walk walk)
    {
        await walk.GoAsync("/cercles");
        await TakeAsync(walk, "about");
        await walk.GoAsync("/cercles/tablette");
        await TakeAsync(walk, "tablet-door");
        await walk.GoAsync("/cercles/arriver");
        await TakeAsync(walk, "arrive");
        await walk.GoAsync("/cercles/arriver?attente=1");
        await TakeAsync(walk, "arrive-waits");
        await walk.GoAsync("/cercles/sorti");
        await TakeAsync(walk, "out");
        await walk.GoAsync("/cercles/ferme");
        await TakeAsync(walk, "over");
        await evening.ComeAsync(walk, "Kateri", enters: false);
        await TakeAsync(walk, "entrance");
        await walk.GoAsync(Evening.Group + "/cercle");
        await TakeAsync(walk, "ways");
        await walk.GoAsync(Evening.Group + "/cercle/feuille");
        await TakeAsync(walk, "sheet");
        if (walk.Screen == Screen.Desk)
            await File.WriteAllBytesAsync(Path.Combine(Folder, "sheet.pdf"), await walk.Page.PdfAsync(new() { Format = "Letter", PreferCSSPageSize = true }));
        await walk.GoAsync($"/cercles/{Guid.NewGuid()}", 404);
        await TakeAsync(walk, "closed");
    }

    internal static async Task InEnglishAsync(Walk walk)
    {
        walk.Language = Language.English;
        await walk.GoAsync("/langue/en?retour=/cercles");
    }

    internal static async Task TakeAsync(Walk walk, string what)
    {
        Directory.CreateDirectory(Folder);
        await walk.Page.EvaluateAsync("() => { scrollTo({ top: 0, behavior: 'instant' }); return document.fonts.ready; }");
        var overflow = await LookAt.OverflowAsync(walk.Page);
        Assert.True(overflow.Count == 0, $"{what} at {walk.Screen}: {string.Join('\n', overflow)}");
        await walk.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{what}-{walk.Screen.Width}{(walk.Screen.Night ? "-night" : "")}{(walk.Screen.Scripts ? "" : "-no-script")}{(walk.Language == Language.English ? "-english" : "")}.png"), FullPage = true });
    }
}
