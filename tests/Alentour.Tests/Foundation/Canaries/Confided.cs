using System.Net;
using System.Text.RegularExpressions;
using Alentour.Tests.Cast;
using Alentour.Tests.Community.Groups;

namespace Alentour.Tests.Foundation.Canaries;

/// <summary>What people tell the house in confidence, through its forms, in words that stand nowhere else.</summary>
sealed partial class Confided
{
    const string Asked = "canaridemande";

    static readonly string[] Between = [" ", "-", "+", "%20", ",", ", ", "\",\"", "\", \"", "\u00a0"];

    /// <summary>What people search for, in addresses: kept nowhere, at no time.</summary>
    public static IReadOnlyList<string> Queries => [Asked];

    /// <summary>The words of cards and slips, two by two, however they are joined: kept nowhere, at no time.</summary>
    public List<string> Words { get; } = [];

    /// <summary>A first visit: until the day after.</summary>
    public IReadOnlyList<string> Visit { get; } = ["Canarivisite", "canarijoindre"];

    /// <summary>A chosen name: until the account is erased.</summary>
    public IReadOnlyList<string> Account { get; } = ["Canarinom"];

    /// <summary>The card of that account.</summary>
    public IReadOnlyList<string> Card { get; private set; } = [];

    public IEnumerable<string> All => [.. Queries, .. Words, .. Visit, .. Account];

    /// <summary>Somebody is invited, comes in, comes in again with the card and mistypes it; a stranger announces a visit and finds it again.</summary>
    public static async Task<Confided> ToAsync(Uri house)
    {
        var confided = new Confided();
        using var maude = Browser(house);
        await maude.SendAsync("/demo/entrer", ("nom", "Maude"));
        await VisitSteps.TakeWelcomeAsync(maude);
        await confided.InviteAsync(house, maude);
        await confided.AnnounceAsync(house);
        foreach (var path in new[] { "/", "/groupes", "/aide", "/nulle-part", "/langue/en", "/ouverture", "/entrer", "/ouvrir", "/ma-visite", "/semaine", "/mes-acces", "/groupes/cercle-du-jeudi/je-viens" })
            await maude.GetAsync($"{path}?q={Asked}&lieu={Asked}&invitation={Asked}&retour=/{Asked}");
        return confided;
    }

    async Task InviteAsync(Uri house, HttpClient member)
    {
        var slip = Slip().Match(await (await member.SendAsync("/invitations", ("combien", "1"))).Content.ReadAsStringAsync()).Groups[1].Value;
        Note(WebUtility.HtmlDecode(slip).Split(' '));
        using var newcomer = Browser(house);
        await newcomer.GetAsync($"/ouvrir?invitation={slip.Replace(' ', '-')}&q={Asked}");
        var opened = await newcomer.SendAsync("/ouvrir", ("nom", Account[0]), ("majeur", "true"), ("invitation", WebUtility.HtmlDecode(slip)), ("cle", Guid.NewGuid().ToString("N")));
        Card = Forms.CardOn(await opened.Content.ReadAsStringAsync());
        Assert.Equal(6, Card.Count);
        Note(Card);
        Note([.. Card.Reverse()]);
        await newcomer.SendAsync("/sortir");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await newcomer.SendAsync("/entrer", ("mots", string.Join(' ', Card.Reverse())))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await newcomer.SendAsync($"/entrer?q={Asked}", ("mots", string.Join(' ', Card)), ("retour", $"/mes-acces?q={Asked}"))).StatusCode);
    }

    async Task AnnounceAsync(Uri house)
    {
        using var stranger = Browser(house);
        var answer = await stranger.SendAsync($"{VisitSteps.Group}/je-viens?q={Asked}", ("nom", Visit[0]), ("joindre", $"{Visit[1]}@exemple.org"), ("repondeur", "true"), ("rencontre", await stranger.ProposedAsync(VisitSteps.Group)));
        var words = VisitSteps.Words(await answer.Content.ReadAsStringAsync());
        Assert.Equal(3, words.Split(' ').Length);
        Note(words.Split(' '));
        using var library = Browser(house);
        Assert.Equal(HttpStatusCode.SeeOther, (await library.SendAsync("/ma-visite", ("mots", words))).StatusCode);
    }

    void Note(IReadOnlyList<string> words) =>
        Words.AddRange(words.Zip(words.Skip(1)).SelectMany(two => Between.Select(join => InBytes(two.First + join + two.Second))));

    /// <summary>As <see cref="Thief"/> reads it.</summary>
    static string InBytes(string text) => System.Text.Encoding.Latin1.GetString(System.Text.Encoding.UTF8.GetBytes(text));

    static HttpClient Browser(Uri house)
    {
        var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = house };
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return browser;
    }

    [GeneratedRegex("""<p class="title" lang="fr" translate="no">(.+?)</p>""")]
    private static partial Regex Slip();
}
