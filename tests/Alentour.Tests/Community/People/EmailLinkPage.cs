using System.Net;
using Alentour.Community.People.EmailLinks;
using Alentour.Foundation.Jobs;
using Alentour.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Community.People;

/// <summary>A link by e-mail: asked for at the door, used once.</summary>
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
        // The drawn letters of a link may spell anything.
        Assert.All(letters, l => Assert.DoesNotContain("Zo", l.Text.Replace(EmailSteps.Link(l), "", StringComparison.Ordinal)));
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
}
