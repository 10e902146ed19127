using Alentour.Tests.Cast;
using Alentour.Tests.Shape.Reading;

namespace Alentour.Tests.Guarantees;

/// <summary>
/// Guarantee 1: a role opens no space of the members. Staff, board and volunteers are let in nowhere that a member in no group is not, and
/// the coordinator only into the settings, where no member is named. Staff announce the organisation's own activities, which are public (R085).
/// </summary>
public sealed class StaffReadNothingOfMembers(StandingHouses houses)
{
    /// <summary>What a coordinator may open and a member may not: what the house chose, roles, and what is said of the outside world.</summary>
    static readonly string[] OfTheCoordinator = ["/reglages", "/roles", OfTheTeam];

    /// <summary>Where the organisation says what it does itself: everybody reads it on /activites.</summary>
    const string OfTheTeam = "/activites/annonces";

    [Fact]
    public void No_role_but_the_coordinator_s_opens_anything_that_a_member_cannot_open() => Findings.None(
        from row in EndpointRow.All
        where row.Staff is 200 && row.Member is not 200 && !IsUnder(OfTheTeam, row.Pattern)
        select $"{row.Door} lets staff in and members not.");

    [Fact]
    public void The_coordinator_opens_the_settings_and_nothing_else_that_a_member_cannot_open()
    {
        Assert.Contains(EndpointRow.All, r => r.Coordinator is 200 && r.Member is not 200);
        Findings.None(
            from row in EndpointRow.All
            where row.Coordinator is 200 && row.Member is not 200 && !OfTheCoordinator.Any(o => IsUnder(o, row.Pattern))
            select $"{row.Door} lets the coordinator in and members not.");
    }

    static bool IsUnder(string path, string pattern) => pattern == path || pattern.StartsWith(path + "/", StringComparison.Ordinal);

    [Fact]
    public async Task No_page_of_the_coordinator_names_a_member()
    {
        var house = await houses.DemonstrationAsync();
        var members = await Sql.TextsAsync(house, "SELECT chosen_name FROM person WHERE id NOT IN (SELECT person_id FROM held_role)");
        Assert.Contains("Simone", members);
        using var visitor = house.Visitor();
        // A house may tell its story with a first name, in public.
        var told = await visitor.GetStringAsync("/maison");
        using var line = await house.SignedInAsync("Line");
        foreach (var row in EndpointRow.All.Where(r => r.Method == "GET" && r.Coordinator is 200 && r.Member is not 200))
        {
            var page = await line.GetStringAsync(row.Address);
            Assert.All(members, name => Assert.DoesNotContain($">{name}<", page));
            Assert.All(members.Where(m => m.Length > 4 && !told.Contains(m, StringComparison.Ordinal)), name => Assert.DoesNotContain(name, page));
        }
    }
}
