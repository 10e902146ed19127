using System.Net;
using System.Text.RegularExpressions;

namespace Alentour.Tests.Cast;

/// <summary>What a person does with the forms of the house, without script.</summary>
public static partial class Forms
{
    /// <summary>A browser that nobody is in, whose posts come from our own pages.</summary>
    public static HttpClient Newcomer(this House house)
    {
        var browser = house.Visitor();
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return browser;
    }

    public static Task<HttpResponseMessage> SendAsync(this HttpClient browser, string path, params (string Name, string Value)[] fields) =>
        browser.PostAsync(path, new FormUrlEncodedContent(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))));

    /// <summary>« Je viens » to the meeting that the page of the group proposes.</summary>
    /// <param name="group">The address of the group.</param>
    public static async Task<HttpResponseMessage> ComeAsync(this HttpClient browser, string group, params (string Name, string Value)[] fields) =>
        await browser.SendAsync(group + "/je-viens", [.. fields, ("rencontre", await browser.ProposedAsync(group))]);

    /// <summary>The mark of the meeting that « je viens » proposes; empty when none is open, or to a browser that has announced a visit.</summary>
    public static async Task<string> ProposedAsync(this HttpClient browser, string group)
    {
        using var answer = await browser.GetAsync(group + "/je-viens");
        return Proposed().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value;
    }

    /// <summary>Opens an account in this browser, on a shared device, and returns the words of its card.</summary>
    public static async Task<IReadOnlyList<string>> OpenAccountAsync(this HttpClient browser, string name, string? key = null)
    {
        var answer = await browser.SendAsync("/ouvrir", ("nom", name), ("majeur", "true"), ("cle", key ?? Guid.NewGuid().ToString("N")));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return CardOn(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The words of the card that a page shows; none when it shows no card.</summary>
    public static IReadOnlyList<string> CardOn(string page) => [.. CardWord().Matches(WebUtility.HtmlDecode(page)).Select(m => m.Groups[1].Value)];

    [GeneratedRegex("""name="rencontre" value="([^"]+)["]""")]
    private static partial Regex Proposed();

    [GeneratedRegex("""<li lang="fr" translate="no">(.+?)</li>""")]
    private static partial Regex CardWord();
}
