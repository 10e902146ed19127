using System.Net;
using System.Text.RegularExpressions;
using Alentour.Journeys.Frame;
using Alentour.Tests.Cast;

namespace Alentour.Journeys.Circles;

/// <summary>A house at 19 h 05 on Thursday, in which Simone has opened the circle of the « Cercle du jeudi ». She and others act by their forms; who is looked at has a browser.</summary>
sealed partial class Evening : IAsyncDisposable
{
    public const string Group = "/groupes/cercle-du-jeudi";

    static readonly DateTimeOffset Thursday = new(2026, 11, 26, 19, 5, 0, TimeSpan.FromHours(-5));

    readonly Dictionary<string, HttpClient> _browsers = [];

    Evening(House house) => House = house;

    public House House { get; }

    /// <summary>"/cercles/…".</summary>
    public string Circle { get; private set; } = "";

    public static async Task<Evening> OpenAsync(string question = "Qu'est-ce qui m'a fait du bien cette semaine?")
    {
        var evening = await ComesAsync();
        await evening.OpenCircleAsync(question);
        return evening;
    }

    /// <summary>The meeting has begun, and nobody has opened its circle yet.</summary>
    public static async Task<Evening> ComesAsync() => new(await House.OpenAsync(now: Thursday));

    public async Task OpenCircleAsync(string question) => Circle = await GroupAsync(("geste", "ouvrir"), ("question", question));

    /// <summary>The group invites somebody of the team to this meeting.</summary>
    public async Task InviteAsync(string name) =>
        await GroupAsync(("geste", "inviter"), ("personne", (await Sql.TextsAsync(House, $"SELECT id FROM person WHERE chosen_name = '{name}'")).Single()));

    public async Task<HttpClient> BrowserOfAsync(string name) => _browsers.TryGetValue(name, out var known) ? known : _browsers[name] = await House.SignedInAsync(name);

    /// <summary>Members come in, in this order.</summary>
    public async Task SeatAsync(params string[] names)
    {
        foreach (var name in names)
            await SendAsync(name, ("geste", "entrer"), ("valeur", "Screen"));
    }

    /// <summary>Simone seats people who have no screen.</summary>
    public async Task SeatByHandAsync(string way, params string[] names)
    {
        foreach (var name in names)
            await SendAsync("Simone", ("geste", "asseoir"), ("texte", name), ("valeur", way), ("cle", Guid.NewGuid().ToString("N")));
    }

    /// <summary>Presses as the page stands that this person just read.</summary>
    public async Task PressAsync(string name, string press, params (string, string)[] more)
    {
        var page = await (await BrowserOfAsync(name)).GetStringAsync(Circle + "?auto=1");
        await SendAsync(name, [("geste", press), ("tour", Turn().Match(page).Groups[1].Value), ("ronde", Round().Match(page).Groups[1].Value), .. more]);
    }

    /// <summary>The round begins: the pebble goes to the first seat.</summary>
    public Task BeginAsync() => PressAsync("Simone", "etape", ("valeur", "2"));

    /// <summary>Somebody who had announced a visit stands at the threshold.</summary>
    public async Task<HttpClient> AtThresholdAsync(string name)
    {
        var visitor = House.Newcomer();
        Assert.Equal(HttpStatusCode.OK, (await visitor.ComeAsync(Group, ("nom", name))).StatusCode);
        using var answer = await visitor.SendAsync("/cercles/arriver", ("geste", "entrer"));
        Assert.Equal(Circle, answer.Headers.Location!.OriginalString);
        return visitor;
    }

    /// <summary>The four words of the meeting, as Simone's page shows them.</summary>
    public async Task<string> WordsAsync() => Words().Match(WebUtility.HtmlDecode(await (await BrowserOfAsync("Simone")).GetStringAsync(Circle + "?auto=1"))).Groups[1].Value;

    /// <summary>Somebody of the cast comes to the circle in a browser, and takes a seat where they have none.</summary>
    public async Task ComeAsync(Frame.Walk walk, string name, bool enters = true)
    {
        await walk.EnterAsAsync(name);
        await walk.GoAsync(Circle);
        if (!enters)
            return;
        await walk.Way(walk.Say("entrance.press")).ClickAsync();
        // The page itself, not its load event: that one may be over before anybody asks for it.
        await walk.Page.Locator("[data-circle]").WaitForAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in _browsers.Values)
            browser.Dispose();
        await House.DisposeAsync();
    }

    /// <summary>Simone acts on the circle's page of her group; where that leads.</summary>
    async Task<string> GroupAsync(params (string, string)[] fields)
    {
        using var answer = await (await BrowserOfAsync("Simone")).SendAsync(Group + "/cercle", fields);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    async Task SendAsync(string name, params (string, string)[] fields)
    {
        using var answer = await (await BrowserOfAsync(name)).SendAsync(Circle, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, $"{name}, {fields[0].Item2}: {answer.StatusCode} {Refused().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value}");
    }

    [GeneratedRegex("""name="tour" value="(\d+)["]""")]
    private static partial Regex Turn();

    [GeneratedRegex("""name="ronde" value="(\d+)["]""")]
    private static partial Regex Round();

    [GeneratedRegex("""class="circle-words"[^>]*>([^<]+)<""")]
    private static partial Regex Words();

    [GeneratedRegex("""role="alert"[^>]*>([^<]*)<""")]
    private static partial Regex Refused();
}
