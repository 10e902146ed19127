using System.Net;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Community.Groups.Openings;

/// <summary>A member opens a group, writes it part by part, publishes it; whoever holds a role is refused.</summary>
public sealed class OpeningPage
{
    [Fact]
    public async Task A_member_opens_writes_and_publishes_a_group_and_it_is_found()
    {
        await using var house = await House.OpenAsync();
        using var oceane = await house.SignedInAsync("Océane");
        Assert.Contains("/groupes/ouvrir", await oceane.GetStringAsync("/aujourdhui"));
        var draft = await oceane.OpenGroupAsync();
        Assert.DoesNotContain("nuits", draft);
        Assert.Contains(draft + "/page", await oceane.GetStringAsync("/aujourdhui"));
        var refused = await oceane.SendAsync(draft + "/page", ("geste", "publier"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        await oceane.WriteAllAsync(draft);
        Assert.Contains("La porte bleue.", await oceane.ReadAsync(draft + "/apercu"));
        Assert.Equal(HttpStatusCode.SeeOther, (await oceane.AddSeriesAsync(draft)).StatusCode);
        var group = await oceane.PublishAsync(draft);
        Assert.Equal("/groupes/les-nuits-blanches", group);

        using var anybody = house.Visitor();
        var page = await anybody.ReadAsync(group);
        Assert.Contains("Canari du brouillon", page);
        Assert.Contains("Pour tous les groupes de la maison", page);
        Assert.Contains("Chaque jeudi", page);
        Assert.DoesNotContain("rue Cachée", page);
        await house.RefreshFinderAsync();
        Assert.Contains(group, await anybody.GetStringAsync("/groupes?q=nuits+blanches"));
        Assert.Contains(group, await anybody.GetStringAsync("/sitemap.xml"));
        Assert.DoesNotContain(await Sql.TextsAsync(house, "SELECT coalesce(decision, '') || coalesce(was, '') || coalesce(became, '') FROM group_journal"), t => t.Contains("Océane", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Line")]
    [InlineData("Nadia")]
    [InlineData("Denise")]
    [InlineData("Gaétan")]
    public async Task Whoever_holds_a_role_opens_no_group_and_reads_how_to_lay_it_down(string name)
    {
        await using var house = await House.OpenAsync();
        using var holder = await house.SignedInAsync(name);
        var page = await holder.ReadAsync("/groupes/ouvrir");
        Assert.Contains("/mes-roles", page);
        Assert.DoesNotContain("name=\"nom\"", page);
        var groups = await Sql.NumberAsync(house, "SELECT count(*) FROM mutual_aid_group");
        Assert.Equal(HttpStatusCode.Forbidden, (await holder.SendAsync("/groupes/ouvrir", ("nom", "Pour vous"), ("cle", "k"))).StatusCode);
        Assert.Equal(groups, await Sql.NumberAsync(house, "SELECT count(*) FROM mutual_aid_group"));
        Assert.DoesNotContain("/groupes/ouvrir", await holder.GetStringAsync("/aujourdhui"));
    }

    [Fact]
    public async Task Once_the_role_is_laid_down_one_opens_a_group_like_anybody()
    {
        await using var house = await House.OpenAsync();
        using var gaetan = await house.SignedInAsync("Gaétan");
        await gaetan.SendAsync("/mes-roles", ("deposer", "Volunteer"));
        await gaetan.OpenGroupAsync();
    }

    [Fact]
    public async Task A_form_sent_twice_opens_one_group()
    {
        await using var house = await House.OpenAsync();
        using var oceane = await house.SignedInAsync("Océane");
        var first = await oceane.OpenGroupAsync(key: "une-seule");
        Assert.Equal(first, await oceane.OpenGroupAsync(key: "une-seule"));
    }

    [Fact]
    public async Task Two_groups_may_bear_one_name_and_the_second_reads_its_address()
    {
        await using var house = await House.OpenAsync();
        using var oceane = await house.SignedInAsync("Océane");
        var draft = await oceane.OpenGroupAsync();
        await oceane.WriteAllAsync(draft);
        await oceane.WriteAsync(draft + "/page/mots", ("nom", "Cercle du jeudi"), ("mots", "Un autre."), ("pourqui", "Nous."), ("langue", "fr"));
        var answer = await oceane.SendAsync(draft + "/page", ("geste", "publier"));
        Assert.Equal("/groupes/cercle-du-jeudi-2/page?adresse=autre", answer.Headers.Location?.OriginalString);
        Assert.Contains("/groupes/cercle-du-jeudi-2", await oceane.ReadAsync("/groupes/cercle-du-jeudi-2/page?adresse=autre"));
    }

    [Theory]
    [InlineData("Ouvrir", "/groupes/ouvrir-2")]
    [InlineData("夜", "/groupes/groupe")]
    [InlineData("Brouillon du soir", "/groupes/groupe")]
    public async Task No_name_takes_an_address_of_the_house(string name, string address)
    {
        await using var house = await House.OpenAsync();
        using var oceane = await house.SignedInAsync("Océane");
        var draft = await oceane.OpenGroupAsync();
        await oceane.WriteAllAsync(draft);
        await oceane.WriteAsync(draft + "/page/mots", ("nom", name), ("mots", "Un autre."), ("pourqui", "Nous."), ("langue", "fr"));
        Assert.Equal(address, await oceane.PublishAsync(draft));
    }

    [Fact]
    public async Task A_group_for_after_an_event_is_published_with_leader_and_supervisor_alone()
    {
        await using var house = await House.OpenAsync();
        using var oceane = await house.SignedInAsync("Océane");
        var draft = await oceane.OpenGroupAsync();
        await oceane.WriteAllAsync(draft);
        (string, string)[] after = [("anime", "Members"), ("quianime", "Nous."), ("forme-Personal", "oui"), ("evenement", "oui"), ("responsable", "Une psychologue")];
        await oceane.WriteAsync(draft + "/page/animation", after);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await oceane.SendAsync(draft + "/page", ("geste", "publier"))).StatusCode);
        await oceane.WriteAsync(draft + "/page/animation", [.. after, ("supervision", "Un médecin")]);
        await oceane.PublishAsync(draft);
    }

    [Fact]
    public async Task Who_runs_a_published_group_changes_by_a_decision_told_in_its_journal()
    {
        await using var house = await House.OpenAsync();
        using var maude = await house.SignedInAsync("Maude");
        const string section = "/groupes/cercle-du-jeudi/page/animation";
        (string, string)[] fields = [("anime", "Accompanied"), ("quianime", "Des membres, avec Line."), ("forme-Personal", "oui"), ("evenement", "non")];
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await maude.WriteAsync(section, fields)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await maude.WriteAsync(section, [.. fields, ("decision", "À main levée, jeudi.")])).StatusCode);
        Assert.Contains("À main levée, jeudi.", (await maude.ReadAsync("/groupes/cercle-du-jeudi/page")).Replace('\u00A0', ' '));
    }

    [Fact]
    public async Task New_agreements_are_a_new_number_and_the_old_ones_stay()
    {
        await using var house = await House.OpenAsync();
        using var maude = await house.SignedInAsync("Maude");
        await maude.WriteAsync("/groupes/cercle-du-jeudi/accords", ("articles", "Une entente neuve."), ("maniere", "Ensemble."));
        Assert.Equal(2, await Sql.NumberAsync(house, "SELECT max(number) FROM group_agreement a JOIN mutual_aid_group g ON g.id = a.group_id WHERE g.slug = 'cercle-du-jeudi'"));
        Assert.Contains("Qui a le galet parle", await maude.ReadAsync("/groupes/cercle-du-jeudi/accords"));
        using var anybody = house.Visitor();
        var page = await anybody.ReadAsync("/groupes/cercle-du-jeudi");
        Assert.Contains("Une entente neuve.", page);
        Assert.DoesNotContain("Qui a le galet parle, les autres écoutent.</li>", page);
        Assert.Contains("Si une vie est en danger", page);
    }

    [Fact]
    public async Task A_group_withdraws_its_page_goes_on_among_its_members_and_closes_with_the_last_one()
    {
        await using var house = await House.OpenAsync();
        using var oceane = await house.SignedInAsync("Océane");
        var draft = await oceane.OpenGroupAsync();
        await oceane.WriteAllAsync(draft);
        var group = await oceane.PublishAsync(draft);
        await oceane.SendAsync(group + "/page", ("geste", "retirer"));
        using var anybody = house.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(group)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await oceane.GetAsync(group + "/entre-nous")).StatusCode);
        Assert.Equal(group, await oceane.PublishAsync(group));
        Assert.Contains("vous le fermez", await oceane.ReadAsync(group + "/entre-nous"));
        await oceane.SendAsync(group + "/entre-nous", ("geste", "partir"), ("sur", "oui"));
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM mutual_aid_group WHERE slug = 'les-nuits-blanches'"));
    }
}
