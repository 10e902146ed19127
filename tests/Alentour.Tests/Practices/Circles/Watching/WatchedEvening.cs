using System.Net;
using Alentour.Tests.Cast;
using Alentour.Tests.Community.Groups;
using Alentour.Tests.Personas;
using static Alentour.Tests.Practices.Circles.CircleSteps;

namespace Alentour.Tests.Practices.Circles.Watching;

/// <summary>A Thursday circle kept by Simone, with names in it that stand nowhere else, and the many people who might wish to look in.</summary>
sealed class WatchedEvening : IAsyncDisposable
{
    /// <summary>Somebody in the room, seated by the keeper.</summary>
    public const string Rosalie = "Rosalie-Canari";

    /// <summary>A first visit that sits there.</summary>
    public const string Zephir = "Zéphir-Canari";

    public const string Question = "canariquestion";

    /// <summary>Every press that the page of a circle knows, and some that it does not.</summary>
    public static readonly string[] Presses =
    [
        "entrer", "parler", "passer", "tard", "ecouter", "pause", "reprendre", "demander", "fini", "objection", "revient", "ou", "objection-levee", "sortir", "retirer", "depart", "entrez",
        "pas-ce-soir", "facon", "souhait", "alleger", "etape", "question", "proposer", "proposition-close", "garder", "confier", "reponse", "temps", "soutien", "a-part", "ecrire", "entends",
        "merci", "asseoir", "fermer", "tirer", "sort", "", "rien",
    ];

    readonly List<IDisposable> _browsers = [];

    WatchedEvening(House house) => House = house;

    public House House { get; }

    public HttpClient Simone { get; private set; } = null!;

    public string Circle { get; private set; } = "";

    /// <summary>A circle that does not exist.</summary>
    public string Nothing { get; } = $"/cercles/{Guid.NewGuid()}";

    /// <summary>The words that open the tablet.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Opens the house in the afternoon, so that visits may be announced.</summary>
    public static async Task<WatchedEvening> ComesAsync(TestStore? store = null, params (string, string)[] more)
    {
        var evening = new WatchedEvening(await House.OpenAsync(database: store?.Address, folder: store?.Folder, more: more));
        evening.Simone = await evening.InAsync("Simone");
        return evening;
    }

    public static async Task<WatchedEvening> OpenAsync()
    {
        var evening = await ComesAsync();
        await evening.BeginAsync();
        return evening;
    }

    /// <summary>It is 19 h 05: Simone opens the circle and seats Rosalie.</summary>
    public async Task BeginAsync()
    {
        House.Clock.MoveTo(ThursdayEvening);
        Circle = await Simone.OpenCircleAsync(Question);
        Assert.Equal(HttpStatusCode.SeeOther, await Simone.PressAsync(Circle, "asseoir", ("texte", Rosalie), ("valeur", "Room"), ("cle", "rosalie")));
        Words = (await Sql.TextsAsync(House, "SELECT words FROM circle")).Single();
    }

    /// <summary>One of the cast at a browser of their own, in.</summary>
    public async Task<HttpClient> InAsync(string name) => Kept(await House.SignedInAsync(name));

    public HttpClient Somebody() => Kept(House.Newcomer());

    public async Task<HttpClient> SeatedAsync(string name) => Kept(await House.SeatedAsync(name, Circle));

    /// <summary>Somebody announces a first visit to tonight, in the afternoon; with the words they were given.</summary>
    public async Task<(HttpClient Browser, string Words)> AnnouncedAsync(string name, HttpClient? browser = null)
    {
        browser ??= Somebody();
        var answer = await browser.ComeAsync(VisitSteps.Group, ("nom", name), ("joindre", "418 555-0199"));
        var words = VisitSteps.Words(await answer.Content.ReadAsStringAsync());
        Assert.Equal(3, words.Split(' ').Length);
        return (browser, words);
    }

    /// <summary>« Me voici ».</summary>
    public async Task ArriveAsync(HttpClient visitor)
    {
        var answer = await visitor.SendAsync("/cercles/arriver", ("geste", "entrer"));
        Assert.Equal(Circle, answer.Headers.Location?.OriginalString);
    }

    /// <summary>« Entrez ».</summary>
    public async Task LetInAsync(string name)
    {
        var arrival = (await Sql.TextsAsync(House, $"SELECT id FROM circle_arrival WHERE name = '{name}'")).Single();
        Assert.Equal(HttpStatusCode.SeeOther, await Simone.PressAsync(Circle, "entrez", ("place", arrival)));
    }

    public async Task<HttpClient> TabletAsync()
    {
        var tablet = Somebody();
        Assert.Equal(Circle, (await tablet.SendAsync("/cercles/tablette", ("mots", Words))).Headers.Location?.OriginalString);
        return tablet;
    }

    /// <summary>A group of the house takes somebody in, as by hand.</summary>
    public async Task BelongsAsync(string name, string since = "2026-01-01") => await Sql.RunAsync(House,
        $"INSERT INTO membership (group_id, person_id, since) SELECT g.id, p.id, '{since}' FROM mutual_aid_group g, person p WHERE g.slug = 'cercle-du-jeudi' AND p.chosen_name = '{name}'");

    /// <summary>The id of a seat by its name.</summary>
    public async Task<string> SeatAsync(string name) => (await Sql.TextsAsync(House, $"SELECT id FROM circle_seat WHERE name = '{name}'")).Single();

    /// <summary>The names that those who sit there see.</summary>
    public async Task<IReadOnlyCollection<string>> ShownAsync() => Under(await Simone.PageAsync(Circle)).Keys;

    /// <summary>Every row of the circle, with the number of its last event.</summary>
    public async Task<string> RowsAsync() => await Rows.OfAsync(House, "circle", "circle_seat", "circle_arrival", "circle_word", "circle_sign", "live_topic");

    /// <summary>All that a browser is answered at a circle, at each of its addresses and for each press; the address of the circle itself is taken out.</summary>
    public async Task<IReadOnlyList<string>> AnswersAsync(HttpClient browser, string circle)
    {
        var (answers, seat) = (new List<string>(), await SeatAsync(Rosalie));
        foreach (var address in new[] { "", "?auto=1", "?auto=suite", "/flux", "/suite", "/rien" })
            answers.Add(address + "\n" + await Pairs.SaidAsync(await browser.GetAsync(circle + address, HttpCompletionOption.ResponseHeadersRead), Id(circle)));
        foreach (var press in Presses)
            answers.Add(press + "\n" + await Pairs.SaidAsync(await browser.SendAsync(circle, ("geste", press), ("place", seat), ("tour", "1"), ("ronde", "1"), ("texte", "rien"), ("valeur", "1")), Id(circle)));
        return answers;
    }

    static string Id(string circle) => circle["/cercles/".Length..];

    HttpClient Kept(HttpClient browser)
    {
        _browsers.Add(browser);
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in _browsers)
            browser.Dispose();
        await House.DisposeAsync();
    }
}
