using System.Net;
using Alentour.Tests.Cast;
using static Alentour.Tests.Community.Groups.VisitSteps;

namespace Alentour.Tests.Community.Groups;

public sealed class VisitRaces
{
    [Fact]
    public async Task Of_those_who_race_for_the_last_places_as_many_come_as_the_group_welcomes()
    {
        await using var house = await House.OpenAsync();
        await Sql.RunAsync(house, "UPDATE meeting_series SET visits_at_once = 2");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            using var stranger = house.Newcomer();
            return (await stranger.SendAsync(Group + "/je-viens", ("nom", $"Ré {i}"))).StatusCode;
        }));
        Assert.Equal(2, answers.Count(a => a == HttpStatusCode.OK));
        Assert.Equal(2, await Sql.NumberAsync(house, "SELECT count(*) FROM first_visit"));
    }

    [Fact]
    public async Task Of_two_who_take_one_welcome_one_has_it_and_nobody_has_two()
    {
        await using var house = await House.OpenAsync();
        var members = await Task.WhenAll(new[] { "Maude", "Simone", "Jean-Guy", "Kateri" }.Select(house.SignedInAsync));
        var answers = await Task.WhenAll(members.Select(m => TakeWelcomeAsync(m, check: false)));
        Assert.Equal(1, answers.Count(a => a == HttpStatusCode.SeeOther));
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM greeter"));
        var greeter = members[Array.IndexOf(answers, HttpStatusCode.SeeOther)];
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await TakeWelcomeAsync(greeter, check: false));
        foreach (var member in members)
            member.Dispose();
    }
}
