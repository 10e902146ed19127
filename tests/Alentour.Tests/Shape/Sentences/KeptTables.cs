using Alentour.Community.People;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;
using Alentour.Tests.Cast;
using Alentour.Tests.Shape.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Shape.Sentences;

/// <summary>What is kept is said (Act 25): every table stands on /confidentialite, and every column of an export has a name that people read.</summary>
public sealed class KeptTables(StandingHouses houses)
{
    [Fact]
    public async Task Every_table_is_said_once_with_until_when()
    {
        var house = await houses.DemonstrationAsync();
        var rows = house.Services.GetServices<KeptUntil>().ToList();
        var said = rows.SelectMany(r => r.Tables).ToList();
        var tables = await TablesAsync(house);
        Assert.NotEmpty(tables);
        Findings.None([
            .. tables.Where(t => said.Count(s => s == t) != 1).Select(t => $"The table {t} stands in {said.Count(s => s == t)} rows of /confidentialite; its module says it in one: services.AddKept(new KeptUntil(what, until, \"{t}\"))."),
            .. said.Where(s => !tables.Contains(s)).Select(s => $"A row of /confidentialite names the table {s}, which does not exist.")]);
    }

    [Fact]
    public async Task Every_table_with_a_person_is_among_what_is_kept_of_people()
    {
        var house = await houses.DemonstrationAsync();
        await using var connection = await house.Database.OpenAsync();
        var ofPeople = house.Services.GetServices<KeptUntil>().Where(r => r.IsOfPeople).SelectMany(r => r.Tables).ToHashSet();
        Findings.None(from column in await house.Database.Dialect.ColumnsAsync(connection, default)
                      where column.Column == "person_id" && !ofPeople.Contains(column.Table)
                      select $"{column.Table} has a person_id and says that it tells nothing of anybody.");
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task The_public_page_shows_each_of_them(string language)
    {
        var house = await houses.DemonstrationAsync();
        var catalogue = house.Services.GetRequiredService<TextCatalogue>();
        using var visitor = house.Visitor(cookies: false);
        visitor.DefaultRequestHeaders.Add("Cookie", $"langue={language}");
        var page = System.Net.WebUtility.HtmlDecode(await visitor.GetStringAsync("/confidentialite"));
        Findings.None(from row in house.Services.GetServices<KeptUntil>()
                      from key in new[] { row.What, row.Until }
                      where !page.Contains(catalogue.Get(LanguageCodes.Parse(language), key), StringComparison.Ordinal)
                      select $"/confidentialite does not say {key}.");
    }

    [Fact]
    public async Task Every_column_that_is_handed_over_has_a_name_that_people_read()
    {
        var house = await houses.DemonstrationAsync();
        using var scope = house.Services.CreateScope();
        await using var connection = await house.Database.OpenAsync();
        var catalogue = house.Services.GetRequiredService<TextCatalogue>();
        var sentences = new List<string>();
        foreach (var holder in scope.ServiceProvider.GetServices<IHoldsPersonalData>())
            foreach (var rows in await holder.OfAsync(connection, Guid.Empty, default))
            {
                var kind = holder.Kinds.Single(k => k.Key == rows.Key);
                Assert.NotEmpty(rows.Columns);
                sentences.AddRange(rows.Columns.Where(c => !kind.Labels.TryGetValue(c, out var label) || !catalogue.Has(label)).Select(c => $"{holder.GetType().Name}: {rows.Key}.{c} has no label; say it in Kinds: {{ Labels = … }}."));
            }
        Findings.None(sentences);
    }

    static async Task<HashSet<string>> TablesAsync(House house)
    {
        await using var connection = await house.Database.OpenAsync();
        await using var moment = await house.Database.Dialect.BeginSnapshotAsync(connection, default);
        // On one of the engines an index of words or places is no table; its module names it all the same.
        return [.. await house.Database.Dialect.TablesAsync(connection, moment, default), .. house.Services.GetServices<SchemaOwner>().SelectMany(o => o.KeptOut)];
    }
}
