using System.Text.Json;
using System.Text.RegularExpressions;
using Alentour.Tests.Shape.Reading;

namespace Alentour.Journeys.Frame;

/// <summary>What a page says to whoever opens it: its status, its title and words, where it leads, and all of its source.</summary>
sealed record Seen(int Status, string Words, string Source);

/// <summary>Through the whole house by hand: every listed door by its typed address, then every link that is met, one of each kind.</summary>
static partial class Tour
{
    const string Reading = """
        () => JSON.stringify([document.title, document.body.innerText, ...[...document.querySelectorAll("a[href]")].map(a => a.getAttribute("href"))])
        """;

    /// <param name="group">The group at whose inner doors one knocks besides.</param>
    public static async Task<IReadOnlyDictionary<string, Seen>> TourAsync(this Walk walk, string group)
    {
        var doors = EndpointRow.All.Where(r => r.Method == "GET" && !r.Pattern.Contains("{**rest}", StringComparison.Ordinal) && !r.Address.Contains('{') && MayOpen(r.Address)).ToList();
        var (seen, statuses) = (new SortedDictionary<string, Seen>(StringComparer.Ordinal), doors.ToDictionary(d => d.Address, d => d.Staff));
        foreach (var door in doors.Where(d => d.Pattern.StartsWith("/groupes/{slug}", StringComparison.Ordinal) && d.Pattern.Count(c => c == '{') == 1))
            statuses[door.Pattern.Replace("/groupes/{slug}", group, StringComparison.Ordinal)] = door.Staff;
        var (kinds, waiting) = (statuses.Keys.Select(Kind).ToHashSet(), new Queue<string>(statuses.Keys));
        while (waiting.TryDequeue(out var address))
        {
            seen[address] = await walk.SeenAsync(address, statuses.GetValueOrDefault(address) is >= 400 and var refused ? refused : 200);
            foreach (var link in JsonSerializer.Deserialize<string[]>(seen[address].Words)!.Skip(2).Select(l => l.Split('#')[0]).Where(l => MayOpen(l) && kinds.Add(Kind(l))))
                waiting.Enqueue(link);
        }
        return seen;
    }

    /// <summary>Opens a page of the house and reads it; what is no page is fetched by the page one is on.</summary>
    public static async Task<Seen> SeenAsync(this Walk walk, string address, int status = 200)
    {
        if (IsFile().IsMatch(address))
        {
            var file = await walk.Page.EvaluateAsync<string>("async address => (await fetch(address)).text()", address);
            return new Seen(status, JsonSerializer.Serialize(new[] { "", file }), file);
        }
        await walk.GoAsync(address, status);
        return new Seen(status, await walk.Page.EvaluateAsync<string>(Reading), FormKey().Replace(await walk.Page.ContentAsync(), "…"));
    }

    /// <summary>What leaves the house, changes the language or belongs to the demonstration alone is left out; searches are as many as words.</summary>
    static bool MayOpen(string link) => link.StartsWith('/') && !link.StartsWith("//", StringComparison.Ordinal) && !Elsewhere().IsMatch(link);

    /// <summary>"/ressources/211" is of the kind "/ressources/*".</summary>
    static string Kind(string path)
    {
        var parts = path.Split('/');
        return string.Join('/', parts.Select((part, i) => i == 2 && parts[1] is ("groupes" or "ressources" or "activites") ? "*" : part));
    }

    [GeneratedRegex("""^/(langue/|built/|quitter|demo|(groupes|semaine|mois)\?)|[?&]retour=""")]
    private static partial Regex Elsewhere();

    [GeneratedRegex("""\.(ics|xml)$|^/healthz$|^/mes-donnees/(json|lisible)$""")]
    private static partial Regex IsFile();

    [GeneratedRegex("""name="cle" value="[0-9a-f]+["]""")]
    private static partial Regex FormKey();
}
