using System.Net;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Foundation.Web;

public sealed class LanguagePage(StandingHouses houses)
{
    [Theory]
    [InlineData("/maison", "/maison")]
    [InlineData("/groupes?q=caf%C3%A9&jour=jeudi", "/groupes?q=caf%C3%A9&jour=jeudi")]
    [InlineData("/groupes?q=jeudi+soir", "/groupes?q=jeudi+soir")]
    [InlineData("/groupes?q=1%2B1", "/groupes?q=1%2B1")]
    [InlineData("//evil.example/a", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("\\\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("evil.example", "/")]
    [InlineData("", "/")]
    [InlineData("/a\r\nSet-Cookie: x=1", "/")]
    [InlineData("/\t/evil.example", "/")]
    public async Task Changing_the_language_leads_back_to_where_one_was_and_never_elsewhere(string back, string expected)
    {
        var answer = await AskAsync($"/langue/en?retour={Uri.EscapeDataString(back)}");
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(expected, Location(answer));
        Assert.Contains("langue=en", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    /// <summary>Slashes and backslashes hidden by one or two rounds of percent signs.</summary>
    [Theory]
    [InlineData("/langue/en?retour=%2F%2Fevil.example")]
    [InlineData("/langue/en?retour=/%2Fevil.example")]
    [InlineData("/langue/en?retour=/%5Cevil.example")]
    [InlineData("/langue/en?retour=%252F%252Fevil.example")]
    [InlineData("/langue/en?retour=/%255Cevil.example")]
    [InlineData("/langue/en?retour=/%0d%0aSet-Cookie:%20x=1")]
    [InlineData("/help//evil.example")]
    [InlineData("/help/%2F%2Fevil.example")]
    [InlineData("/help/%5C%5Cevil.example")]
    [InlineData("/display//evil.example")]
    [InlineData("/house/%0d%0aSet-Cookie:%20x=1")]
    public async Task No_spelling_of_an_address_leads_to_another_site(string address)
    {
        var answer = await AskAsync(address);
        Assert.DoesNotContain(answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [], c => c.StartsWith("x=", StringComparison.Ordinal));
        if (answer.StatusCode != HttpStatusCode.Found)
            return;
        var location = Location(answer);
        Assert.Matches(@"^/(?![/\\])[\x21-\x7e]*$", location);
        Assert.Equal("house.example", new Uri(new Uri("https://house.example/x/"), location).Host);
    }

    [Fact]
    public async Task An_English_path_leads_to_the_French_one_with_all_it_asked()
    {
        Assert.Equal("/maison?a=1", Location(await AskAsync("/house?a=1")));
        Assert.Equal("/aide/groupes-gardes", Location(await AskAsync("/help/groupes-gardes")));
    }

    async Task<HttpResponseMessage> AskAsync(string address)
    {
        using var visitor = (await houses.DemonstrationAsync()).Visitor(cookies: false);
        return await visitor.GetAsync(new Uri(visitor.BaseAddress + address[1..], new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
    }

    static string Location(HttpResponseMessage answer) => answer.Headers.GetValues("Location").Single();
}
