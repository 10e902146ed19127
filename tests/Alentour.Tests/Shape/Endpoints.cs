using System.Net;
using Alentour.Foundation.Running;
using Alentour.Foundation.Web;
using Alentour.Tests.Cast;
using Alentour.Tests.Shape.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Shape;

/// <summary>The endpoint matrix: who is answered what, at every door of the house. A door that Endpoints.txt does not list fails.</summary>
public sealed class Endpoints(StandingHouses houses)
{
    [Fact]
    public async Task Every_door_is_listed_and_every_listed_door_exists()
    {
        var house = await houses.DemonstrationAsync();
        var doors = await Doors.OfAsync(house.Services);
        var listed = EndpointRow.All.Select(r => r.Door).ToHashSet();
        Findings.None(
            doors.Where(d => !listed.Contains(d)).Select(d => $"Endpoints.txt does not say who is answered what at {d}.")
                .Concat(listed.Where(d => !doors.Contains(d)).Select(d => $"Endpoints.txt lists {d}, which does not exist.")));
    }

    [Theory]
    [InlineData(Mode.Demo)]
    [InlineData(Mode.Live)]
    public async Task Every_door_answers_a_visitor_as_listed(Mode mode)
    {
        var house = await houses.OfAsync(mode);
        using var visitor = house.Visitor(cookies: false);
        var sentences = new List<string>();
        foreach (var row in EndpointRow.All)
        {
            var answer = await KnockAsync(visitor, row.Method, Address(house, row), ("Sec-Fetch-Site", "same-origin"));
            var expected = mode == Mode.Demo ? row.Demonstration : row.LiveWithoutHouse;
            if ((int)answer.StatusCode != expected)
                sentences.Add($"{row.Method} {row.Address} answers {(int)answer.StatusCode} in {mode}; {expected} is listed.");
        }
        Findings.None(sentences);
    }

    /// <summary>Everybody knocks with empty hands: what a form holds is the matter of its page's own tests.</summary>
    [Theory]
    [InlineData("Océane", Standing.Member)]
    [InlineData("Nadia", Standing.Staff)]
    [InlineData("Line", Standing.Coordinator)]
    [InlineData("Luc", Standing.Inside)]
    [InlineData("Luc", Standing.Blocked)]
    [InlineData("Kateri", Standing.Former)]
    [InlineData("Kateri", Standing.Erased)]
    public async Task Every_door_answers_each_kind_of_person_as_listed(string name, Standing standing)
    {
        await using var house = await House.OpenAsync();
        using var browser = house.Visitor(cookies: false);
        var cookie = await Standings.PrepareAsync(house, name, standing);
        var sentences = new List<string>();
        foreach (var row in EndpointRow.All)
        {
            var answer = await KnockAsync(browser, row.Method, Address(house, row), ("Sec-Fetch-Site", "same-origin"), cookie);
            if ((int)answer.StatusCode != row.For(standing))
                sentences.Add($"{row.Method} {row.Address} answers {name} ({standing}) {(int)answer.StatusCode}; {row.For(standing)} is listed.");
            // These two end the session.
            if (row.Pattern is "/sortir" or "/quitter" && standing != Standing.Erased)
                cookie = await house.CookieAsync(name);
        }
        Findings.None(sentences);
    }

    /// <summary>Another site may not act through a visitor's browser, at any door, also one that takes no POST.</summary>
    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData(null, null)]
    public async Task A_post_from_anywhere_else_is_refused(string? header, string? value)
    {
        var house = await houses.DemonstrationAsync();
        using var visitor = house.Visitor(cookies: false);
        var sentences = new List<string>();
        foreach (var row in EndpointRow.All.DistinctBy(r => r.Address))
            if ((await KnockAsync(visitor, "POST", Address(house, row), header is null ? null : (header, value!))).StatusCode is not HttpStatusCode.Forbidden and var status)
                sentences.Add($"POST {row.Address} with {header ?? "no origin"} {value} answers {(int)status}, not 403.");
        Findings.None(sentences);
    }

    static string Address(House house, EndpointRow row) =>
        row.Address.Replace("{site.css}", house.Services.GetRequiredService<BuiltAssets>()["site.css"], StringComparison.Ordinal);

    static async Task<HttpResponseMessage> KnockAsync(HttpClient visitor, string method, string address, (string Name, string Value)? header, string? cookie = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        if (method is "POST" or "PUT" or "DELETE")
            request.Content = new FormUrlEncodedContent([]);
        if (header is { } sent && method is not ("GET" or "HEAD"))
            request.Headers.TryAddWithoutValidation(sent.Name, sent.Value);
        return await visitor.SendAsync(request);
    }
}
