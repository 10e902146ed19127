using System.Net;
using System.Text.Json;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Community.People;

public sealed class RecordsPage
{
    [Fact]
    public async Task All_that_is_kept_is_taken_away_at_once_as_json_and_as_a_page()
    {
        await using var house = await House.OpenAsync();
        using var zoe = house.Newcomer();
        var words = await zoe.OpenAccountAsync("Zoé");
        var json = await zoe.GetAsync("/mes-donnees/json");
        Assert.Equal("attachment", json.Content.Headers.ContentDisposition?.DispositionType);
        Assert.True(json.Headers.CacheControl?.NoStore);
        using var kept = JsonDocument.Parse(await json.Content.ReadAsStringAsync());
        Assert.Equal("Zoé", kept.RootElement.GetProperty("person")[0].GetProperty("chosen_name").GetString());
        Assert.Equal("account", kept.RootElement.GetProperty("consents")[0].GetProperty("kind").GetString());
        var page = WebUtility.HtmlDecode(await zoe.GetStringAsync("/mes-donnees/lisible"));
        Assert.Contains("Zoé", page);
        Assert.All(words, w => Assert.DoesNotContain($">{w}<", page));
    }

    [Fact]
    public async Task After_erasing_nothing_of_the_person_is_in_any_table_but_a_random_id_and_consents_without_a_name()
    {
        await using var house = await House.OpenAsync();
        using var zoe = house.Newcomer();
        await zoe.OpenAccountAsync("Zoé Quatre-Vents");
        var id = (await Sql.TextsAsync(house, "SELECT id FROM person WHERE chosen_name = 'Zoé Quatre-Vents'")).Single();
        Assert.NotEmpty(await PlacesAsync(house, id, "Zoé Quatre-Vents"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await zoe.SendAsync("/mes-donnees/effacer")).StatusCode);
        Assert.Equal("/c-est-efface", (await zoe.SendAsync("/mes-donnees/effacer", ("oui", "true"))).Headers.Location?.OriginalString);
        Assert.Equal(["erased_person.id"], await PlacesAsync(house, id, "Zoé Quatre-Vents"));
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM consent WHERE person_id IS NULL AND kind = 'account'"));
        Assert.Equal(HttpStatusCode.SeeOther, (await zoe.GetAsync("/aujourdhui")).StatusCode);
    }

    /// <summary>Every column of every table that holds one of these texts, alone or within another.</summary>
    internal static async Task<IReadOnlyList<string>> PlacesAsync(House house, params string[] texts)
    {
        await using var connection = await house.Database.OpenAsync();
        var places = new List<string>();
        // The index of words holds no text on one of the engines, and says so when asked.
        foreach (var (table, column) in (await house.Database.Dialect.ColumnsAsync(connection, default)).Where(c => c.Table != "finder_words"))
        {
            var holds = string.Join(" OR ", texts.Select(t => $"CAST({column} AS text) LIKE '%{t.Replace("'", "''", StringComparison.Ordinal)}%'"));
            if (await Sql.NumberAsync(house, $"SELECT count(*) FROM {table} WHERE {holds}") > 0)
                places.Add($"{table}.{column}");
        }
        return places;
    }
}
