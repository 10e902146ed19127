using System.Net;
using Alentour.Tests.Cast;
using Alentour.Tests.Practices.Circles.Watching;
using static Alentour.Tests.Practices.Circles.CircleSteps;

namespace Alentour.Tests.Practices.Circles.Speaking;

/// <summary>The soft clock is seen by the one who took the time, and by nobody else: not by the keeper, nor in the room, nor by whoever had it before.</summary>
public sealed class SoftClockPrivacy
{
    const string Clock = "Le temps, en douceur";

    [Fact]
    public async Task The_clock_is_seen_by_whoever_took_the_time_alone_and_goes_on_to_the_next()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var (maude, luc, tablet) = (await evening.SeatedAsync("Maude"), await evening.SeatedAsync("Luc"), await evening.TabletAsync());
        HttpClient[] all = [evening.Simone, maude, luc, tablet];
        await OnlyAsync(evening, null, all);
        Assert.Equal(HttpStatusCode.SeeOther, await maude.PressAsync(evening.Circle, "temps", ("valeur", "oui")));
        await OnlyAsync(evening, maude, all);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await luc.PressAsync(evening.Circle, "temps", ("valeur", "oui")));
        await luc.PressAsync(evening.Circle, "temps", ("valeur", "non"));
        await OnlyAsync(evening, maude, all);
        Assert.Equal(HttpStatusCode.SeeOther, await maude.PressAsync(evening.Circle, "temps", ("valeur", "non")));
        await OnlyAsync(evening, null, all);
        Assert.Equal(HttpStatusCode.SeeOther, await luc.PressAsync(evening.Circle, "temps", ("valeur", "oui")));
        await OnlyAsync(evening, luc, all);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await tablet.PressAsync(evening.Circle, "temps", ("valeur", "oui")));
    }

    [Fact]
    public async Task Whoever_leaves_with_the_time_comes_back_without_it()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var maude = await evening.SeatedAsync("Maude");
        await maude.PressAsync(evening.Circle, "temps", ("valeur", "oui"));
        await maude.PressAsync(evening.Circle, "sortir");
        await maude.SendAsync(evening.Circle, ("geste", "entrer"), ("valeur", "Screen"));
        await OnlyAsync(evening, null, maude, evening.Simone);
    }

    [Fact]
    public async Task The_clock_says_the_hour_the_end_and_what_is_left_for_those_who_wait_and_measures_no_turn()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var maude = await evening.SeatedAsync("Maude");
        await maude.PressAsync(evening.Circle, "temps", ("valeur", "oui"));
        await evening.Simone.PressAsync(evening.Circle, "etape", ("valeur", "1"));
        var before = Said(await maude.PageAsync(evening.Circle));
        Assert.Contains("Il est 19 h 05. La fin est prévue vers 21 h.", before);
        // 115 minutes for three who wait, the one whose turn it is among them.
        Assert.Contains("3 personnes ont encore leur tour : environ 38 minutes chacune.", before);
        await evening.Simone.PressAsync(evening.Circle, "parler");
        evening.House.Clock.Advance(TimeSpan.FromMinutes(40));
        var after = Said(await maude.PageAsync(evening.Circle));
        Assert.Contains("3 personnes ont encore leur tour : environ 25 minutes chacune.", after);
        Assert.DoesNotContain("40", after[after.IndexOf(Clock, StringComparison.Ordinal)..after.IndexOf("Aucun tour n’est mesuré", StringComparison.Ordinal)]);
    }

    static string Said(string page) => page.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    /// <summary>Whether they ask for the page, or it comes by itself or in parts.</summary>
    static async Task OnlyAsync(WatchedEvening evening, HttpClient? one, params HttpClient[] all)
    {
        foreach (var browser in all)
            foreach (var address in new[] { "", "?auto=1", "?auto=suite" })
                Assert.Equal(browser == one, (await browser.PageAsync(evening.Circle + address)).Contains(Clock, StringComparison.Ordinal));
    }
}
