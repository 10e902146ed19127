using System.Net;
using Alentour.Tests.Cast;
using static Alentour.Tests.Community.Groups.VisitSteps;

namespace Alentour.Tests.Community.Groups.Openings;

/// <summary>How people hear each other: to members and expected people, from one hour before until the end, and to nobody else.</summary>
public sealed class HearingPrivacy
{
    const string Number = "418 555-0161";

    // The circle of the demonstration meets on Thursday at 19 h, for two hours; in November the house is five hours behind UTC.
    static DateTimeOffset At(int hour, int minute) => new(2026, 11, 26, hour, minute, 0, TimeSpan.FromHours(-5));

    [Theory]
    [InlineData(17, 59, false)]
    [InlineData(18, 1, true)]
    [InlineData(20, 59, true)]
    [InlineData(21, 1, false)]
    public async Task Members_and_an_announced_visit_read_it_from_one_hour_before_until_the_end(int hour, int minute, bool isRead)
    {
        await using var house = await House.OpenAsync(now: At(15, 0));
        using var stranger = house.Newcomer();
        await stranger.ComeAsync(Group, ("nom", "Ré"));
        house.Clock.Advance(At(hour, minute) - At(15, 0));
        using var maude = await house.SignedInAsync("Maude");
        foreach (var (browser, page) in new[] { (maude, Group + "/entre-nous"), (maude, "/aujourdhui"), (stranger, "/ma-visite") })
            Assert.True(isRead == (await browser.ReadAsync(page)).Contains(Number, StringComparison.Ordinal), page);
    }

    [Fact]
    public async Task Where_the_greeter_answers_first_a_visit_reads_it_after_their_yes()
    {
        await using var house = await House.OpenAsync(now: At(15, 0));
        await Sql.RunAsync(house, "UPDATE meeting_series SET visit_door = 'GreeterFirst'");
        using var stranger = house.Newcomer();
        await stranger.ComeAsync(Group, ("nom", "Ré"));
        house.Clock.Advance(At(18, 30) - At(15, 0));
        Assert.DoesNotContain(Number, await stranger.ReadAsync("/ma-visite"));
        await Sql.RunAsync(house, "UPDATE first_visit SET is_accepted = 1");
        Assert.Contains(Number, await stranger.ReadAsync("/ma-visite"));
    }

    [Fact]
    public async Task No_public_page_feed_index_or_export_of_another_person_holds_it()
    {
        await using var house = await House.OpenAsync(now: At(18, 30));
        using var maude = await house.SignedInAsync("Maude");
        Assert.Contains(Number, await maude.ReadAsync(Group + "/entre-nous"));
        await house.RefreshFinderAsync();
        foreach (var name in new[] { "Line", "Nadia", "Océane", null })
        {
            using var other = name is null ? house.Newcomer() : await house.SignedInAsync(name);
            foreach (var page in new[] { Group, Group + ".ics", Group + "/premiere-visite", Group + "/affiche", Group + "/je-viens", Group + "/rejoindre", Group + "/entre-nous", Group + "/entendre", "/groupes?q=cercle", "/semaine", "/aujourdhui", "/mes-donnees/json", "/ma-visite" })
                Assert.DoesNotContain("555-0161", await (await other.GetAsync(page)).Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task Meetings_only_from_afar_are_announced_once_people_can_hear_each_other()
    {
        await using var house = await House.OpenAsync();
        using var oceane = await house.SignedInAsync("Océane");
        var draft = await oceane.OpenGroupAsync();
        await oceane.WriteAllAsync(draft, way: "Phone");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await oceane.AddSeriesAsync(draft)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await oceane.SendAsync(draft + "/entendre", ("numero", "12"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await oceane.SendAsync(draft + "/entendre", ("lien", "http://rencontre.example"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await oceane.SendAsync(draft + "/entendre", ("numero", "418 555-0177"), ("code", "99"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await oceane.AddSeriesAsync(draft)).StatusCode);
        var group = await oceane.PublishAsync(draft);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await oceane.SendAsync(group + "/entendre", ("numero", ""))).StatusCode);
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM group_hearing WHERE phone = '418 555-0177'"));
    }
}
