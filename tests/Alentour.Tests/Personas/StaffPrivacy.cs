using Alentour.Tests.Cast;
using Alentour.Tests.Community.Groups;

namespace Alentour.Tests.Personas;

/// <summary>A curious coordinator, a member of the team, of the board, a volunteer: they go through the whole house and meet nobody of a group, nor a first visit.</summary>
public sealed class StaffPrivacy
{
    const string Canary = "Canari-";

    [Fact]
    public async Task Whatever_they_open_they_read_no_name_of_anybody_in_a_group_and_no_first_visit()
    {
        await using var house = await House.OpenAsync();
        using var maude = await house.SignedInAsync("Maude");
        using var oceane = await house.SignedInAsync("Océane");
        await VisitSteps.TakeWelcomeAsync(maude);
        await oceane.SendAsync("/groupes/entendre-des-voix/rejoindre", ("nom", Canary + "demande"));
        using var stranger = house.Newcomer();
        await stranger.ComeAsync(VisitSteps.Group, ("nom", Canary + "visite"), ("joindre", "418 555-0199"));
        await VisitSteps.CancelNextAsync(maude);
        // Everybody who holds no role bears a name that stands nowhere else, in the house and in a group.
        await Sql.RunAsync(house, $"UPDATE membership SET name_here = '{Canary}ici' WHERE person_id IN (SELECT id FROM person WHERE quilt_seed % 2 = 0)");
        await Sql.RunAsync(house, $"UPDATE person SET chosen_name = '{Canary}' || chosen_name WHERE id NOT IN (SELECT person_id FROM held_role) AND chosen_name <> 'Simone'");
        using var simone = await house.SignedInAsync("Simone");
        Assert.NotEmpty((await Crawl.AsAsync(house, simone)).Holding(Canary));
        Assert.Contains("418 555-0199", await maude.GetStringAsync(VisitSteps.Group + "/accueil"));
        foreach (var name in new[] { "Line", "Nadia", "Denise", "Gaétan" })
        {
            using var browser = await house.SignedInAsync(name);
            var read = await Crawl.AsAsync(house, browser);
            Assert.Empty(read.Holding(Canary));
            Assert.Empty(read.Holding("418 555-0199"));
        }
    }
}
