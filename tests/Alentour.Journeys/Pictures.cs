using Alentour.Journeys.Frame;

namespace Alentour.Journeys;

/// <summary>The pictures of the README, taken again by bin/screenshots; never part of an ordinary run.</summary>
public sealed class Pictures(Browser browser, OpenHouse day, HouseByNight night) : IClassFixture<OpenHouse>, IClassFixture<HouseByNight>
{
    static readonly string Folder = Environment.GetEnvironmentVariable("ALENTOUR_PICTURES") ?? "docs/pictures";

    [Fact(Explicit = true)]
    public async Task Take_them()
    {
        await TakeAsync(day, Screen.Desk, "/", "accueil");
        await TakeAsync(day, Screen.Desk with { Height = 1240 }, "/groupes?lieu=Rimouski&soir=1", "trouver");
        await TakeAsync(night, Screen.Phone with { Night = true }, "/aide", "aide-la-nuit");
        await TakeAsync(night, Screen.Phone with { Night = true }, "/groupes/cercle-du-jeudi/premiere-visite", "premiere-fois");
    }

    Task TakeAsync(SharedHouse house, Screen screen, string path, string name) => browser.WalkAsync(house.House, screen, async walk =>
    {
        await walk.GoAsync(path);
        await walk.Page.EvaluateAsync("() => document.fonts.ready");
        await walk.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png") });
    });
}
