using System.Net;
using Alentour.Community.People.WaysBack;
using Alentour.Foundation.Jobs;
using Alentour.Tests.Cast;
using Alentour.Tests.Community.People;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Community.Groups;

/// <summary>Somebody who wants Maude's account says that she has lost her card.</summary>
public sealed class WayBackPrivacy
{
    [Fact]
    public async Task Two_accounts_of_today_in_a_drop_in_group_bring_nobody_back_and_read_no_name_to_choose()
    {
        await using var house = await House.OpenAsync();
        using var first = await JoinAsync(house, "Fausse Une");
        using var second = await JoinAsync(house, "Fausse Deux");
        Assert.DoesNotContain(await house.CalledAsync(first, "Maude"), await first.GetStringAsync("/retours"));
        var refused = await StartAsync(first, await house.CalledAsync(first, "Maude"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("depuis trop peu de temps", await TextAsync(refused));

        using var simone = await house.SignedInAsync("Simone");
        var words = Forms.CardOn(await TextAsync(await StartAsync(simone, await house.CalledAsync(simone, "Maude"))));
        var begun = (await Sql.TextsAsync(house, "SELECT id FROM way_back")).Single();
        Assert.DoesNotContain(begun, await second.GetStringAsync("/retours"));
        Assert.Contains("depuis trop peu de temps", await TextAsync(await ConfirmAsync(second, begun, words)));
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM way_back WHERE confirmer_id IS NOT NULL"));

        house.Clock.Advance(TimeSpan.FromDays(14));
        using var later = await house.SignedInAsync("Fausse Une");
        Assert.Equal(HttpStatusCode.OK, (await StartAsync(later, await house.CalledAsync(later, "Maude"))).StatusCode);
    }

    [Fact]
    public async Task For_a_typed_name_whoever_begins_has_been_here_two_weeks_and_has_one_at_a_time()
    {
        await using var house = await House.OpenAsync();
        using var fake = await AccountAsync(house, "Fausse Une");
        Assert.Contains("trop récent", await TextAsync(await StartAsync(fake, null, "Océane")));
        using var simone = await house.SignedInAsync("Simone");
        foreach (var name in new[] { "Océane", "Personne", "Océane" })
            Assert.Equal(HttpStatusCode.OK, (await StartAsync(simone, null, name)).StatusCode);
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM way_back"));
    }

    [Fact]
    public async Task The_slip_that_is_confirmed_is_the_one_in_the_person_s_hand_and_a_waiting_one_keeps_nobody_out()
    {
        await using var house = await House.OpenAsync();
        using var luc = await house.SignedInAsync("Luc");
        var his = Forms.CardOn(await TextAsync(await StartAsync(luc, await house.CalledAsync(luc, "Maude"))));
        using var simone = await house.SignedInAsync("Simone");
        var hers = Forms.CardOn(await TextAsync(await StartAsync(simone, await house.CalledAsync(simone, "Maude"))));
        Assert.Equal(6, hers.Count);
        var begun = (await Sql.TextsAsync(house, "SELECT id FROM way_back")).Single();
        using var jeanGuy = await house.SignedInAsync("Jean-Guy");
        foreach (var wrong in new[] { his, [], ["chat", "chien"], [hers[1], hers[0]] })
        {
            var refused = await ConfirmAsync(jeanGuy, begun, wrong);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains("les deux premiers, dans l'ordre", await TextAsync(refused));
        }
        Assert.Equal(HttpStatusCode.SeeOther, (await ConfirmAsync(jeanGuy, begun, hers)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await StartAsync(luc, await house.CalledAsync(luc, "Maude"))).StatusCode);
        house.Clock.Advance(WayBack.Shown);
        using var thief = house.Newcomer();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await thief.SendAsync("/entrer", ("mots", string.Join(' ', his)))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await thief.SendAsync("/entrer", ("mots", string.Join(' ', hers)))).StatusCode);
    }

