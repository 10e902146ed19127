using System.Net;
using System.Text.RegularExpressions;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Community.Groups;

/// <summary>What a stranger and a greeter do around a first visit.</summary>
static partial class VisitSteps
{
    public const string Group = "/groupes/cercle-du-jeudi";

    public static async Task<HttpStatusCode> TakeWelcomeAsync(HttpClient browser, bool check = true)
    {
        var page = await browser.GetStringAsync(Group + "/accueil");
        var free = Free().Match(page);
        var answer = await browser.SendAsync(Group + "/accueil", ("geste", "prendre"), ("serie", free.Groups[1].Value), ("jour", free.Groups[2].Value));
        Assert.True(!check || answer.StatusCode == HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        return answer.StatusCode;
    }

    public static async Task CancelNextAsync(HttpClient browser)
    {
        var page = await browser.GetStringAsync(Group + "/rencontres");
        await browser.SendAsync(Group + "/rencontres", ("geste", "annuler"), ("serie", Series().Match(page).Groups[1].Value), ("jour", Day().Match(page).Groups[1].Value), ("raison", "Tempête de neige"));
    }

    public static string Words(string page) => WebUtility.HtmlDecode(Slip().Match(page).Groups[1].Value);

    [GeneratedRegex("""<p class="visit-words" lang="fr" translate="no">(.+?)</p>""")]
    public static partial Regex Slip();

    [GeneratedRegex("<title>.*</title>")]
    public static partial Regex Title();

    [GeneratedRegex("""name="visite" value="([^"]+)["]""")]
    public static partial Regex VisitId();

    [GeneratedRegex("""name="serie" value="([^"]+)["]""")]
    public static partial Regex Series();

    [GeneratedRegex("""name="jour" value="([^"]+)["]""")]
    public static partial Regex Day();

    [GeneratedRegex("""name="serie" value="([^"]+)"><input type="hidden" name="jour" value="([^"]+)["]""")]
    public static partial Regex Free();
}
