using System.Net;
using Alentour.Tests.Cast;
using static Alentour.Tests.Community.Groups.VisitSteps;

namespace Alentour.Tests.Community.Groups;

public sealed class VisitPrivacy
{
    [Fact]
    public async Task Other_members_and_every_role_learn_nothing_of_who_announces_a_visit()
    {
        await using var house = await House.OpenAsync();
        using var maude = await house.SignedInAsync("Maude");
        await TakeWelcomeAsync(maude);
        using var stranger = house.Newcomer();
        await stranger.ComeAsync(Group, ("nom", "Ré Canari"), ("joindre", "418 555-0199"));
        await CancelNextAsync(maude);
        Assert.Contains("418 555-0199", await maude.GetStringAsync(Group + "/accueil"));
        foreach (var name in new[] { "Simone", "Line", "Nadia", "Denise", "Gaétan", "Océane" })
        {
            using var other = await house.SignedInAsync(name);
            foreach (var page in new[] { Group + "/accueil", Group + "/entre-nous", Group + "/rencontres", "/aujourdhui", Group, Group + ".ics", Group + "/premiere-visite" })
            {
                var body = WebUtility.HtmlDecode(await (await other.GetAsync(page)).Content.ReadAsStringAsync());
                Assert.False(body.Contains("Ré Canari", StringComparison.Ordinal) || body.Contains("418 555-0199", StringComparison.Ordinal), $"{name} reads it on {page}");
            }
            var visit = (await Sql.TextsAsync(house, "SELECT id FROM first_visit")).Single();
            await other.SendAsync(Group + "/accueil", ("geste", "dit"), ("visite", visit));
        }
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM first_visit WHERE was_told = 1"));
    }
}
