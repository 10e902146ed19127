using System.Net;
using System.Text.RegularExpressions;
using Alentour.Tests.Cast;
using Alentour.Tests.Shape.Reading;

namespace Alentour.Tests.Personas;

/// <summary>Goes through the whole house as one person does: every link they are shown, every listed door, every group's pages, feeds and exports.</summary>
static partial class Crawl
{
    const int MostPages = 900;

    /// <summary>What somebody who is in reads, by address. What leaves the house, signs out or belongs to a demonstration alone is left out.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> AsAsync(House house, HttpClient browser)
    {
        var slugs = await Sql.TextsAsync(house, "SELECT slug FROM mutual_aid_group");
        // The English aliases change the language of the browser.
        var doors = EndpointRow.All.Where(r => r.Method == "GET" && !r.Address.Contains("{site.css}", StringComparison.Ordinal) && !r.Pattern.Contains("{**rest}", StringComparison.Ordinal)).ToList();
        var known = new HashSet<string>(doors.Select(r => r.Address).Where(MayOpen));
        known.UnionWith(doors.Where(d => d.Pattern.StartsWith("/groupes/{slug}", StringComparison.Ordinal)).SelectMany(d => slugs.Select(s => d.Pattern.Replace("{slug}", s, StringComparison.Ordinal))));
        var (read, waiting) = (new Dictionary<string, string>(), new Queue<string>(known));
        while (read.Count < MostPages && waiting.TryDequeue(out var address))
        {
            using var answer = await browser.GetAsync(address);
            // The key of a form is drawn anew each time it is shown.
            var body = read[address] = FormKey().Replace(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), "…");
            if (answer.Content.Headers.ContentType?.MediaType == "text/html")
                foreach (var link in Link().Matches(body).Select(m => m.Groups[1].Value.Split('#')[0]).Where(l => MayOpen(l) && known.Add(l)))
                    waiting.Enqueue(link);
        }
        Assert.True(read.Count < MostPages, "The crawl did not come to an end: " + string.Join(" ", read.Keys.TakeLast(20)));
        return read;
    }

    /// <summary>Where this text stands, by address.</summary>
    public static IReadOnlyList<string> Holding(this IReadOnlyDictionary<string, string> read, string text) =>
        [.. read.Where(p => p.Value.Contains(text, StringComparison.OrdinalIgnoreCase)).Select(p => p.Key).Order(StringComparer.Ordinal)];

    // Searches are as many as words; the pages they lead to are met otherwise.
    static bool MayOpen(string link) => link.StartsWith('/') && !link.StartsWith("//", StringComparison.Ordinal) && !Elsewhere().IsMatch(link);

    [GeneratedRegex("""^/(langue/|built/|quitter|demo|(groupes|semaine|mois)\?)|[?&]retour=""")]
    private static partial Regex Elsewhere();

    [GeneratedRegex("""name="cle" value="[0-9a-f]+["]""")]
    private static partial Regex FormKey();

    [GeneratedRegex("""<a\s[^>]*?href="([^"]*)["]""")]
    private static partial Regex Link();
}
