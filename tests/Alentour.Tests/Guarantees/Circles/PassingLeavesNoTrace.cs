using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Alentour.Tests.Cast.Listening;
using Alentour.Tests.Practices.Circles;
using Alentour.Tests.Practices.Circles.Watching;

namespace Alentour.Tests.Guarantees.Circles;

/// <summary>Guarantee 7: passing one's turn is one gesture, it leaves no trace, and the next has the turn within a second.</summary>
public sealed partial class PassingLeavesNoTrace
{
    const double Seconds = 1;

    [Fact]
    public async Task Once_a_turn_is_over_nothing_stored_says_whether_it_was_spoken_or_passed()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var (maude, luc) = (await evening.SeatedAsync("Maude"), await evening.SeatedAsync("Luc"));
        // Everybody has been round once.
        await BeginAsync(evening);
        foreach (var browser in new[] { maude, luc })
            Assert.Equal(HttpStatusCode.SeeOther, await browser.PressAsync(evening.Circle, "passer"));
        var spoken = await RoundAsync(evening, async () =>
        {
            await maude.PressAsync(evening.Circle, "parler");
            await maude.PressAsync(evening.Circle, "fini");
        });
        var passed = await RoundAsync(evening, () => maude.PressAsync(evening.Circle, "passer"));
        Assert.Contains("standing", spoken.After);
        Assert.NotEqual(spoken.Before, spoken.After);
        Assert.Equal(spoken.After, passed.After);
    }

    [Fact]
    public async Task It_is_one_press_and_the_next_has_the_turn_within_a_second()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var (maude, luc) = (await evening.SeatedAsync("Maude"), await evening.SeatedAsync("Luc"));
        await using var stream = await LiveBrowser.OpenAsync(luc, evening.Circle + "/flux");
        var best = double.MaxValue;
        // A machine may be busy with something else: the best of five.
        for (var i = 0; i < 5 && best >= Seconds; i++)
        {
            await BeginAsync(evening);
            var page = await maude.PageAsync(evening.Circle + "?auto=1");
            Assert.Single(Pass().Matches(page));
            var number = long.Parse(Number().Match(page).Groups[1].Value, null);
            await stream.UntilAsync(number);
            var began = Stopwatch.GetTimestamp();
            Assert.Equal(HttpStatusCode.SeeOther, await maude.PressAsync(evening.Circle, "passer"));
            await stream.UntilAsync(number + 1);
            Assert.Equal("Le galet est chez vous", CircleSteps.Centre(await luc.PageAsync(evening.Circle + "?auto=suite")));
            best = Math.Min(best, Stopwatch.GetElapsedTime(began).TotalSeconds);
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"The next had the turn after {best:0.000} s.");
        Assert.InRange(best, 0, Seconds);
    }

    /// <summary>A new round; Simone passes, for Rosalie too, and the pebble is with Maude.</summary>
    static async Task BeginAsync(WatchedEvening evening)
    {
        Assert.Equal(HttpStatusCode.SeeOther, await evening.Simone.PressAsync(evening.Circle, "etape", ("valeur", "1")));
        Assert.Equal(HttpStatusCode.SeeOther, await evening.Simone.PressAsync(evening.Circle, "passer"));
        Assert.Equal(HttpStatusCode.SeeOther, await evening.Simone.PressAsync(evening.Circle, "passer", ("place", await evening.SeatAsync(WatchedEvening.Rosalie))));
    }

    static async Task<(string Before, string After)> RoundAsync(WatchedEvening evening, Func<Task> turn)
    {
        await BeginAsync(evening);
        var before = await StoredAsync(evening);
        Assert.Contains("circle.turn_seat", before);
        await turn();
        return (before, await StoredAsync(evening));
    }

    /// <summary>Every value stored of the circle and its seats, the numbers of the turn, of the round and of the last event apart.</summary>
    static async Task<string> StoredAsync(WatchedEvening evening) => Numbers().Replace(await evening.RowsAsync(), "");

    [GeneratedRegex(@"^(circle\.(last_turn|round)|live_topic\.sequence) = .*$", RegexOptions.Multiline)]
    private static partial Regex Numbers();

    [GeneratedRegex("""name="geste" value="passer["]""")]
    private static partial Regex Pass();

    [GeneratedRegex("""data-number="(\d+)["]""")]
    private static partial Regex Number();
}
