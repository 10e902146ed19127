using System.Net;
using System.Text.RegularExpressions;
using Alentour.Community.People;
using Alentour.Community.People.Cards;
using Alentour.Tests.Cast;
using Alentour.Tests.Community.Groups;
using Alentour.Tests.Community.People;

namespace Alentour.Tests.Personas;

/// <summary>
/// Somebody who knows the name that Maude bears here, which groups she is in, and what she writes on a slip, and who wants to find her: without an
/// account, with one in no group, and as a member of her circle whom she no longer wishes to see. What exists and what does not are answered alike.
/// </summary>
public sealed partial class ExPartnerPrivacy
{
    const string Canary = "Zéphirine-Canari";

    [Fact]
    public async Task Nothing_that_she_does_changes_a_byte_of_what_somebody_in_no_group_may_read()
    {
        await using var house = await House.OpenAsync();
        using var ex = await house.SignedInAsync("Océane");
        using var maude = await house.SignedInAsync("Maude");
        await maude.SendAsync("/mes-acces", ("geste", "nom"), ("nom", Canary));
        var before = await Crawl.AsAsync(house, ex);
        await maude.SendAsync("/groupes/cafe-du-dimanche/rejoindre", ("nom", Canary + " ici"));
        await maude.SendAsync("/groupes/entendre-des-voix/rejoindre");
        await maude.SendAsync("/groupes/vos-droits-nos-histoires/entre-nous", ("geste", "partir"));
        await maude.SendAsync("/invitations", ("combien", "1"));
        await BlockPrivacy.BlockAsync(maude, "Luc");
        using var elsewhere = await house.SignedInAsync(Canary);
        var after = await Crawl.AsAsync(house, ex);
        Assert.Empty(before.Keys.Except(after.Keys));
        Assert.Empty(before.Where(p => after[p.Key] != p.Value).Select(p => p.Key));
        await maude.ComeAsync(VisitSteps.Group, ("nom", Canary));
        await VisitSteps.TakeWelcomeAsync(maude);
        Assert.Empty((await Crawl.AsAsync(house, ex)).Holding(Canary));
    }

    [Fact]
    public async Task Sign_in_with_a_card_one_word_off_is_answered_as_with_any_words()
    {
        await using var house = await House.OpenAsync();
        using var zoe = house.Newcomer();
        var card = await zoe.OpenAccountAsync("Zoé");
        using var ex = house.Newcomer();
        Task<string> EnterAsync(IEnumerable<string> words) => TryAsync(house, ex, "/entrer", "mots", string.Join(' ', words));
        await Pairs.AlikeAsync(n => EnterAsync([.. card.Take(5), CardWords.All[n]]), _ => EnterAsync(CardWords.Draw()), isCostly: true);
    }

    [Fact]
    public async Task A_link_by_e_mail_is_asked_alike_for_her_address_and_for_one_that_nobody_gave()
    {
        await using var mail = MailSink.Start();
        await using var house = await House.WithMailAsync(mail);
        using var zoe = await house.WithEmailAsync(mail);
        using var ex = house.Newcomer();
        async Task<string> AskAsync(string address)
        {
            // Each time a letter is due: the pace of one address is over.
            house.Clock.Advance(TimeSpan.FromMinutes(16));
            return await Pairs.SaidAsync(await ex.SendAsync("/entrer/lien", ("courriel", address)));
        }
        await Pairs.AlikeAsync(_ => AskAsync(EmailSteps.Zoe), _ => AskAsync("zoa@exemple.example"));
    }

    [Theory]
    [InlineData("Noé")]
    [InlineData("Simone")]
    public async Task A_way_back_is_begun_alike_for_a_name_that_somebody_bears_and_for_one_that_nobody_does(string ex)
    {
        await using var house = await House.OpenAsync();
        await Sql.RunAsync(house, $"INSERT INTO person (id, chosen_name, quilt_seed, language, joined_on) VALUES ('{Guid.CreateVersion7()}', 'Zéphirine', 1, 'fr', '2026-11-26')");
        using var browser = await house.SignedInAsync(ex);
        async Task<string> BeginAsync(string name) => CardWord().Replace(await Pairs.SaidAsync(await browser.SendAsync("/retours", ("nom", name), ("presence", "true")), name), "…");
        await Pairs.AlikeAsync(_ => BeginAsync("Zéphirine"), n => BeginAsync($"Personne {n}"), isCostly: true);
        using var zephirine = await house.SignedInAsync("Zéphirine");
        var listed = await ListedAsync(browser);
        await zephirine.SendAsync("/mon-retour");
        Assert.Equal(listed, await ListedAsync(browser));
    }

    [Fact]
    public async Task A_used_invitation_is_answered_as_one_that_never_was()
    {
        await using var house = await House.OpenAsync();
        using var simone = await house.SignedInAsync("Simone");
        var slip = WebUtility.HtmlDecode(Invited().Match(await (await simone.SendAsync("/invitations", ("combien", "1"))).Content.ReadAsStringAsync()).Groups[1].Value);
        Task<string> OpenAsync(HttpClient at, string words) => TryAsync(house, at, "/ouvrir", "invitation", words, ("nom", "Ré"), ("majeur", "true"), ("cle", "0123"));
        using var newcomer = house.Newcomer();
        Assert.StartsWith("200", await OpenAsync(newcomer, slip));
        using var ex = house.Newcomer();
        await Sql.RunAsync(house, "DELETE FROM retried_act");
        await Pairs.AlikeAsync(_ => OpenAsync(ex, slip), _ => OpenAsync(ex, Slip()), isCostly: true);
    }

