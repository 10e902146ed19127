using System.Net;
using Alentour.Tests.Cast;
using static Alentour.Tests.Community.Groups.VisitSteps;

namespace Alentour.Tests.Community.Groups.Openings;

/// <summary>Meetings that come back, written by members; nobody who is expected is forgotten when they change.</summary>
public sealed partial class SeriesPage
{
    [Theory]
    [InlineData("semaine", "Chaque jeudi", "jeudi 3 décembre", "jeudi 10 décembre")]
    [InlineData("deux", "Un jeudi sur 2", "jeudi 3 décembre", "jeudi 17 décembre")]
    [InlineData("dernier", "Le dernier jeudi du mois", "jeudi 31 décembre", "jeudi 28 janvier 2027")]
    [InlineData("deuxieme", "Le deuxième jeudi du mois", "jeudi 10 décembre", "jeudi 14 janvier 2027")]
    public async Task The_next_dates_are_seen_in_words_and_then_kept(string rhythm, string says, string first, string second)
    {
        await using var house = await House.OpenAsync();
        using var maude = await house.SignedInAsync("Maude");
        var preview = Plain(WebUtility.HtmlDecode(await (await SeeAsync(maude, rhythm)).Content.ReadAsStringAsync()));
        Assert.Contains(first, preview);
        Assert.Contains(second, preview);
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM meeting_series s JOIN mutual_aid_group g ON g.id = s.group_id WHERE g.slug = 'cercle-du-jeudi'"));
        await AddAsync(maude, rhythm);
        Assert.Contains(says, Plain(await maude.ReadAsync(Group + "/rencontres")));
    }

    [Fact]
    public async Task A_form_sent_twice_adds_one_series()
    {
        await using var house = await House.OpenAsync();
        using var maude = await house.SignedInAsync("Maude");
        await AddAsync(maude, "semaine", "une-cle");
        await AddAsync(maude, "semaine", "une-cle");
        Assert.Equal(2, await Sql.NumberAsync(house, "SELECT count(*) FROM meeting_series s JOIN mutual_aid_group g ON g.id = s.group_id WHERE g.slug = 'cercle-du-jeudi'"));
    }

    [Fact]
    public async Task From_a_day_on_another_hour_and_who_is_expected_reads_it_first()
    {
        await using var house = await House.OpenAsync();
        using var maude = await house.SignedInAsync("Maude");
        using var stranger = house.Newcomer();
        await stranger.ComeAsync(Group, ("nom", "Ré"));
        Assert.Equal(HttpStatusCode.SeeOther, (await ChangeAsync(maude, "garder", "20:15")).StatusCode);
        Assert.Contains("20 h 15", Plain(await stranger.ReadAsync("/ma-visite")));
        using var anybody = house.Visitor();
        Assert.Contains("20 h 15", Plain(await anybody.ReadAsync(Group)));
    }

    [Fact]
    public async Task A_series_that_ends_leaves_the_date_of_who_is_expected_as_cancelled()
    {
        await using var house = await House.OpenAsync();
        using var maude = await house.SignedInAsync("Maude");
        await TakeWelcomeAsync(maude);
        using var stranger = house.Newcomer();
        await stranger.ComeAsync(Group, ("nom", "Ré"), ("joindre", "418 555-0199"));
        var seen = await maude.SeenAsync(await PathAsync(maude));
        var path = await PathAsync(maude);
        Assert.Equal(HttpStatusCode.SeeOther, (await ChangeAsync(maude, "finir", "19:00")).StatusCode);
        Assert.Contains("n’aura pas lieu", await stranger.ReadAsync("/ma-visite"));
        Assert.Contains("418 555-0199", await maude.ReadAsync(Group + "/accueil"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await maude.SendAsync(path, ("geste", "finir"), ("jour", "2026-11-26"), ("heure", "19:00"), ("duree", "120"), ("vu", seen))).StatusCode);
    }

    static Task<HttpResponseMessage> AddAsync(HttpClient member, string rhythm, string? key = null) => PostAsync(member, rhythm, "garder", key ?? Guid.NewGuid().ToString("N"));

    static Task<HttpResponseMessage> SeeAsync(HttpClient member, string rhythm) => PostAsync(member, rhythm, "voir", "k");

    static Task<HttpResponseMessage> PostAsync(HttpClient member, string rhythm, string gesture, string key) =>
        member.SendAsync(Group + "/rencontres/suite", ("jour", "2026-12-03"), ("heure", "19 h 30"), ("duree", "90"), ("rythme", rhythm), ("accueil", "Open"), ("combien", "3"), ("geste", gesture), ("cle", key));

    static async Task<HttpResponseMessage> ChangeAsync(HttpClient member, string gesture, string time)
    {
        var path = await PathAsync(member);
        return await member.SendAsync(path, ("jour", "2026-11-26"), ("heure", time), ("duree", "120"), ("rythme", "semaine"), ("accueil", "Open"), ("combien", "3"), ("geste", gesture), ("vu", await member.SeenAsync(path)));
    }

    static async Task<string> PathAsync(HttpClient member) => SeriesLink().Match(await member.GetStringAsync(Group + "/rencontres")).Groups[1].Value;

    static string Plain(string text) => text.Replace('\u00A0', ' ');

    [System.Text.RegularExpressions.GeneratedRegex("""href="(/groupes/cercle-du-jeudi/rencontres/suite/[^"]+)["]""")]
    private static partial System.Text.RegularExpressions.Regex SeriesLink();
}
