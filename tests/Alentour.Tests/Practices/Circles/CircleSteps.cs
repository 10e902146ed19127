using System.Net;
using System.Text.RegularExpressions;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Practices.Circles;

/// <summary>What people do with a circle, through its pages. The house stands on Thursday at 19 h 05, in the meeting of the « Cercle du jeudi ».</summary>
static partial class CircleSteps
{
    public const string Group = "/groupes/cercle-du-jeudi";

    public static readonly DateTimeOffset ThursdayEvening = new(2026, 11, 26, 19, 5, 0, TimeSpan.FromHours(-5));

    public static Task<House> EveningAsync() => House.OpenAsync(now: ThursdayEvening);

    /// <summary>Opens the circle and returns its address: "/cercles/…".</summary>
    public static async Task<string> OpenCircleAsync(this HttpClient keeper, string question = "")
    {
        var answer = await keeper.SendAsync(Group + "/cercle", ("geste", "ouvrir"), ("question", question));
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.OriginalString;
    }

    /// <summary>Somebody of the cast, seated.</summary>
    public static async Task<HttpClient> SeatedAsync(this House house, string name, string circle, string way = "Screen")
    {
        var browser = await house.SignedInAsync(name);
        var answer = await browser.SendAsync(circle, ("geste", "entrer"), ("valeur", way));
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        return browser;
    }

    /// <summary>« Entrer et prendre place », pressed on an entrance as it was read.</summary>
    public static Task<HttpResponseMessage> EnterAsync(this HttpClient browser, string circle, string entrance) =>
        browser.SendAsync(circle, ("geste", "entrer"), ("valeur", "Screen"), ("vu", SeenOn(entrance)));

    /// <summary>Whom an entrance says it showed.</summary>
    public static string SeenOn(string entrance) => Seen().Match(entrance) is { Success: true } seen ? seen.Groups[1].Value : throw new InvalidOperationException("no entrance");

    public static async Task<string> PageAsync(this HttpClient browser, string circle) => WebUtility.HtmlDecode(await (await browser.GetAsync(circle)).Content.ReadAsStringAsync());

    /// <summary>Presses as the page stands that this browser just read, with its turn and its round.</summary>
    public static async Task<HttpStatusCode> PressAsync(this HttpClient browser, string circle, string press, params (string, string)[] more)
    {
        var page = await browser.PageAsync(circle + "?auto=1");
        var answer = await browser.SendAsync(circle, [("geste", press), ("tour", Turn().Match(page).Groups[1].Value), ("ronde", Round().Match(page).Groups[1].Value), .. more]);
        return answer.StatusCode;
    }

    /// <summary>What stands under each name of the ring, by name.</summary>
    public static Dictionary<string, string> Under(string page) => SeatLine().Matches(page).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);

    /// <summary>What the middle of the circle says.</summary>
    public static string Centre(string page) => Middle().Match(page).Groups[1].Value;

    /// <summary>The seat that somebody may choose by this name.</summary>
    public static string SeatOf(string page, string name) => Regex.Match(page, $"""name="place" value="([^"]+)" required[^>]*>{Regex.Escape(name)}<""").Groups[1].Value;

    [GeneratedRegex("""name="tour" value="(\d+)["]""")]
    private static partial Regex Turn();

    [GeneratedRegex("""name="ronde" value="(\d+)["]""")]
    private static partial Regex Round();

    [GeneratedRegex("""name="vu" value="([^"]*)["]""")]
    private static partial Regex Seen();

    [GeneratedRegex("""<b>([^<]+)</b><span>([^<]*)</span>""")]
    private static partial Regex SeatLine();

    [GeneratedRegex("""<strong aria-live="polite">([^<]*)</strong>""")]
    private static partial Regex Middle();
}