    [Fact]
    public async Task Words_of_a_visit_taken_back_and_of_a_role_taken_are_answered_as_any_words()
    {
        await using var house = await House.OpenAsync();
        using var stranger = house.Newcomer();
        var visit = VisitSteps.Words(await (await stranger.ComeAsync(VisitSteps.Group, ("nom", "Ré"))).Content.ReadAsStringAsync());
        await stranger.SendAsync("/ma-visite", ("geste", "reprendre"));
        using var line = await house.SignedInAsync("Line");
        var role = string.Join(' ', Forms.CardOn(await (await line.SendAsync("/roles", ("role", "Volunteer"), ("decision", "L'assemblée."))).Content.ReadAsStringAsync()));
        using var mei = await house.SignedInAsync("Mei");
        Assert.Equal(HttpStatusCode.SeeOther, (await mei.SendAsync("/roles/accepter", ("mots", role), ("oui", "1"))).StatusCode);
        using var ex = await house.SignedInAsync("Océane");
        await Pairs.AlikeAsync(_ => TryAsync(house, ex, "/ma-visite", "mots", visit), _ => TryAsync(house, ex, "/ma-visite", "mots", Slip()));
        await Pairs.AlikeAsync(_ => TryAsync(house, ex, "/roles/accepter", "mots", role), _ => TryAsync(house, ex, "/roles/accepter", "mots", Slip()));
    }

    [Fact]
    public async Task The_inside_of_a_group_where_she_is_and_of_one_where_she_is_not_are_answered_alike()
    {
        await using var house = await House.OpenAsync();
        using var ex = await house.SignedInAsync("Océane");
        var (hers, other) = ("cercle-du-jeudi", "cafe-du-dimanche");
        foreach (var page in new[] { "entre-nous", "accueil", "rencontres", "qui-je-vois" })
            await Pairs.AlikeAsync(_ => ReadAsync(ex, hers, page), _ => ReadAsync(ex, other, page), isCostly: page != "entre-nous");
    }

    [Fact]
    public async Task In_their_own_circle_what_is_sent_for_her_once_she_is_out_of_sight_is_answered_as_for_nobody()
    {
        await using var house = await House.OpenAsync();
        using var maude = await house.SignedInAsync("Maude");
        await BlockPrivacy.BlockAsync(maude, "Luc");
        using var ex = await house.SignedInAsync("Luc");
        var id = await house.CalledAsync(ex, "Maude");
        foreach (var path in new[] { VisitSteps.Group + "/qui-je-vois", VisitSteps.Group + "/entre-nous", "/retours" })
        {
            async Task<string> SendAsync(string person) => await Pairs.SaidAsync(await ex.SendAsync(path, ("personne", person), ("geste", "oui"), ("presence", "true")), person);
            await Pairs.AlikeAsync(_ => SendAsync(id), _ => SendAsync(Guid.NewGuid().ToString()), isCostly: path == "/retours");
        }
    }

    [Fact]
    public async Task A_circle_where_she_is_out_of_sight_reads_as_one_where_she_is_not()
    {
        await using var house = await House.OpenAsync();
        using var maude = await house.SignedInAsync("Maude");
        // The same group once more, with everybody but her.
        await Sql.RunAsync(house, "INSERT INTO membership (group_id, person_id, since) SELECT t.id, m.person_id, m.since FROM membership m JOIN mutual_aid_group g ON g.id = m.group_id, mutual_aid_group t WHERE g.slug = 'cercle-du-jeudi' AND t.slug = 'etre-proche' AND m.person_id NOT IN (SELECT id FROM person WHERE chosen_name = 'Maude')");
        await Sql.RunAsync(house, "DELETE FROM membership WHERE group_id IN (SELECT id FROM mutual_aid_group WHERE slug = 'etre-proche') AND person_id IN (SELECT id FROM person WHERE chosen_name IN ('Mei', 'Tom'))");
        await BlockPrivacy.BlockAsync(maude, "Luc");
        using var ex = await house.SignedInAsync("Luc");
        async Task<string> WhoAsync(string slug) => Members().Match(await ReadAsync(ex, slug, "entre-nous")).Value;
        Assert.Contains("Jean-Guy", await WhoAsync("cercle-du-jeudi"));
        await Pairs.AlikeAsync(_ => WhoAsync("cercle-du-jeudi"), _ => WhoAsync("etre-proche"));
    }

    /// <summary>Sends words that open nothing. The clock moves on, or whoever tries would only read that they must wait.</summary>
    static async Task<string> TryAsync(House house, HttpClient browser, string path, string field, string words, params (string, string)[] more)
    {
        house.Clock.Advance(Tries.Window / (Tries.Most - 1));
        return await Pairs.SaidAsync(await browser.SendAsync(path, [(field, words), .. more]), words);
    }

    static async Task<string> ReadAsync(HttpClient browser, string slug, string page) => await Pairs.SaidAsync(await browser.GetAsync($"/groupes/{slug}/{page}"), slug);

    static async Task<int> ListedAsync(HttpClient browser) => Regex.Count(await browser.GetStringAsync("/retours"), "<strong>");

    static string Slip() => string.Join(' ', CardWords.Draw(CardWords.OnASlip));

    [GeneratedRegex("""<li lang="fr" translate="no">.+?</li>""")]
    private static partial Regex CardWord();

    [GeneratedRegex("""<p class="title" lang="fr" translate="no">(.+?)</p>""")]
    private static partial Regex Invited();

    [GeneratedRegex("""<h2 id="members">.*?</section>""", RegexOptions.Singleline)]
    private static partial Regex Members();
}
