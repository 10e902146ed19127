using System.Net;
using System.Text.RegularExpressions;
using Alentour.Practices.Finder.Indexes;
using Alentour.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Community.Groups.Openings;

/// <summary>What a member does to open a group, without script.</summary>
static partial class OpeningSteps
{
    /// <summary>Opens a draft and returns its address.</summary>
    public static async Task<string> OpenGroupAsync(this HttpClient member, string name = "Les nuits blanches", string? key = null)
    {
        var answer = await member.SendAsync("/groupes/ouvrir", ("nom", name), ("cle", key ?? Guid.NewGuid().ToString("N")));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.OriginalString[..^"/page".Length];
    }

    public static async Task<string> SeenAsync(this HttpClient member, string path) => Seen().Match(await member.GetStringAsync(path)).Groups[1].Value;

    /// <summary>Writes one section over the version the page shows.</summary>
    public static async Task<HttpResponseMessage> WriteAsync(this HttpClient member, string path, params (string Name, string Value)[] fields) =>
        await member.SendAsync(path, [.. fields, ("vu", await member.SeenAsync(path))]);

    /// <summary>Writes all that a published page must say.</summary>
    public static async Task WriteAllAsync(this HttpClient member, string group, string way = "Room")
    {
        foreach (var (section, fields) in new (string, (string, string)[])[]
        {
            ("page/mots", [("nom", "Les nuits blanches"), ("mots", "On ne dort pas, et on se le dit. Canari du brouillon."), ("pourqui", "Qui ne dort pas."), ("themes", "les nuits\nle matin"), ("langue", "fr")]),
            ("page/animation", [("anime", "Members"), ("quianime", "Des membres, à tour de rôle."), ("forme-Personal", "oui"), ("evenement", "non")]),
            ("page/rencontre", [($"facon-{way}", "oui"), ("parle-fr", "oui"), ("rejoindre", "DropIn")]),
            ("page/lieu", [("ville", "rimouski"), ("rue", "7, rue Cachée"), ("montrer", "ville")]),
            ("page/premiere-fois", [("porte", "La porte bleue."), ("accueille", "Océane, en gris."), ("duree", "Une heure."), ("jamais", "Personne ne prend de notes.")]),
            ("accords", [("articles", "On arrive et on part quand on veut.\nAucun enregistrement."), ("maniere", "D'un commun accord.")]),
        })
        {
            var answer = await member.WriteAsync($"{group}/{section}", fields);
            Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, section + WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        }
    }

    /// <summary>Publishes and returns the address of the page.</summary>
    public static async Task<string> PublishAsync(this HttpClient member, string group)
    {
        var answer = await member.SendAsync(group + "/page", ("geste", "publier"));
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        return answer.Headers.Location!.OriginalString.Replace("?adresse=autre", "", StringComparison.Ordinal)[..^"/page".Length];
    }

    /// <summary>A series on Thursdays at 19 h, from the day on which the house of the tests stands plus a week.</summary>
    public static Task<HttpResponseMessage> AddSeriesAsync(this HttpClient member, string group, params (string Name, string Value)[] more) =>
        member.SendAsync(group + "/rencontres/suite", [("jour", "2026-12-03"), ("heure", "19 h"), ("duree", "90"), ("rythme", "semaine"), ("accueil", "Open"), ("combien", "3"), ("geste", "garder"), ("cle", Guid.NewGuid().ToString("N")), .. more]);

    /// <summary>What the house does every twenty seconds: the finder follows what changed.</summary>
    public static async Task RefreshFinderAsync(this House house)
    {
        await using var scope = house.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FinderIndex>().RefreshIfStaleAsync(default);
    }

    public static async Task<string> ReadAsync(this HttpClient browser, string path) => WebUtility.HtmlDecode(await browser.GetStringAsync(path));

    [GeneratedRegex("""name="vu" value="([^"]*)["]""")]
    private static partial Regex Seen();
}
