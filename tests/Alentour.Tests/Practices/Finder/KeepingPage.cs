using System.Net;
using System.Text.RegularExpressions;
using Alentour.Foundation.Running;
using Alentour.Practices.Finder.Indexes;
using Alentour.Practices.Finder.Listings;
using Alentour.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Practices.Finder;

/// <summary>A coordinator keeps the list of resources; what they write by hand is found at once, and no source changes it any more.</summary>
public sealed partial class KeepingPage
{
    const string List = "/reglages/ressources";
    const string Add = "/reglages/ressources/fiche";

    [Fact]
    public async Task A_resource_added_by_hand_is_found_at_once_and_says_where_it_comes_from()
    {
        await using var house = await House.OpenAsync();
        using var line = await house.SignedInAsync("Line");
        var answer = await line.SendAsync(Add, ("genre", "ressource"), ("nom", "Le Phare du Bic"), ("telephone", "418 555-0123, poste 4"), ("quand", "En semaine, le jour"),
            ("lieu", "12, rue du Quai"), ("ville", "Rimouski"), ("pourqui", "Les proches"), ("jeudi", "19 h à 21 h"), ("cle", "k"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        using var visitor = house.Visitor();
        Assert.Contains("Le Phare du Bic", await ReadAsync(visitor, "/groupes?q=phare+bic"));
        Assert.Contains("Le Phare du Bic", await ReadAsync(visitor, "/groupes?lieu=Rimouski&rayon=10"));
        Assert.Contains("Le Phare du Bic", await ReadAsync(visitor, "/semaine"));
        var page = await ReadAsync(visitor, "/ressources/le-phare-du-bic");
        Assert.Contains("href=\"tel:4185550123\"", page);
        Assert.Contains("Ajouté à la main par la maison le 26 novembre 2026.", page);
        Assert.Contains("pas encore vérifié auprès de cette ressource", page);
        foreach (var said in new[] { "418 555-0123, poste 4", "En semaine, le jour", "12, rue du Quai, Rimouski", "Les proches", "jeudi de 19 h à 21 h" })
            Assert.Contains(said, page);
    }

    [Theory]
    [InlineData("418 555", false)]
    [InlineData("٤١٨ ٥٥٥-٠١٢٣", false)]
    [InlineData("811", true)]
    [InlineData("1 800 555-0199", true)]
    public async Task A_telephone_reaches_somebody_or_is_refused_beside_its_field(string phone, bool isTaken)
    {
        await using var house = await House.OpenAsync();
        using var line = await house.SignedInAsync("Line");
        var answer = await line.SendAsync(Add, ("genre", "ressource"), ("nom", "Le Phare"), ("telephone", phone), ("cle", "k"));
        Assert.Equal(isTaken ? HttpStatusCode.SeeOther : HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(!isTaken, (await answer.Content.ReadAsStringAsync()).Contains("id=\"telephone-refus\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/reglages/ressources/fiche", "nom", "lundi")]
    [InlineData("/reglages/heures", "nom", "lundi")]
    [InlineData("/activites/annonces/fiche", "titre", "heure")]
    public async Task Hours_in_the_digits_of_another_script_are_refused_in_words(string address, string title, string hours)
    {
        await using var house = await House.OpenAsync();
        using var line = await house.SignedInAsync("Line");
        var answer = await line.SendAsync(address, (title, "Le Phare"), ("jour", "2026-12-04"), (hours, "١٢ h à ١٦ h"), ("cle", "k"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"id=\"{hours}-refus\"", await answer.Content.ReadAsStringAsync());
        Assert.DoesNotContain(house.Log.Lines, l => l.Contains('١'));
    }

    [Fact]
    public async Task The_same_form_sent_twice_adds_one()
    {
        await using var house = await House.OpenAsync();
        using var line = await house.SignedInAsync("Line");
        var key = KeyOf(await ReadAsync(line, Add));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => line.SendAsync(Add, ("nom", "Le Phare"), ("cle", key))));
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM listed_entry WHERE source_key = 'house'"));
        await line.SendAsync(Add, ("nom", "Le Phare"), ("cle", "autre"));
        Assert.Equal(["le-phare", "le-phare-2"], (await Sql.TextsAsync(house, "SELECT slug FROM listed_entry WHERE source_key = 'house'")).Order());
    }

    [Fact]
    public async Task What_is_edited_or_withdrawn_by_hand_its_source_no_longer_changes()
    {
        await using var house = await House.OpenAsync();
        using var line = await house.SignedInAsync("Line");
        await EditAsync(line, "211", ("nom", "Le 211 d'ici"));
        await line.SendAsync(Add + "/revivre-groupes-virtuels", ("geste", "retirer"));
        using (var scope = house.Services.CreateScope())
        {
            var offered = SeedEntries.Read().Select(o => o with { Sheet = o.Sheet with { Area = new("Ailleurs", null) } }).ToList();
            await scope.ServiceProvider.GetRequiredService<ListingWriter>().ReconcileAsync(SeedEntries.Source(new(2026, 11, 26)), offered, new HashSet<string>());
            await scope.ServiceProvider.GetRequiredService<FinderIndex>().RefreshIfStaleAsync(default);
        }
        using var visitor = house.Visitor();
        var page = await ReadAsync(visitor, "/ressources/211");
        Assert.Contains("Le 211 d’ici", page);
        Assert.DoesNotContain("Ailleurs", page.Split("<dl")[1].Split("</dl")[0]);
        Assert.Contains("Modifié à la main par la maison le 26 novembre 2026", page);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/ressources/revivre-groupes-virtuels")).StatusCode);
        Assert.DoesNotContain("/ressources/revivre-groupes-virtuels\"", await ReadAsync(visitor, "/groupes?q=revivre"));
        Assert.Contains("Ailleurs", await ReadAsync(visitor, "/ressources/aqrp-formation-pairs"));
    }

    [Fact]
    public async Task Whoever_looks_while_the_index_is_written_does_not_write_it_again()
    {
        await using var house = await House.OpenAsync();
        var index = house.Services.GetRequiredService<FinderIndex>();
        await Sql.RunAsync(house, "UPDATE public_version SET number = number + 1");
        var number = await Sql.NumberAsync(house, "SELECT number FROM public_version");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => index.RefreshIfStaleAsync(default))));
        Assert.Equal(number + 1, await Sql.NumberAsync(house, "SELECT number FROM public_version"));
    }