    [Fact]
    public async Task Stopped_twice_it_ends_and_neither_of_the_two_has_a_part_in_another_for_ninety_days()
    {
        await using var house = await House.OpenAsync();
        using var simone = await house.SignedInAsync("Simone");
        using var jeanGuy = await house.SignedInAsync("Jean-Guy");
        var words = Forms.CardOn(await TextAsync(await StartAsync(simone, await house.CalledAsync(simone, "Maude"))));
        var begun = (await Sql.TextsAsync(house, "SELECT id FROM way_back")).Single();
        await ConfirmAsync(jeanGuy, begun, words);
        using (var phone = await house.SignedInAsync("Maude"))
            await phone.SendAsync("/mon-retour");
        foreach (var again in new[] { simone, jeanGuy })
            Assert.Equal(HttpStatusCode.SeeOther, (await ConfirmAsync(again, begun, words)).StatusCode);
        using (var library = await house.SignedInAsync("Maude"))
            await library.SendAsync("/mon-retour");
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM way_back"));
        foreach (var stopped in new[] { simone, jeanGuy })
            Assert.Contains("90 jours", await TextAsync(await StartAsync(stopped, await house.CalledAsync(stopped, "Maude"))));
        using var kateri = await house.SignedInAsync("Kateri");
        var hers = Forms.CardOn(await TextAsync(await StartAsync(kateri, await house.CalledAsync(kateri, "Maude"))));
        Assert.Equal(6, hers.Count);
        var another = (await Sql.TextsAsync(house, "SELECT id FROM way_back")).Single();
        Assert.Contains("90 jours", await TextAsync(await ConfirmAsync(jeanGuy, another, hers)));

        house.Clock.Advance(TimeSpan.FromDays(90));
        await house.Services.GetRequiredService<NightWork>().RunDueAsync();
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM way_back_stop"));
        using var later = await house.SignedInAsync("Simone");
        Assert.Equal(HttpStatusCode.OK, (await StartAsync(later, await house.CalledAsync(later, "Maude"))).StatusCode);
    }

    [Fact]
    public async Task Whoever_gave_an_address_reads_there_that_it_was_confirmed_and_where_to_stop_it()
    {
        await using var mail = MailSink.Start();
        await using var house = await House.WithMailAsync(mail);
        using var zoe = await house.WithEmailAsync(mail);
        await Sql.RunAsync(house, "UPDATE person SET joined_on = '2026-01-01' WHERE chosen_name = 'Zoé'");
        await Sql.RunAsync(house, "INSERT INTO membership (group_id, person_id, since) SELECT g.id, p.id, '2026-01-01' FROM mutual_aid_group g, person p WHERE g.slug = 'cercle-du-jeudi' AND p.chosen_name = 'Zoé'");
        using var simone = await house.SignedInAsync("Simone");
        var words = Forms.CardOn(await TextAsync(await StartAsync(simone, await house.CalledAsync(simone, "Zoé"))));
        await house.WorkAsync();
        var before = mail.Letters.Count;
        using var jeanGuy = await house.SignedInAsync("Jean-Guy");
        await ConfirmAsync(jeanGuy, (await Sql.TextsAsync(house, "SELECT id FROM way_back")).Single(), words);
        await house.WorkAsync();
        Assert.Equal(before + 1, mail.Letters.Count);
        var letter = mail.Letters.Last();
        Assert.Equal(EmailSteps.Zoe, letter.To);
        Assert.Contains("/mon-retour", letter.Text);
        foreach (var said in new[] { "Zoé", "Simone", "Jean-Guy", "Cercle", "Rivage", string.Join(' ', words) })
            Assert.DoesNotContain(said, letter.Text + letter.Header("Subject"), StringComparison.OrdinalIgnoreCase);
    }

    static async Task<HttpClient> JoinAsync(House house, string name)
    {
        var browser = await AccountAsync(house, name);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync(VisitSteps.Group + "/rejoindre")).StatusCode);
        return browser;
    }

    static async Task<HttpClient> AccountAsync(House house, string name)
    {
        var browser = house.Newcomer();
        await browser.OpenAccountAsync(name);
        return browser;
    }

    static Task<HttpResponseMessage> StartAsync(HttpClient browser, string? person, string name = "") => browser.SendAsync("/retours", ("personne", person ?? ""), ("nom", name), ("presence", "true"));

    static Task<HttpResponseMessage> ConfirmAsync(HttpClient browser, string id, IReadOnlyList<string> words) => browser.SendAsync("/retours", ("confirmer", id), ("mots", string.Join(' ', words.Take(2))));


    static async Task<string> TextAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).Replace('’', '\'');
}
