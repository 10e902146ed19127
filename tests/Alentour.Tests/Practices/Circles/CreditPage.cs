using System.Net;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Practices.Circles;

/// <summary>Whom circles come from is said where they are explained and where the house tells of itself, in both languages (R058).</summary>
public sealed class CreditPage
{
    [Theory]
    [InlineData("/cercles", "fr", "Les peuples autochtones tiennent des cercles de partage depuis très longtemps.", "nous les en remercions", "Nous n’imitons ni cérémonie ni objet sacré.", "tour de parole")]
    [InlineData("/cercles", "en", "Indigenous peoples have held sharing circles for a very long time.", "we thank them for it", "We copy neither ceremony nor sacred object.", "speaking turn")]
    [InlineData("/a-propos", "fr", "Les cercles de partage viennent des peuples autochtones, qui les pratiquent depuis longtemps.", "Nous les en remercions.", "ni leurs cérémonies ni leurs objets sacrés", "href=\"/cercles\"")]
    [InlineData("/a-propos", "en", "Sharing circles come from Indigenous peoples, who have held them for a long time.", "We are grateful to them.", "neither their ceremonies nor their sacred objects", "href=\"/cercles\"")]
    public async Task Indigenous_peoples_are_credited_for_sharing_circles(string address, string language, params string[] credit)
    {
        await using var house = await House.OpenAsync();
        using var visitor = house.Visitor(cookies: false);
        visitor.DefaultRequestHeaders.Add("Cookie", "langue=" + language);
        var page = WebUtility.HtmlDecode(await visitor.GetStringAsync(address)).Replace('\u00a0', ' ');
        Assert.Contains($"lang=\"{language}-CA\"", page);
        var main = page[page.IndexOf("<main", StringComparison.Ordinal)..page.IndexOf("</main>", StringComparison.Ordinal)];
        Assert.All(credit, said => Assert.Contains(said, main));
    }
}
