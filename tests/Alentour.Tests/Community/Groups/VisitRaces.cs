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
        using var anybody = house.Newcomer();
        var meeting = await anybody.ProposedAsync(Group);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            using var stranger = house.Newcomer();
            return (await stranger.SendAsync(Group + "/je-viens", ("nom", $"Ré {i}"), ("rencontre", meeting))).StatusCode;
        }));
        Assert.Equal(2, answers.Count(a => a == HttpStatusCode.OK));
        Assert.Equal(2, await Sql.NumberAsync(house, "SELECT count(*) FROM first_visit"));
    }

    [Fact]
    public async Task A_form_sent_twice_announces_one_visit_with_the_words_of_the_last_answer()
    {
        await using var house = await House.OpenAsync();
        using var stranger = house.Newcomer();
        Assert.Matches("name=\"cle\" value=\"[0-9a-f]{32}\"", await stranger.GetStringAsync(Group + "/je-viens"));
        var words = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            // The first answer never arrived: the browser holds no cookie of it.
            using var browser = house.Newcomer();
            var answer = await browser.ComeAsync(Group, ("nom", "Ré"), ("cle", "one form"));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            words.Add(Words(await answer.Content.ReadAsStringAsync()));
        }
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM first_visit"));
        using var library = house.Newcomer();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await library.SendAsync("/ma-visite", ("mots", words[0]))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await library.SendAsync("/ma-visite", ("mots", words[1]))).StatusCode);
        await library.SendAsync("/ma-visite", ("geste", "reprendre"));
        Assert.Equal(HttpStatusCode.OK, (await library.ComeAsync(Group, ("nom", "Ré"), ("cle", "one form"))).StatusCode);
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM first_visit"));
    }

    [Fact]
    public async Task Of_two_who_take_one_welcome_one_has_it_and_nobody_has_two()
    {
        await using var house = await House.OpenAsync();
        var members = await Task.WhenAll(new[] { "Maude", "Simone", "Jean-Guy", "Kateri" }.Select(house.SignedInAsync));
        // One page for all: whoever reads a little later would be offered the next meeting.
        var free = Free().Match(await members[0].GetStringAsync(Group + "/accueil"));
        var answers = await Task.WhenAll(members.Select(async m => (await m.SendAsync(Group + "/accueil", ("geste", "prendre"), ("serie", free.Groups[1].Value), ("jour", free.Groups[2].Value))).StatusCode));
        Assert.Equal(1, answers.Count(a => a == HttpStatusCode.SeeOther));
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM greeter"));
        var greeter = members[Array.IndexOf(answers, HttpStatusCode.SeeOther)];
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await TakeWelcomeAsync(greeter, check: false));
        foreach (var member in members)
            member.Dispose();
    }
}
