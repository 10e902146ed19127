using System.Net;
using Alentour.Tests.Cast;
using Alentour.Tests.Community.Groups;
using Alentour.Tests.Practices.Circles;
using Alentour.Tests.Practices.Circles.Watching;

namespace Alentour.Tests.Guarantees;

/// <summary>Guarantee 13: of those who press at the same moment for one place, one has it, and the others read so at once, in plain words.</summary>
public sealed class ContestedPlacesGoToOne
{
    const string Circle = VisitSteps.Group;

    [Fact]
    public async Task The_last_seats_of_a_first_visit()
    {
        await using var house = await House.OpenAsync();
        await Sql.RunAsync(house, "UPDATE meeting_series SET visits_at_once = 1");
        using var anybody = house.Newcomer();
        var meeting = await anybody.ProposedAsync(Circle);
        await OneOfAsync(6, "attend déjà autant de nouvelles personnes", async i =>
        {
            using var stranger = house.Newcomer();
            return await stranger.SendAsync(Circle + "/je-viens", ("nom", $"Ré {i}"), ("rencontre", meeting));
        });
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM first_visit"));
    }

    [Fact]
    public async Task The_welcome_of_a_meeting()
    {
        await using var house = await House.OpenAsync();
        var members = await Task.WhenAll(new[] { "Maude", "Simone", "Jean-Guy", "Kateri" }.Select(house.SignedInAsync));
        var free = VisitSteps.Free().Match(await members[0].GetStringAsync(Circle + "/accueil"));
        await OneOfAsync(members.Length, "Quelqu'un vient de prendre l'accueil", i =>
            members[i].SendAsync(Circle + "/accueil", ("geste", "prendre"), ("serie", free.Groups[1].Value), ("jour", free.Groups[2].Value)));
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM greeter"));
        foreach (var member in members)
            member.Dispose();
    }

    [Fact]
    public async Task A_role_that_two_hold_the_slip_of()
    {
        await using var house = await House.OpenAsync();
        using var line = await house.SignedInAsync("Line");
        var slip = string.Join(' ', Forms.CardOn(await (await line.SendAsync("/roles", ("role", "Volunteer"), ("decision", "L'assemblée."))).Content.ReadAsStringAsync()));
        var takers = await Task.WhenAll(new[] { "Océane", "Mei", "Tom" }.Select(house.SignedInAsync));
        await OneOfAsync(takers.Length, "un billet sert une seule fois", i => takers[i].SendAsync("/roles/accepter", ("mots", slip), ("oui", "1")));
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM held_role WHERE decision = 'L''assemblée.'"));
        foreach (var taker in takers)
            taker.Dispose();
    }

    [Fact]
    public async Task The_second_word_for_somebody_s_way_back()
    {
        await using var house = await House.OpenAsync();
        using var simone = await house.SignedInAsync("Simone");
        var maude = await house.CalledAsync(simone, "Maude");
        var words = Forms.CardOn(await (await simone.SendAsync("/retours", ("personne", maude), ("presence", "true"))).Content.ReadAsStringAsync());
        var begun = (await Sql.TextsAsync(house, "SELECT id FROM way_back")).Single();
        var others = await Task.WhenAll(new[] { "Jean-Guy", "Kateri", "Luc" }.Select(house.SignedInAsync));
        await OneOfAsync(others.Length, "Quelqu'un a déjà confirmé", i => others[i].SendAsync("/retours", ("confirmer", begun), ("mots", $"{words[0]} {words[1]}")));
        foreach (var other in others)
            other.Dispose();
    }

    [Fact]
    public async Task A_turn_that_two_answer()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var maude = await evening.SeatedAsync("Maude");
        await evening.Simone.PressAsync(evening.Circle, "etape", ("valeur", "1"));
        await evening.Simone.PressAsync(evening.Circle, "ou", ("place", await evening.SeatAsync("Maude")));
        Assert.Equal("Vous avez le galet", CircleSteps.Centre(await maude.PageAsync(evening.Circle)));
        var turn = $"{await Sql.NumberAsync(evening.House, "SELECT last_turn FROM circle")}";
        // Her telephone, her computer, and the keeper who asks the pebble back.
        (HttpClient Browser, string Press)[] answers = [(maude, "fini"), (await evening.InAsync("Maude"), "fini"), (evening.Simone, "revient")];
        await OneOfAsync(answers.Length, "Le galet est déjà passé", i => answers[i].Browser.SendAsync(evening.Circle, ("geste", answers[i].Press), ("tour", turn)));
    }

    [Fact]
    public async Task The_time_of_a_circle()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        HttpClient[] seated = [await evening.SeatedAsync("Maude"), await evening.SeatedAsync("Luc"), await evening.SeatedAsync("Kateri")];
        await OneOfAsync(seated.Length, "Une autre personne vient de prendre le temps", i => seated[i].SendAsync(evening.Circle, ("geste", "temps"), ("valeur", "oui")));
        Assert.Equal(1, await Sql.NumberAsync(evening.House, "SELECT count(*) FROM circle WHERE time_keeper IS NOT NULL"));
    }

    [Fact]
    public async Task The_last_seat_of_a_circle()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        for (var i = 2; i < Alentour.Practices.Circles.Circle.MostSeats - 1; i++)
            await evening.Simone.SendAsync(evening.Circle, ("geste", "asseoir"), ("texte", $"Personne {i}"), ("valeur", "Phone"), ("cle", $"c{i}"));
        HttpClient[] come = [await evening.InAsync("Maude"), await evening.InAsync("Luc"), await evening.InAsync("Kateri")];
        await OneOfAsync(come.Length, "Il n'y a plus de place dans ce cercle", i => come[i].SendAsync(evening.Circle, ("geste", "entrer")));
        Assert.Equal(Alentour.Practices.Circles.Circle.MostSeats, await Sql.NumberAsync(evening.House, "SELECT count(*) FROM circle_seat"));
    }

    /// <summary>All act at once: one is answered as done, each of the others reads this sentence.</summary>
    static async Task OneOfAsync(int many, string sentence, Func<int, Task<HttpResponseMessage>> act)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, many).Select(act));
        var refused = answers.Where(a => a.StatusCode is HttpStatusCode.UnprocessableEntity).ToList();
        Assert.Equal(many - 1, refused.Count);
        Assert.True(answers.Except(refused).Single().StatusCode is HttpStatusCode.OK or HttpStatusCode.SeeOther);
        foreach (var answer in refused)
            Assert.Contains(sentence, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).Replace('’', '\''));
    }
}
