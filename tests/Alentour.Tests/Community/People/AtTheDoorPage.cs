using System.Net;
using Alentour.Community.People.Cards;
using Alentour.Tests.Cast;
using Alentour.Tests.Foundation.Canaries;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Community.People;

/// <summary>What the door does with many, with the address one came for, and with whoever was in before.</summary>
public sealed class AtTheDoorPage
{
    [Fact]
    public async Task The_page_one_came_for_may_have_accents_in_its_address()
    {
        await using var house = await House.OpenAsync();
        using var simone = await house.SignedInAsync("Simone");
        Assert.Equal("/%C3%A9?q=%C3%A9", (await simone.GetAsync("/entrer?retour=/é?q=é")).Headers.Location?.OriginalString);
        using var demo = house.Newcomer();
        Assert.Equal("/%C3%A9", (await demo.SendAsync("/demo/entrer", ("nom", "Simone"), ("retour", "/é"))).Headers.Location?.OriginalString);
        using var zoe = house.Newcomer();
        var words = await zoe.OpenAccountAsync("Zoé");
        using var elsewhere = house.Newcomer();
        Assert.Equal("/%C3%A9", (await elsewhere.SendAsync("/entrer", ("mots", string.Join(' ', words)), ("retour", "/é"))).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Coming_in_again_on_the_same_browser_ends_the_session_before()
    {
        await using var house = await House.OpenAsync();
        using var browser = house.Newcomer();
        var words = await browser.OpenAccountAsync("Zoé");
        await browser.SendAsync("/entrer", ("mots", string.Join(' ', words)));
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM session"));
        await browser.SendAsync("/demo/entrer", ("nom", "Simone"));
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM session"));
        Assert.Contains("Simone", await browser.GetStringAsync("/aujourdhui"));
    }

    [Fact]
    public async Task Of_many_guesses_sent_at_once_no_more_are_looked_at_than_of_as_many_one_after_the_other()
    {
        await using var house = await House.OpenAsync();
        using var guesser = house.Newcomer();
        var wrong = string.Join(' ', CardWords.All.Take(6));
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => guesser.SendAsync("/entrer", ("mots", wrong))));
        Assert.InRange(answers.Count(a => a.StatusCode == HttpStatusCode.UnprocessableEntity), 1, Alentour.Community.People.Tries.Most);
        Assert.All(answers, a => Assert.True(a.StatusCode is HttpStatusCode.UnprocessableEntity or HttpStatusCode.TooManyRequests, a.StatusCode.ToString()));
    }

    [Fact]
    public async Task Without_an_account_one_address_announces_six_first_visits_in_an_hour()
    {
        await using var house = await House.OpenAsync();
        await Sql.RunAsync(house, "UPDATE meeting_series SET visits_at_once = 1000");
        async Task<HttpStatusCode> ComeAsync(int i)
        {
            using var stranger = house.Newcomer();
            return (await stranger.ComeAsync("/groupes/cercle-du-jeudi", ("nom", $"Ré {i}"))).StatusCode;
        }
        for (var i = 0; i < 6; i++)
            Assert.Equal(HttpStatusCode.OK, await ComeAsync(i));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await ComeAsync(6));
        using var oceane = await house.SignedInAsync("Océane");
        Assert.Equal(HttpStatusCode.OK, (await oceane.ComeAsync("/groupes/cercle-du-jeudi", ("nom", "Océane"))).StatusCode);
        house.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(HttpStatusCode.OK, await ComeAsync(7));
    }

    [Fact]
    public async Task A_member_makes_ten_invitations_in_thirty_days_and_reads_when_there_are_more()
    {
        await using var house = await House.OpenAsync();
        using var simone = await house.SignedInAsync("Simone");
        Assert.Equal(HttpStatusCode.OK, (await simone.SendAsync("/invitations", ("combien", "8"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await simone.SendAsync("/invitations", ("combien", "8"))).StatusCode);
        for (var i = 0; i < 2; i++)
            Assert.Equal(HttpStatusCode.OK, (await simone.SendAsync("/invitations", ("combien", "1"))).StatusCode);
        Assert.Contains("dix par personne", WebUtility.HtmlDecode(await (await simone.SendAsync("/invitations", ("combien", "1"))).Content.ReadAsStringAsync()));
        Assert.Equal(10, await Sql.NumberAsync(house, "SELECT count(*) FROM invitation"));
        using var line = await house.SignedInAsync("Line");
        for (var i = 0; i < 10; i++)
            Assert.Equal(HttpStatusCode.OK, (await line.SendAsync("/invitations", ("combien", "8"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await line.SendAsync("/invitations", ("combien", "1"))).StatusCode);
        house.Clock.Advance(TimeSpan.FromDays(30));
        using var later = await house.SignedInAsync("Simone");
        Assert.Equal(HttpStatusCode.OK, (await later.SendAsync("/invitations", ("combien", "8"))).StatusCode);
    }

    [Theory]
    [InlineData("Line (coordination)", "")]
    [InlineData("L'Équipe", "")]
    [InlineData("Line", "Paire\u202Ecertifiée")]
    [InlineData("Line", "Paire\u200Bcertifiée")]
    public async Task A_name_speaks_for_no_role_and_no_line_hides_signs(string name, string certification)
    {
        await using var house = await House.OpenAsync();
        using var maude = await house.SignedInAsync("Maude");
        var answer = await maude.SendAsync("/mes-acces", ("geste", "nom"), ("nom", name), ("certification", certification));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("error-text", await answer.Content.ReadAsStringAsync());
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM person WHERE chosen_name = 'Maude' AND certification IS NULL"));
    }

    [Fact]
    public async Task What_was_erased_is_in_no_byte_of_the_database_as_soon_as_the_page_says_so()
    {
        await using var mail = MailSink.Start();
        await using var house = await House.WithMailAsync(mail);
        var address = house.Services.GetRequiredService<Alentour.Foundation.Running.Settings>().Database;
        using var zoe = await house.WithEmailAsync(mail, "Zoe-Canari-Nom", "zoe-canari@exemple.example");
        await zoe.SendAsync("/mes-acces/courriel", ("geste", "retirer"), ("quand-meme", "true"));
        Assert.DoesNotContain("zoe-canari@", await Thief.DatabaseAsync(address));
        using var stranger = house.Newcomer();
        await stranger.ComeAsync("/groupes/cercle-du-jeudi", ("nom", "Visite-Canari"));
        Assert.Contains("Visite-Canari", await Thief.DatabaseAsync(address));
        await stranger.SendAsync("/ma-visite", ("geste", "reprendre"));
        Assert.DoesNotContain("Visite-Canari", await Thief.DatabaseAsync(address));
        Assert.Contains("Zoe-Canari-Nom", await Thief.DatabaseAsync(address));
        await zoe.SendAsync("/mes-donnees/effacer", ("oui", "true"));
        Assert.DoesNotContain("Zoe-Canari-Nom", await Thief.DatabaseAsync(address));
    }
}
