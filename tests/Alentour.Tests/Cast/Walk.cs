using System.Net;
using System.Text.RegularExpressions;

namespace Alentour.Tests.Cast;

/// <summary>A page as a visitor received it.</summary>
public sealed record Visited(string Address, string Language, HttpResponseMessage Answer, string Body)
{
    public bool IsPage => Answer.Content.Headers.ContentType?.MediaType == "text/html";
}

/// <summary>Goes through the public house as a visitor does who follows every link, without script.</summary>
public static partial class Walk
{
    // A search has as many addresses as words; what a few dozen show, the rest show too.
    const int MostSearches = 40;
    const int MostPages = 400;

    public static async Task<IReadOnlyList<Visited>> ThroughAsync(House house, string language)
    {
        using var visitor = house.Visitor(cookies: false);
        visitor.DefaultRequestHeaders.Add("Cookie", $"langue={language}");
        var visited = new List<Visited>();
        var known = new HashSet<string>(["/"]);
        var waiting = new Queue<string>(known);
        while (visited.Count < MostPages && waiting.TryDequeue(out var address))
        {
            var answer = await visitor.GetAsync(address);
            var page = new Visited(address, language, answer, await answer.Content.ReadAsStringAsync());
            visited.Add(page);
            foreach (var link in Links(page).Where(l => MayFollow(l, known) && known.Add(l)))
                waiting.Enqueue(link);
        }
        return visited;
    }

    static IEnumerable<string> Links(Visited page) =>
        page.IsPage ? Link().Matches(page.Body).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value).Split('#')[0]) : [];

    static bool MayFollow(string link, HashSet<string> known) =>
        link.StartsWith('/') && !link.StartsWith("//", StringComparison.Ordinal)
        && !link.StartsWith("/langue/", StringComparison.Ordinal) && !link.StartsWith("/built/", StringComparison.Ordinal) && link != "/quitter"
        && !link.Contains("retour=", StringComparison.Ordinal)
        && (!link.Contains('?', StringComparison.Ordinal) || known.Count(k => k.Contains('?', StringComparison.Ordinal)) < MostSearches);

    [GeneratedRegex("""<a\s[^>]*?href="([^"]*)["]""")]
    private static partial Regex Link();
}
