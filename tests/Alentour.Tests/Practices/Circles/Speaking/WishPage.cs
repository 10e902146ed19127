using System.Net;
using Alentour.Tests.Cast;
using Alentour.Tests.Practices.Circles.Watching;
using static Alentour.Tests.Practices.Circles.CircleSteps;

namespace Alentour.Tests.Practices.Circles.Speaking;

/// <summary>« Juste m'écouter » or « des idées » (R068): the others read it while its person has the pebble, and it goes with the turn.</summary>
public sealed class WishPage
{
    const string Heard = "Simone souhaite de l’écoute, sans conseil.";
    const string Ideas = "Simone accueille des idées.";

    [Fact]
    public async Task What_somebody_wishes_is_read_by_the_others_while_they_speak()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var maude = await evening.SeatedAsync("Maude");
        await evening.Simone.PressAsync(evening.Circle, "etape", ("valeur", "1"));
        await evening.Simone.PressAsync(evening.Circle, "parler");
        await ReadAsync(evening, maude, null);
        Assert.Equal(HttpStatusCode.SeeOther, await evening.Simone.PressAsync(evening.Circle, "souhait", ("valeur", "Heard")));
        await ReadAsync(evening, maude, Heard);
        Assert.DoesNotContain(Heard, await evening.Simone.PageAsync(evening.Circle));
        await evening.Simone.PressAsync(evening.Circle, "souhait", ("valeur", "Ideas"));
        await ReadAsync(evening, maude, Ideas);
        await evening.Simone.PressAsync(evening.Circle, "fini");
        await ReadAsync(evening, maude, null);
    }

    [Theory]
    [InlineData("fini")]
    [InlineData("passer")]
    [InlineData("sortir")]
    [InlineData("revient")]
    [InlineData("etape")]
    public async Task However_a_turn_ends_its_wish_goes_with_it_and_the_next_turn_begins_without(string end)
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var maude = await evening.SeatedAsync("Maude");
        await evening.Simone.PressAsync(evening.Circle, "etape", ("valeur", "1"));
        await evening.Simone.PressAsync(evening.Circle, "parler");
        await evening.Simone.PressAsync(evening.Circle, "souhait", ("valeur", "Heard"));
        await ReadAsync(evening, maude, Heard);
        Assert.Equal(HttpStatusCode.SeeOther, await evening.Simone.PressAsync(evening.Circle, end, ("valeur", "2")));
        await ReadAsync(evening, maude, null);
        Assert.Equal(0, await Sql.NumberAsync(evening.House, "SELECT count(*) FROM circle_seat WHERE wish IS NOT NULL"));
    }

    [Fact]
    public async Task A_wish_pressed_after_the_turn_went_by_is_not_there_when_the_next_comes()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var maude = await evening.SeatedAsync("Maude");
        await evening.Simone.PressAsync(evening.Circle, "etape", ("valeur", "1"));
        await evening.Simone.PressAsync(evening.Circle, "passer");
        await evening.Simone.PressAsync(evening.Circle, "souhait", ("valeur", "Heard"));
        await ReadAsync(evening, maude, null);
        await evening.Simone.PressAsync(evening.Circle, "etape", ("valeur", "2"));
        Assert.Equal("Le galet est chez Simone", Centre(await maude.PageAsync(evening.Circle)));
        await ReadAsync(evening, maude, null);
    }

    /// <summary>What somebody else reads of it, on the page and in its parts.</summary>
    static async Task ReadAsync(WatchedEvening evening, HttpClient other, string? wish)
    {
        foreach (var address in new[] { "", "?auto=1", "?auto=suite" })
        {
            var page = await other.PageAsync(evening.Circle + address);
            Assert.Equal((wish == Heard, wish == Ideas), (page.Contains(Heard, StringComparison.Ordinal), page.Contains(Ideas, StringComparison.Ordinal)));
        }
    }
}
