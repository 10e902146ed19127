using System.Net;
using Alentour.Community.People.EmailLinks;
using Alentour.Foundation.Jobs;
using Alentour.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Community.People;

/// <summary>A link by e-mail: given, confirmed, asked for at the door, used once.</summary>
public sealed class EmailLinkPage
{
    [Fact]
    public async Task A_confirmed_address_receives_a_link_that_opens_the_door_once()
    {
        await using var mail = MailSink.Start();
        await using var house = await House.WithMailAsync(mail);
        using var own = await house.WithEmailAsync(mail);
        using var elsewhere = house.Newcomer();
        await elsewhere.SendAsync("/entrer/lien", ("courriel", " ZOE@exemple.example "));
        await house.WorkAsync();
        var letter = mail.Letters.Last();
        Assert.Equal(EmailSteps.Zoe, letter.To);
        await elsewhere.FollowAsync(letter);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync("/lien")).StatusCode);
        Assert.Equal("/aujourdhui", (await elsewhere.SendAsync("/lien", ("appareil", "partage"))).Headers.Location?.OriginalString);
        Assert.Contains("Zoé", await elsewhere.GetStringAsync("/aujourdhui"));
        using var thief = house.Newcomer();
        await thief.FollowAsync(letter);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await thief.SendAsync("/lien")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await thief.GetAsync("/aujourdhui")).StatusCode);
    }

    [Fact]
    public async Task A_mail_server_that_follows_links_uses_nothing_up()
    {
        await using var mail = MailSink.Start();
        await using var house = await House.WithMailAsync(mail);
        using var own = await house.WithEmailAsync(mail);
        using var browser = house.Newcomer();
        await browser.SendAsync("/entrer/lien", ("courriel", EmailSteps.Zoe));
        await house.WorkAsync();
        using var scanner = house.Visitor(follow: true);
        for (var i = 0; i < 3; i++)
            Assert.DoesNotContain("Zoé", await scanner.GetStringAsync(EmailSteps.Link(mail.Letters.Last())));
        await browser.FollowAsync(mail.Letters.Last());
        Assert.Equal("/aujourdhui", (await browser.SendAsync("/lien")).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_link_is_good_for_fifteen_minutes_from_its_sending()
    {
        await using var mail = MailSink.Start();
        await using var house = await House.WithMailAsync(mail);
        using var own = await house.WithEmailAsync(mail);
        using var browser = house.Newcomer();
        mail.Manners = MailManners.Busy;
        await browser.SendAsync("/entrer/lien", ("courriel", EmailSteps.Zoe));
        await house.WorkAsync();
        mail.Manners = MailManners.Polite;
        house.Clock.Advance(TimeSpan.FromMinutes(14));
        await house.WorkAsync();
        await browser.FollowAsync(mail.Letters.Last());
        house.Clock.Advance(SentLinks.GoodFor - TimeSpan.FromSeconds(1));
        Assert.Contains("appareil", await browser.GetStringAsync("/lien"));
        house.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync("/lien")).StatusCode);
    }

    [Fact]
    public async Task Of_two_presses_at_once_one_comes_in()
    {
        await using var mail = MailSink.Start();
        await using var house = await House.WithMailAsync(mail);
        using var own = await house.WithEmailAsync(mail);
        using var browser = house.Newcomer();
        await browser.SendAsync("/entrer/lien", ("courriel", EmailSteps.Zoe));
        await house.WorkAsync();
        var browsers = Enumerable.Range(0, 6).Select(_ => house.Newcomer()).ToList();
        foreach (var one in browsers)
            await one.FollowAsync(mail.Letters.Last());
        var answers = await Task.WhenAll(browsers.Select(b => b.SendAsync("/lien")));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.SeeOther);
        Assert.Equal(5, answers.Count(a => a.StatusCode == HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task An_address_opens_nothing_before_whoever_gave_it_has_confirmed_it_signed_in()
    {
        await using var mail = MailSink.Start();
        await using var house = await House.WithMailAsync(mail);
        using var zoe = house.Newcomer();
        await zoe.OpenAccountAsync("Zoé");
        await zoe.SendAsync("/mes-acces/courriel", ("courriel", "mauvaise@exemple.example"));
        await house.WorkAsync();
        using var stranger = house.Newcomer();
        await stranger.FollowAsync(mail.Letters.Single());
        Assert.Contains("/entrer?retour=/lien", await stranger.GetStringAsync("/lien"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await stranger.SendAsync("/lien")).StatusCode);
        using var maude = await house.SignedInAsync("Maude");
        await maude.FollowAsync(mail.Letters.Single());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await maude.SendAsync("/lien")).StatusCode);
        await stranger.SendAsync("/entrer/lien", ("courriel", "mauvaise@exemple.example"));
        await house.WorkAsync();
        Assert.Single(mail.Letters);
    }

    [Fact]
    public async Task An_address_is_changed_and_taken_away_and_what_was_on_its_way_is_dead()
    {
        await using var mail = MailSink.Start();
        await using var house = await House.WithMailAsync(mail);
        using var zoe = await house.WithEmailAsync(mail);
        Assert.Contains("fait=confirme", (await zoe.SendAsync("/mes-acces/courriel", ("courriel", EmailSteps.Zoe))).Headers.Location?.OriginalString);
        await zoe.SendAsync("/mes-acces/courriel", ("courriel", "z@autre.example"));
        await house.WorkAsync();
        await zoe.FollowAsync(mail.Letters.Last());
        await zoe.SendAsync("/lien");
        Assert.Equal(["z@autre.example"], await Sql.TextsAsync(house, "SELECT particulars FROM way_in WHERE kind = 'Email'"));
        using var browser = house.Newcomer();
        await browser.SendAsync("/entrer/lien", ("courriel", "z@autre.example"));
        await house.WorkAsync();
        await browser.FollowAsync(mail.Letters.Last());
        await zoe.SendAsync("/mes-acces/courriel", ("geste", "retirer"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync("/lien")).StatusCode);
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM way_in WHERE kind = 'Email'"));
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM consent WHERE kind = 'email' AND withdrawn_on IS NULL"));
        Assert.Equal(2, await Sql.NumberAsync(house, "SELECT count(*) FROM consent WHERE kind = 'email'"));
    }

    [Fact]
    public async Task The_last_way_in_is_taken_away_only_when_the_person_says_so_twice()
    {
        await using var mail = MailSink.Start();
        await using var house = await House.WithMailAsync(mail);
        using var zoe = await house.WithEmailAsync(mail);
        await Sql.RunAsync(house, "DELETE FROM way_in WHERE kind = 'Card'");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await zoe.SendAsync("/mes-acces/courriel", ("geste", "retirer"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await zoe.SendAsync("/mes-acces/courriel", ("geste", "retirer"), ("quand-meme", "true"))).StatusCode);
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM way_in WHERE kind = 'Email'"));
    }

    [Fact]
    public async Task Two_people_who_share_an_address_each_receive_a_letter_that_tells_nothing_of_the_other()
    {
        await using var mail = MailSink.Start();
        await using var house = await House.WithMailAsync(mail);
        using var zoe = await house.WithEmailAsync(mail);
        house.Clock.Advance(TimeSpan.FromMinutes(16));
        using var remi = await house.WithEmailAsync(mail, "Rémi");
        var before = mail.Letters.Count;
        await remi.SendAsync("/entrer/lien", ("courriel", EmailSteps.Zoe));
        await house.WorkAsync();
        var letters = mail.Letters.Skip(before).ToList();
        Assert.Equal(2, letters.Count);
        Assert.Equal(2, letters.Select(EmailSteps.Link).Distinct().Count());
        Assert.All(letters, l => Assert.DoesNotContain("Zo", l.Text.Replace(EmailSteps.Zoe, "", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_lost_phone_is_shut_out_of_links_that_were_on_their_way()
    {
        await using var mail = MailSink.Start();
        await using var house = await House.WithMailAsync(mail);
        using var zoe = await house.WithEmailAsync(mail);
        using var phone = house.Newcomer();
        await phone.SendAsync("/entrer/lien", ("courriel", EmailSteps.Zoe));
        await house.WorkAsync();
        await phone.FollowAsync(mail.Letters.Last());
        await zoe.SendAsync("/mes-acces", ("geste", "autres"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await phone.SendAsync("/lien")).StatusCode);
    }

    [Fact]
    public async Task Somebody_who_asks_again_and_again_in_another_s_place_fills_no_box_and_keeps_nobody_out()
    {
        await using var mail = MailSink.Start();
        await using var house = await House.WithMailAsync(mail);
        using var zoe = await house.WithEmailAsync(mail);
        var before = mail.Letters.Count;
        using var other = house.Newcomer();
        for (var i = 0; i < 12; i++)
        {
            await other.SendAsync("/entrer/lien", ("courriel", EmailSteps.Zoe));
            await house.WorkAsync();
            house.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        Assert.Equal(before + 1, mail.Letters.Count);
        await zoe.FollowAsync(mail.Letters.Last());
        Assert.Equal("/aujourdhui", (await zoe.SendAsync("/lien")).Headers.Location?.OriginalString);
        await zoe.SendAsync("/entrer/lien", ("courriel", EmailSteps.Zoe));
        await house.WorkAsync();
        Assert.Equal(before + 2, mail.Letters.Count);
    }

    [Fact]
    public async Task Without_a_mail_server_nothing_speaks_of_e_mail()
    {
        await using var house = await House.OpenAsync();
        using var zoe = house.Newcomer();
        await zoe.OpenAccountAsync("Zoé");
        foreach (var path in new[] { "/entrer/lien", "/mes-acces/courriel" })
            Assert.Equal(HttpStatusCode.NotFound, (await zoe.GetAsync(path)).StatusCode);
        Assert.DoesNotContain("/entrer/lien", await house.Newcomer().GetStringAsync("/entrer"));
        Assert.DoesNotContain("courriel", await zoe.GetStringAsync("/mes-acces"), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("")]
    [InlineData("zoe")]
    [InlineData("zoe@exemple")]
    [InlineData("zoe@@exemple.example")]
    [InlineData("zoe@exemple.example\r\nBcc: x@y.example")]
    [InlineData("Zoé <zoe@exemple.example>")]
    public async Task What_is_no_address_is_given_back_with_a_sentence(string typed)
    {
        await using var mail = MailSink.Start();
        await using var house = await House.WithMailAsync(mail);
        using var browser = house.Newcomer();
        var answer = await browser.SendAsync("/entrer/lien", ("courriel", typed));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("courriel-refus", await answer.Content.ReadAsStringAsync());
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM job"));
    }
}
