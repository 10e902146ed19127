using System.Net;
using System.Text.RegularExpressions;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Practices.Circles.Hands;

/// <summary>A form that a page of the circle offers: what it sends by itself, and what one may press in it.</summary>
sealed partial record Offered(string Whole)
{
    public IReadOnlyList<(string Name, string Value)> Fields => [.. Hidden().Matches(Whole).Select(m => (m.Groups[1].Value, m.Groups[2].Value))];

    /// <summary>The form in which this press stands, for oneself or for the seat it is about; null where the page offers none.</summary>
    public static Offered? Find(string page, string press, string? place = null) => Forms().Matches(page).Select(m => new Offered(m.Value))
        .FirstOrDefault(f => f.Has("geste", press) && (place is null ? !f.Whole.Contains("name=\"place\"") : f.Has("place", place)));

    public bool Has(string name, string value) => Whole.Contains($"name=\"{name}\" value=\"{value}\"");

    /// <summary>Sends the form with one of its buttons.</summary>
    public async Task<HttpStatusCode> SendAsync(HttpClient browser, string circle, params (string Name, string Value)[] pressed) =>
        (await browser.SendAsync(circle, [.. Fields.Where(f => !pressed.Any(p => p.Name == f.Name)), .. pressed])).StatusCode;

    [GeneratedRegex("<form[^>]* method=\"post\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}

static class OfferedPresses
{
    /// <summary>Presses what the page offers to this browser, with all that its form carries.</summary>
    public static async Task<HttpStatusCode> PressOfferedAsync(this HttpClient browser, string circle, string press, string? place = null, params (string, string)[] more)
    {
        var form = Offered.Find(await browser.PageAsync(circle + "?auto=1"), press, place);
        Assert.True(form is not null, $"« {press} » is not offered");
        return await form.SendAsync(browser, circle, [("geste", press), .. place is null ? [] : new[] { ("place", place) }, .. more]);
    }

    public static async Task<Offered> OfferAsync(this HttpClient browser, string circle, string press, string? place = null)
    {
        var form = Offered.Find(await browser.PageAsync(circle + "?auto=1"), press, place);
        Assert.True(form is not null, $"« {press} » is not offered");
        return form;
    }
}
