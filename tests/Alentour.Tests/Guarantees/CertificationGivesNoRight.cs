using System.Text.RegularExpressions;
using Alentour.Tests.Cast;
using Alentour.Tests.Community.Groups;
using Alentour.Tests.Shape.Reading;

namespace Alentour.Tests.Guarantees;

/// <summary>
/// Guarantee 17: a certified peer worker has exactly the rights of any member. The same person knocks at every door of the house before and
/// after stating a certification, and may do the same there.
/// </summary>
public sealed partial class CertificationGivesNoRight
{
    const string Stated = "Paire aidante certifiée";

    [Fact]
    public async Task Whoever_states_a_certification_reaches_and_may_do_exactly_what_they_could_before()
    {
        await using var house = await House.OpenAsync();
        using var simone = await house.SignedInAsync("Simone");
        var before = await ReachAsync(simone);
        Assert.InRange(before.Count(r => r.EndsWith(" geste", StringComparison.Ordinal)), 5, int.MaxValue);
        await simone.SendAsync("/mes-acces", ("geste", "nom"), ("nom", "Simone"), ("certification", Stated));
        using var maude = await house.SignedInAsync("Maude");
        Assert.Contains(Stated, System.Net.WebUtility.HtmlDecode(await maude.GetStringAsync(VisitSteps.Group + "/entre-nous")));
        Assert.Equal(before, await ReachAsync(simone));
    }

    /// <summary>For every page the answer, and each thing that a form on it lets one do.</summary>
    static async Task<IReadOnlyList<string>> ReachAsync(HttpClient browser)
    {
        var reach = new List<string>();
        var doors = File.ReadLines(Repository.Path($"{Repository.Tests}/Shape/Endpoints.txt")).Where(l => l.StartsWith("GET /", StringComparison.Ordinal)).Select(l => l.Split('|')[1].Trim());
        // Leaving ends the session, and whether a page was seen before is told by the cache, not by who one is.
        foreach (var path in doors.Where(d => d.StartsWith('/') && d is not "/quitter" and not "/healthz").Concat([VisitSteps.Group + "/entre-nous", VisitSteps.Group + "/accueil", VisitSteps.Group + "/rencontres"]))
        {
            using var answer = await browser.GetAsync(path);
            reach.Add($"{path} {(int)answer.StatusCode}");
            reach.AddRange(Act().Matches(await answer.Content.ReadAsStringAsync()).Select(m => $"{path} {m.Groups[2].Value} {m.Groups[1].Value}").Distinct());
        }
        return reach;
    }

    [GeneratedRegex("""name="(geste|action|oui|combien)" value="([^"]*)["]""")]
    private static partial Regex Act();
}
