using System.Net;
using Alentour.Foundation.Texts;
using Alentour.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;
using static Alentour.Tests.Community.Groups.VisitSteps;

namespace Alentour.Tests.Guarantees;

/// <summary>Guarantee 13: when two people take the same seat, exactly one gets it and the other is told at once, in plain words.</summary>
public sealed class ASeatIsForOne
{
    [Fact]
    public async Task Of_eight_strangers_who_want_the_last_seat_of_a_first_visit_one_has_it_and_seven_read_why_not()
    {
        await using var house = await House.OpenAsync();
        await Sql.RunAsync(house, "UPDATE meeting_series SET visits_at_once = 1");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            using var stranger = house.Newcomer();
            var answer = await stranger.SendAsync(Group + "/je-viens", ("nom", $"Ré {i}"), ("cle", $"form {i}"));
            return (answer.StatusCode, Page: WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        }));
        var seated = Assert.Single(answers, a => a.StatusCode == HttpStatusCode.OK);
        Assert.Equal(3, Words(seated.Page).Split(' ').Length);
        Assert.All(answers.Where(a => a != seated), a => Assert.Contains(Say(house, "visit.refusal.full"), a.Page));
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM first_visit"));
    }

    [Fact]
    public async Task Of_four_members_who_take_one_welcome_one_has_it_and_three_read_why_not()
    {
        await using var house = await House.OpenAsync();
        var members = await Task.WhenAll(new[] { "Maude", "Simone", "Jean-Guy", "Kateri" }.Select(house.SignedInAsync));
        var free = Free().Match(await members[0].GetStringAsync(Group + "/accueil"));
        var answers = await Task.WhenAll(members.Select(async m =>
        {
            var answer = await m.SendAsync(Group + "/accueil", ("geste", "prendre"), ("serie", free.Groups[1].Value), ("jour", free.Groups[2].Value));
            return (answer.StatusCode, Page: WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        }));
        var greeter = Assert.Single(answers, a => a.StatusCode == HttpStatusCode.SeeOther);
        Assert.All(answers.Where(a => a != greeter), a => Assert.Contains(Say(house, "welcome.refusal.taken"), a.Page));
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM greeter"));
        foreach (var member in members)
            member.Dispose();
    }

    static string Say(House house, string key) => house.Services.GetRequiredService<TextCatalogue>().Get(Language.French, key);
}
