using System.Net;
using System.Text;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Foundation.Web;

public sealed class SoundFormsPage(StandingHouses houses)
{
    const string Fields = "application/x-www-form-urlencoded";
    const string Parts = "multipart/form-data; boundary=x";

    public static TheoryData<string, string, HttpStatusCode> Broken => new()
    {
        { Fields, new string('a', 3000) + "=1", HttpStatusCode.BadRequest },
        { Fields, string.Join('&', Enumerable.Range(0, 3000).Select(i => $"k{i}=1")), HttpStatusCode.BadRequest },
        { Fields, "langue=%00", HttpStatusCode.BadRequest },
        { Fields, "retour=" + new string('a', 1_100_000), HttpStatusCode.RequestEntityTooLarge },
        { Parts, "--x\r\nContent-Disposition: form-data; name=\"retour\"\r\n\r\n/a\0b\r\n--x--\r\n", HttpStatusCode.BadRequest },
        { Parts, "--x\r\nContent-Disposition: form-data; name=\"re\0tour\"\r\n\r\n/\r\n--x--\r\n", HttpStatusCode.BadRequest },
        { Parts, "--x\r\nhalf a part", HttpStatusCode.BadRequest },
        { "multipart/form-data", "--x", HttpStatusCode.BadRequest },
        { "multipart/form-data; boundary=" + new string('x', 300), "--x", HttpStatusCode.BadRequest },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_form_that_cannot_be_read_is_refused_with_a_sentence(string type, string body, HttpStatusCode expected)
    {
        var answer = await PostAsync(type, body);
        Assert.Equal(expected, answer.StatusCode);
        Assert.Contains("<html lang=\"en-CA\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
    }

    [Theory]
    [InlineData("taille=99999999999999")]
    [InlineData("contraste=peut-etre&taille=x&langue=%FF")]
    [InlineData("")]
    public async Task A_choice_that_makes_no_sense_counts_as_not_made(string body) =>
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(Fields, body)).StatusCode);

    async Task<HttpResponseMessage> PostAsync(string type, string body)
    {
        using var visitor = (await houses.DemonstrationAsync()).Visitor(cookies: false);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/affichage") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("Cookie", "langue=en");
        return await visitor.SendAsync(request);
    }
}
