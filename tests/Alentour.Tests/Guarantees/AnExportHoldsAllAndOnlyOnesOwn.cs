using System.Net;
using Alentour.Tests.Cast;
using Alentour.Tests.Personas;
using Alentour.Tests.Shape.Reading;

namespace Alentour.Tests.Guarantees;

/// <summary>
/// Guarantee 21: what one takes away is all that is one's own, and nothing of anybody else. Two people have a word of their own in every table
/// that holds something of a person; each finds all of hers in her export, and none of the other's.
/// </summary>
public sealed class AnExportHoldsAllAndOnlyOnesOwn
{
    [Fact]
    public async Task Each_finds_all_of_her_own_words_and_none_of_the_other_s()
    {
        await using var house = await House.OpenAsync();
        var (zoe, ines) = (await OwnWords.PlantAsync(house, "Zoé", 1), await OwnWords.PlantAsync(house, "Inès", 2));
        foreach (var (mine, other) in new[] { (zoe, ines), (ines, zoe) })
        {
            using var browser = await house.SignedInAsync(mine.Name);
            foreach (var path in new[] { "/mes-donnees/json", "/mes-donnees/lisible" })
            {
                var export = WebUtility.HtmlDecode(await browser.GetStringAsync(path));
                Findings.None(mine.Words.Where(w => !export.Contains(w.Value, StringComparison.Ordinal)).Select(w => $"{path} of {mine.Name} lacks {w.Key}."));
                Findings.None(other.Words.Where(w => export.Contains(w.Value, StringComparison.Ordinal)).Select(w => $"{path} of {mine.Name} holds {w.Key} of {other.Name}."));
                Assert.DoesNotContain(other.Id.ToString(), export);
            }
        }
    }

    [Fact]
    public async Task Every_table_that_holds_something_of_a_person_is_looked_at()
    {
        await using var house = await House.OpenAsync();
        await using var connection = await house.Database.OpenAsync();
        var personal = (await house.Database.Dialect.ColumnsAsync(connection, default)).Where(c => OwnWords.PointsToAPerson(c.Column)).Select(c => c.Table).Distinct().ToList();
        Assert.Contains("membership", personal);
        Findings.None(personal.Except(OwnWords.Tables).Select(t => $"{t} holds something of a person: plant a word in it (Personas/OwnWords.cs)."));
    }

    [Fact]
    public async Task Once_erased_none_of_her_words_is_left_and_the_other_s_are_whole()
    {
        await using var house = await House.OpenAsync();
        var (zoe, ines) = (await OwnWords.PlantAsync(house, "Zoé", 1), await OwnWords.PlantAsync(house, "Inès", 2));
        using var browser = await house.SignedInAsync("Zoé");
        using var other = await house.SignedInAsync("Inès");
        await browser.SendAsync("/mes-donnees/effacer", ("oui", "true"));
        // A consent stays without a name; a group keeps the name it has, and the journal its entries.
        Assert.Equal(["erased_person.id"], await Community.People.RecordsPage.PlacesAsync(house, [zoe.Id.ToString(), .. zoe.Words.Where(w => w.Key is not ("consent" or "joined_today" or "decision_contest")).Select(w => w.Value)]));
        var export = WebUtility.HtmlDecode(await other.GetStringAsync("/mes-donnees/json"));
        Assert.All(ines.Words, w => Assert.Contains(w.Value, export));
    }
}
