using System.Net;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Community.People;

/// <summary>An address for links: given, confirmed, changed, taken away; and what the house says without a mail server.</summary>
public sealed class EmailAddressPage
{
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