    [Fact]
    public async Task A_withdrawn_resource_is_put_back_in_one_press()
    {
        await using var house = await House.OpenAsync();
        using var line = await house.SignedInAsync("Line");
        var back = (await line.SendAsync(Add + "/revivre-groupes-virtuels", ("geste", "retirer"))).Headers.Location!.OriginalString;
        Assert.Contains("value=\"remettre\"", await ReadAsync(line, back));
        await line.SendAsync(List, ("geste", "remettre"), ("fiche", "revivre-groupes-virtuels"));
        using var visitor = house.Visitor();
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/ressources/revivre-groupes-virtuels")).StatusCode);
        Assert.Contains("/ressources/revivre-groupes-virtuels\"", await ReadAsync(visitor, "/groupes?q=revivre"));
    }

    [Fact]
    public async Task Of_two_who_edit_at_once_one_wins_and_the_other_keeps_what_they_typed()
    {
        await using var house = await House.OpenAsync();
        using var line = await house.SignedInAsync("Line");
        var seen = SeenOn(await ReadAsync(line, Add + "/211"));
        var answers = await Task.WhenAll(new[] { "Un", "Deux", "Trois" }.Select(name => line.SendAsync(Add + "/211", ("vu", seen), ("genre", "ressource"), ("nom", name), ("quand", "le soir de " + name))));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.SeeOther);
        foreach (var other in answers.Where(a => a.StatusCode != HttpStatusCode.SeeOther))
        {
            Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
            var page = WebUtility.HtmlDecode(await other.Content.ReadAsStringAsync());
            Assert.Contains("Une autre personne a modifié cette fiche", page);
            Assert.Contains("value=\"le soir de ", page);
        }
    }

    [Fact]
    public async Task What_does_not_fit_is_said_beside_its_field_and_nothing_is_kept()
    {
        await using var house = await House.OpenAsync();
        using var line = await house.SignedInAsync("Line");
        var answer = await line.SendAsync(Add + "/211", ("vu", "1"), ("nom", " "), ("telephone", "demandez Luc"), ("site", "javascript:alert(1)"), ("lundi", "le matin"), ("pourqui", "tous\u202E"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        foreach (var field in new[] { "nom", "telephone", "site", "lundi", "pourqui" })
            Assert.Contains($"id=\"{field}-refus\"", page);
        Assert.Contains("value=\"demandez Luc\"", page);
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM listed_entry WHERE edited_at IS NOT NULL"));
    }

    [Fact]
    public async Task An_edit_keeps_what_the_form_does_not_ask_and_the_words_of_meetings_received()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        using var line = await house.OpenHouseAsync();
        var file = Path.Combine(house.Folder, "rows.json");
        await File.WriteAllTextAsync(file, $"[{ImportPage.Row(1, "Groupe du port").ToJsonString()}]");
        using (var scope = house.Services.CreateScope())
            Assert.Equal(0, await scope.ServiceProvider.GetServices<ICommand>().Single(c => c.Name == "import bmlt").RunAsync([file], TextWriter.Null, default));
        var slug = Assert.Single(await Sql.TextsAsync(house, "SELECT slug FROM listed_entry WHERE source_key NOT IN ('seeds', 'house')"));
        Assert.DoesNotContain(slug, await ReadAsync(line, List));
        Assert.Contains(slug, await ReadAsync(line, List + "?tout=1&q=port"));
        var before = await Sql.TextsAsync(house, $"SELECT m.hash || m.words || m.starts FROM listed_meeting m JOIN listed_entry e ON e.id = m.entry_id WHERE e.slug = '{slug}'");
        await EditAsync(line, slug, ("nom", "Groupe du vieux port"));
        Assert.Equal(before, await Sql.TextsAsync(house, $"SELECT m.hash || m.words || m.starts FROM listed_meeting m JOIN listed_entry e ON e.id = m.entry_id WHERE e.slug = '{slug}'"));
        Assert.Contains("Groupe du vieux port", await ReadAsync(line, List));
    }

    /// <summary>Sends the form of this entry back as it was shown, with these fields changed: as a browser does.</summary>
    static async Task EditAsync(HttpClient browser, string slug, params (string Name, string Value)[] changed)
    {
        var page = await ReadAsync(browser, $"{Add}/{slug}");
        var fields = Shown().Matches(page.Split("<form method=\"post\" action=\"/reglages/ressources/fiche")[1]).Select(m => (Name: m.Groups["name"].Value, m.Groups["value"].Value))
            .Where(f => changed.All(c => c.Name != f.Name) && f.Value.Length > 0).Concat(changed).Append(("geste", "garder"));
        var answer = await browser.SendAsync($"{Add}/{slug}", [.. fields]);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
    }

    static string KeyOf(string page) => Regex.Match(page, "name=\"cle\" value=\"([^\"]+)").Groups[1].Value;

    static string SeenOn(string page) => Regex.Match(page, "name=\"vu\" value=\"(\\d+)").Groups[1].Value;

    static async Task<string> ReadAsync(HttpClient browser, string path) => WebUtility.HtmlDecode(await browser.GetStringAsync(path)).Replace('\u00A0', ' ');

    [GeneratedRegex("""<input type="(?:text|hidden)"[^>]*? name="(?<name>[^"]+)" value="(?<value>[^"]*)"|<input type="(?:radio|checkbox)" name="(?<name>[^"]+)" value="(?<value>[^"]*)" checked|<textarea[^>]* name="(?<name>[^"]+)"[^>]*>(?<value>[^<]*)<""")]
    private static partial Regex Shown();
}
