using System.Net;
using System.Text.RegularExpressions;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Community.Groups;

/// <summary>Who is in a group is known inside it and nowhere else, whatever role somebody holds.</summary>
public sealed partial class MembershipPrivacy(StandingHouses houses)
{
    const string Within = "/groupes/entendre-des-voix/entre-nous";

    [Theory]
    [InlineData("Line")]
    [InlineData("Nadia")]
    [InlineData("Denise")]
    [InlineData("Gaétan")]
    [InlineData("Océane")]
    [InlineData("Simone")]
    public async Task Only_members_see_who_is_in_a_group(string outsider)
    {
        var house = await houses.DemonstrationAsync();
        using var aicha = await house.SignedInAsync("Aïcha");
        Assert.Contains("<strong>Solange</strong>", await aicha.GetStringAsync(Within));
        using var browser = await house.SignedInAsync(outsider);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(Within)).StatusCode);
        var missing = await browser.GetAsync("/groupes/il-n-y-en-a-pas/entre-nous");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        foreach (var page in new[] { "/aujourdhui", "/retours", "/mes-donnees/json", "/groupes/entendre-des-voix/rejoindre" })
            Assert.DoesNotContain("<strong>Solange</strong>", await browser.GetStringAsync(page));
    }

    [Fact]
    public async Task Whoever_asks_to_join_reads_no_name_before_a_member_says_yes_and_asks_one_group_at_a_time()
    {
        await using var house = await House.OpenAsync();
        using var oceane = await house.SignedInAsync("Océane");
        Assert.Equal(HttpStatusCode.SeeOther, (await oceane.SendAsync("/groupes/entendre-des-voix/rejoindre", ("nom", "O."))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await oceane.GetAsync(Within)).StatusCode);
        Assert.DoesNotContain("Solange", await oceane.GetStringAsync("/groupes/entendre-des-voix/rejoindre"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await oceane.SendAsync("/groupes/etre-proche/rejoindre")).StatusCode);
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM join_request"));

        using var luc = await house.SignedInAsync("Luc");
        var page = await luc.GetStringAsync(Within);
        Assert.Contains("<strong>O.</strong>", page);
        Assert.DoesNotContain("Océane", WebUtility.HtmlDecode(page));
        Assert.Contains("entendre-des-voix", await luc.GetStringAsync("/aujourdhui"));
        await luc.SendAsync(Within, ("geste", "accueillir"), ("personne", Somebody().Match(page).Groups[1].Value));
        Assert.Contains("<strong>Solange</strong>", await oceane.GetStringAsync(Within));
    }

    [Fact]
    public async Task A_member_of_the_team_in_a_group_is_shown_with_the_role()
    {
        await using var house = await House.OpenAsync();
        using var nadia = await house.SignedInAsync("Nadia");
        await nadia.SendAsync("/groupes/cercle-du-jeudi/rejoindre");
        using var simone = await house.SignedInAsync("Simone");
        Assert.Matches("<strong>Nadia</strong><small>Personne de l.équipe", WebUtility.HtmlDecode(await simone.GetStringAsync("/groupes/cercle-du-jeudi/entre-nous")).ReplaceLineEndings(" "));
    }

    [Fact]
    public async Task Who_bears_another_name_in_another_group_is_not_found_again_there()
    {
        const string there = "/groupes/vos-droits-nos-histoires";
        await using var house = await House.OpenAsync();
        string[] names = ["Jean-Guy", "Kateri", "Luc"];
        foreach (var name in names)
        {
            using var browser = await house.SignedInAsync(name);
            await browser.SendAsync(there + "/rejoindre");
            await browser.SendAsync(there + "/entre-nous", ("geste", "nom"), ("nom", "Pseudo " + name));
        }
        using var maude = await house.SignedInAsync("Maude");
        var (known, hidden) = (await maude.GetStringAsync("/groupes/cercle-du-jeudi/qui-je-vois"), await maude.GetStringAsync(there + "/qui-je-vois"));
        foreach (var name in names)
            Assert.NotEqual(HandleOf(LineOf(known, name)), HandleOf(LineOf(hidden, "Pseudo " + name)));
        // There are 96 blocks: one in 96 falls on their own by chance, all three hardly ever.
        Assert.Contains(names, name => Block().Match(LineOf(known, name)).Value != Block().Match(LineOf(hidden, "Pseudo " + name)).Value);
        var id = (await Sql.TextsAsync(house, "SELECT id FROM person WHERE chosen_name = 'Jean-Guy'")).Single();
        foreach (var page in new[] { known, hidden, await maude.GetStringAsync("/retours"), await maude.GetStringAsync("/groupes/cercle-du-jeudi/entre-nous") })
            Assert.DoesNotContain(id, page);
        using var simone = await house.SignedInAsync("Simone");
        Assert.NotEqual(HandleOf(LineOf(known, "Jean-Guy")), await house.CalledAsync(simone, "Jean-Guy"));

        static string LineOf(string page, string name) => page.Split("<li").Single(line => WebUtility.HtmlDecode(line).Contains($"<strong>{name}<", StringComparison.Ordinal));
        static string HandleOf(string line) => Somebody().Match(line).Groups[1].Value;
    }

    [GeneratedRegex("<svg.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("""name="personne" value="([^"]+)["]""")]
    private static partial Regex Somebody();
}
