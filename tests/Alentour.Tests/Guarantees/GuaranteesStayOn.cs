using System.Net;
using System.Text.RegularExpressions;
using Alentour.Community.Organizations;
using Alentour.Practices.House.Guarantees;
using Alentour.Practices.House.Questions;
using Alentour.Tests.Cast;
using Alentour.Tests.Shape.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Guarantees;

/// <summary>Guarantee 18: no screen switches a guarantee off. The settings hold choices, and no guarantee is among the choices.</summary>
public sealed partial class GuaranteesStayOn(StandingHouses houses)
{
    [Fact]
    public async Task Whatever_a_coordinator_sends_to_the_settings_the_promises_are_the_same()
    {
        await using var house = await Cast.House.OpenAsync();
        using var line = await house.SignedInAsync("Line");
        var before = await PromisesAsync(house);
        Assert.Equal(Guarantee.All.Count, before.Count);
        foreach (var question in house.Services.GetRequiredService<HouseQuestions>().All)
        {
            var fields = FormField().Matches(await line.GetStringAsync($"/reglages/{question.Path}")).Select(m => (m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)));
            var switches = Guarantee.All.SelectMany(g => new[] { (g.Key, "non"), ($"garantie.{g.Key}", "non"), ("garantie", g.Key) });
            Assert.NotEqual(HttpStatusCode.InternalServerError, (await line.SendAsync($"/reglages/{question.Path}", [.. fields, .. switches])).StatusCode);
        }
        house.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(before, await PromisesAsync(house));
    }

    [Fact]
    public async Task Whatever_members_record_as_decided_the_promises_are_the_same()
    {
        await using var house = await Cast.House.OpenAsync();
        var before = await PromisesAsync(house);
        using var simone = await house.SignedInAsync("Simone");
        (string, string)[] told = [("mots", "Les garanties sont retirées, toutes."), ("jour", "2026-11-20"), ("lieu", "cuisine"), ("presents", "7")];
        foreach (var guarantee in Guarantee.All)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await simone.SendAsync("/maison/decisions/dire", [("choix", guarantee.Key), .. told])).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await simone.SendAsync("/maison/decisions/dire", [("choix", nameof(JournalTopic.Privacy)), .. told])).StatusCode);
        var id = (await Sql.TextsAsync(house, "SELECT id FROM house_decision")).Single();
        foreach (var name in new[] { "Maude", "Luc" })
        {
            using var member = await house.SignedInAsync(name);
            await member.SendAsync("/maison/decisions", ("geste", "confirmer"), ("decision", id));
        }
        house.Clock.Advance(TimeSpan.FromMinutes(3));
        using var visitor = house.Visitor();
        Assert.Contains("toutes.", await visitor.GetStringAsync("/maison/journal"));
        Assert.Equal(before, await PromisesAsync(house));
    }

    [Fact]
    public void No_choice_of_a_house_bears_the_name_of_a_guarantee() =>
        Assert.Empty(Enum.GetNames<JournalTopic>().Intersect(Guarantee.All.Select(g => g.Key), StringComparer.OrdinalIgnoreCase));

    [Fact]
    public async Task Every_promise_of_the_page_names_a_test_that_exists_or_says_that_it_is_missing()
    {
        var told = Repository.Read("docs/guarantees.md");
        Findings.None(
            from guarantee in Guarantee.All
            where guarantee.HeldBy is { } test && (!File.Exists(Repository.Path($"{Repository.Tests}/{test}")) || !told.Contains($"`{test.Split('/')[^1]}`", StringComparison.Ordinal))
                || !told.Contains($"| {guarantee.Number} |", StringComparison.Ordinal)
            select $"/garanties names {guarantee.HeldBy} for {guarantee.Number}, which is not there.");
        using var visitor = (await houses.DemonstrationAsync()).Visitor();
        var page = await visitor.GetStringAsync("/garanties");
        Assert.All(Guarantee.All.Select(g => g.HeldBy).OfType<string>(), test => Assert.Contains(test, page));
    }

    static async Task<IReadOnlyList<string>> PromisesAsync(Cast.House house)
    {
        using var visitor = house.Visitor();
        var page = await visitor.GetStringAsync("/garanties");
        return [.. Promise().Matches(page).Select(m => m.Value)];
    }

    [GeneratedRegex("""<li class="patch"><h2>.*?</li>""", RegexOptions.Singleline)]
    private static partial Regex Promise();

    [GeneratedRegex("""<input [^>]*?name="([^"]+)" value="([^"]*)["]""")]
    private static partial Regex FormField();
}
