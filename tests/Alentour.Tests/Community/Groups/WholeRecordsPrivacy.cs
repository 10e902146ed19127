using System.Net;
using System.Text.Json;
using Alentour.Foundation.Store;
using Alentour.Tests.Cast;
using Alentour.Tests.Community.People;

namespace Alentour.Tests.Community.Groups;

/// <summary>
/// What every table of the database holds of a person is in their export, and what they erase is gone from every table. Looked for in the
/// tables themselves, not in what the code says of them.
/// </summary>
public sealed class WholeRecordsPrivacy
{
    static readonly string[] Canaries = ["Zoé Quatre-Vents", "Sarcelle Canari", "Paire aidante canari", "canari 418 555-0177", "Visite Canari"];

    [Fact]
    public async Task What_the_tables_hold_of_a_person_is_in_their_export_and_nothing_of_others()
    {
        await using var house = await House.OpenAsync();
        using var zoe = await LiveAsync(house);
        var id = await IdAsync(house);
        var export = await ExportAsync(zoe);
        Assert.All(Canaries, canary => Assert.Contains(canary, export));
        var missing = (await HeldAsync(house, id)).Where(h => !export.Contains(h.Value)).ToList();
        Assert.True(missing.Count == 0, "Kept and not handed over: " + string.Join(", ", missing));
        var others = await Sql.TextsAsync(house, "SELECT chosen_name FROM person WHERE chosen_name NOT LIKE 'Zo%'");
        Assert.InRange(others.Count, 10, int.MaxValue);
        Assert.DoesNotContain(others, export.Contains);
        Assert.DoesNotContain(await Sql.TextsAsync(house, "SELECT lookup FROM way_in UNION SELECT lookup FROM session"), secret => export.Any(e => e.Contains(secret, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task After_erasing_no_table_holds_anything_of_the_person_but_a_random_id()
    {
        await using var house = await House.OpenAsync();
        using var zoe = await LiveAsync(house);
        var id = await IdAsync(house);
        foreach (var canary in Canaries.Append(id))
            Assert.NotEmpty(await RecordsPage.PlacesAsync(house, canary));
        Assert.Equal("/c-est-efface", (await zoe.SendAsync("/mes-donnees/effacer", ("oui", "true"))).Headers.Location?.OriginalString);
        Assert.Equal(["erased_person.id"], await RecordsPage.PlacesAsync(house, [id, .. Canaries]));
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM consent WHERE person_id IS NULL AND kind = 'account'"));
        foreach (var name in new[] { "Simone", "Maude" })
        {
            using var other = await house.SignedInAsync(name);
            Assert.All(Canaries, canary => Assert.DoesNotContain(canary, WebUtility.HtmlDecode(other.GetStringAsync(VisitSteps.Group + "/entre-nous").Result)));
        }
    }

    /// <summary>Zoé opens an account, joins one group under another name, asks another, takes a welcome, announces a visit.</summary>
    static async Task<HttpClient> LiveAsync(House house)
    {
        var zoe = house.Newcomer();
        await zoe.OpenAccountAsync(Canaries[0]);
        await zoe.SendAsync("/mes-acces", ("geste", "nom"), ("nom", Canaries[0]), ("certification", Canaries[2]));
        await zoe.SendAsync(VisitSteps.Group + "/rejoindre", ("nom", Canaries[1]));
        await VisitSteps.TakeWelcomeAsync(zoe);
        var asked = (await Sql.TextsAsync(house, "SELECT slug FROM mutual_aid_group WHERE joining = 'OnRequest' AND published_at IS NOT NULL ORDER BY slug"))[0];
        await zoe.SendAsync($"/groupes/{asked}/rejoindre", ("nom", Canaries[1]));
        await zoe.SendAsync(VisitSteps.Group + "/je-viens", ("nom", Canaries[4]), ("joindre", Canaries[3]), ("cle", "k"));
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM first_visit WHERE person_id IS NOT NULL AND reach IS NOT NULL"));
        return zoe;
    }

    static async Task<string> IdAsync(House house) => (await Sql.TextsAsync(house, $"SELECT id FROM person WHERE chosen_name = '{Canaries[0]}'")).Single();

    /// <summary>Every value of the export, of every row.</summary>
    static async Task<HashSet<string>> ExportAsync(HttpClient browser)
    {
        using var kept = JsonDocument.Parse(await browser.GetStringAsync("/mes-donnees/json"));
        return [.. from kind in kept.RootElement.EnumerateObject()
                   from row in kind.Value.EnumerateArray()
                   from value in row.EnumerateObject()
                   where value.Value.ValueKind == JsonValueKind.String
                   select value.Value.GetString()!];
    }

    /// <summary>Every text that stands in a row of this person: not the ids and dates by which the house finds and forgets it, nor what it keeps of a secret.</summary>
    static async Task<IReadOnlyList<(string Column, string Value)>> HeldAsync(House house, string id)
    {
        await using var connection = await house.Database.OpenAsync();
        var columns = (await house.Database.Dialect.ColumnsAsync(connection, default)).ToLookup(c => c.Table, c => c.Column);
        var held = new List<(string, string)>();
        foreach (var table in columns.Where(t => t.Contains("person_id") || t.Key == "person"))
            foreach (var column in table.Where(c => c is not ("id" or "quilt_seed") && !c.EndsWith("_id", StringComparison.Ordinal) && !c.EndsWith("lookup", StringComparison.Ordinal) && !c.EndsWith("_at", StringComparison.Ordinal)))
                held.AddRange(from value in await connection.Command($"SELECT CAST({column} AS text) FROM {table.Key} WHERE {(table.Key == "person" ? "id" : "person_id")} = @id AND {column} IS NOT NULL", null, ("id", id)).ListAsync(r => r.GetString(0), default)
                              where value.Length > 0 && value is not ("0" or "1")
                              select ($"{table.Key}.{column}", value));
        return held;
    }
}
