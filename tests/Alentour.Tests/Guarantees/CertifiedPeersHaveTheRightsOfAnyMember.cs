using System.Net;
using Alentour.Tests.Cast;
using Alentour.Tests.Community.Groups;
using Alentour.Tests.Shape.Reading;

namespace Alentour.Tests.Guarantees;

/// <summary>Guarantee 17: a certification is a fact that a person states. It opens no door, closes none, and is asked nowhere (R081).</summary>
public sealed class CertifiedPeersHaveTheRightsOfAnyMember
{
    [Fact]
    public async Task Every_door_answers_the_same_person_alike_before_and_after_they_state_it()
    {
        await using var house = await House.OpenAsync();
        using var maude = await house.SignedInAsync("Maude");
        var before = await KnockAsync(house, maude);
        await maude.SendAsync("/mes-acces", ("geste", "nom"), ("nom", "Maude"), ("certification", "Paire aidante certifiée"));
        using var simone = await house.SignedInAsync("Simone");
        Assert.Contains("Paire aidante certifiée", WebUtility.HtmlDecode(await simone.GetStringAsync("/groupes/cercle-du-jeudi/entre-nous")));
        var after = await KnockAsync(house, maude);
        Assert.Equal(before.Keys.Order(), after.Keys.Order());
        Assert.Empty(before.Where(d => after[d.Key] != d.Value).Select(d => d.Key));
        Assert.Contains(before.Values, answer => answer.StartsWith("200", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Luc", "Simone")]
    [InlineData("Simone", "Luc")]
    public async Task With_or_without_one_the_same_acts_do_the_same(string first, string second)
    {
        await using var house = await House.OpenAsync();
        foreach (var name in new[] { first, second })
        {
            using var browser = await house.SignedInAsync(name);
            Assert.Equal(HttpStatusCode.SeeOther, await VisitSteps.TakeWelcomeAsync(browser));
            Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync(VisitSteps.Group + "/accueil", ("geste", "rendre"))).StatusCode);
            Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync("/groupes/etre-proche/rejoindre")).StatusCode);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync("/groupes/apres-l-evenement/rejoindre")).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/roles")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/groupes/etre-proche/entre-nous")).StatusCode);
        }
    }

    [Fact]
    public void No_line_of_code_asks_for_it_but_to_keep_it_and_to_show_it()
    {
        // Entities, their reading, the form in which it is stated, the list in which it is read.
        string[] keepOrShow = ["Person.cs", "Access.cshtml.cs", "RivageCast.cs", "SessionStore.cs", "Membership.cs", "PeopleStore.cs", "PeopleRecords.cs", "MembershipStore.cs", "Access.cshtml", "Within.cshtml", "NoLongerSee.cshtml.cs"];
        var asking = Repository.Files(Repository.Source, [".cs", ".cshtml"])
            .Where(f => Repository.Read(f).Contains("certification", StringComparison.OrdinalIgnoreCase) && !keepOrShow.Contains(f.Split('/')[^1]));
        Findings.None(asking.Select(f => $"{f} speaks of a certification: may it change a right?"));
    }

    /// <summary>How each door that only shows answers, by address: a status and where it leads.</summary>
    static async Task<Dictionary<string, string>> KnockAsync(House house, HttpClient browser)
    {
        var slugs = await Sql.TextsAsync(house, "SELECT slug FROM mutual_aid_group");
        var answers = new Dictionary<string, string>();
        foreach (var row in EndpointRow.All.Where(r => r.Method == "GET" && r.Pattern is not "/quitter"))
            foreach (var address in row.Pattern.StartsWith("/groupes/{slug}", StringComparison.Ordinal) ? slugs.Select(s => row.Pattern.Replace("{slug}", s, StringComparison.Ordinal)) : [row.Address])
            {
                using var answer = await browser.GetAsync(address);
                answers[address] = $"{(int)answer.StatusCode} {answer.Headers.Location}";
            }
        return answers;
    }
}
