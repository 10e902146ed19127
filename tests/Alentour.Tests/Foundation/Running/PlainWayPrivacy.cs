using System.Net;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Foundation.Running;

/// <summary>Where what one types travels unread, nobody comes in: by a card, a passkey, a link, or by name.</summary>
public sealed class PlainWayPrivacy
{
    [Theory]
    [InlineData("/entrer", "mots", "abaisser abandon abdiquer abeille abolir aborder")]
    [InlineData("/entrer", "cle", "{}")]
    [InlineData("/entrer/lien", "courriel", "zoe@exemple.example")]
    [InlineData("/lien", "appareil", "mien")]
    [InlineData("/ouvrir", "nom", "Zoé")]
    [InlineData("/demo/entrer", "nom", "Simone")]
    public async Task Over_plain_http_no_way_in_opens_and_the_page_says_why(string door, string field, string value)
    {
        await using var mail = MailSink.Start();
        await using var house = await House.WithMailAsync(mail);
        using var visitor = house.Newcomer();
        // A server in front that came by http: this is not localhost any more.
        visitor.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        var answer = await visitor.SendAsync(door, (field, value), ("majeur", "true"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        if (door != "/demo/entrer")
            Assert.Contains("n'est pas protégée", WebUtility.HtmlDecode(await visitor.GetStringAsync(door)).Replace('’', '\''));
        Assert.Equal((0, 0), (await Sql.NumberAsync(house, "SELECT count(*) FROM session"), await Sql.NumberAsync(house, "SELECT count(*) FROM job")));
    }
}
