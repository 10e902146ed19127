using System.Net;
using System.Text.RegularExpressions;
using Alentour.Tests.Cast;
using Alentour.Tests.Practices.Circles.Watching;
using static Alentour.Tests.Practices.Circles.CircleSteps;

namespace Alentour.Tests.Practices.Circles.Speaking;

/// <summary>« Le galet revient » answers the turn that the keeper's page showed, and never another.</summary>
public sealed class LateReturnPage
{
    [Fact]
    public async Task Pressed_for_a_turn_that_is_over_it_is_refused_with_a_sentence_and_whoever_speaks_now_goes_on()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var (maude, luc) = (await evening.SeatedAsync("Maude"), await evening.SeatedAsync("Luc"));
        await evening.Simone.PressAsync(evening.Circle, "etape", ("valeur", "1"));
        await evening.Simone.PressAsync(evening.Circle, "passer");
        await evening.Simone.PressAsync(evening.Circle, "passer", ("place", await evening.SeatAsync(WatchedEvening.Rosalie)));
        await maude.PressAsync(evening.Circle, "parler");
        var (turn, round) = await ReturnAsync(evening);
        await maude.PressAsync(evening.Circle, "fini");
        await luc.PressAsync(evening.Circle, "parler");
        var rows = await evening.RowsAsync();
        var answer = await evening.Simone.SendAsync(evening.Circle, ("geste", "revient"), ("tour", turn), ("ronde", round));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Matches("""role="alert"[^>]*>Le galet est déjà passé\. Rien n’a changé\.<""", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        Assert.Equal(rows, await evening.RowsAsync());
        Assert.Equal("Vous avez le galet", Centre(await luc.PageAsync(evening.Circle)));
        // The same press of a page of now ends it.
        var (now, same) = await ReturnAsync(evening);
        Assert.NotEqual(turn, now);
        Assert.Equal(round, same);
        Assert.Equal(HttpStatusCode.SeeOther, (await evening.Simone.SendAsync(evening.Circle, ("geste", "revient"), ("tour", now), ("ronde", round))).StatusCode);
        Assert.Equal("La ronde est faite", Centre(await luc.PageAsync(evening.Circle)));
    }

    [Fact]
    public async Task Pressed_when_nobody_has_the_pebble_any_more_or_by_somebody_else_it_changes_nothing()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var maude = await evening.SeatedAsync("Maude");
        await evening.Simone.PressAsync(evening.Circle, "etape", ("valeur", "1"));
        await evening.Simone.PressAsync(evening.Circle, "passer");
        await evening.Simone.PressAsync(evening.Circle, "passer", ("place", await evening.SeatAsync(WatchedEvening.Rosalie)));
        await maude.PressAsync(evening.Circle, "parler");
        var (turn, round) = await ReturnAsync(evening);
        var rows = await evening.RowsAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await maude.SendAsync(evening.Circle, ("geste", "revient"), ("tour", turn), ("ronde", round))).StatusCode);
        Assert.Equal(rows, await evening.RowsAsync());
        await maude.PressAsync(evening.Circle, "fini");
        rows = await evening.RowsAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await evening.Simone.SendAsync(evening.Circle, ("geste", "revient"), ("tour", turn), ("ronde", round))).StatusCode);
        Assert.Equal(rows, await evening.RowsAsync());
    }

    /// <summary>The turn and the round that the keeper's press would answer.</summary>
    static async Task<(string Turn, string Round)> ReturnAsync(WatchedEvening evening)
    {
        var page = await evening.Simone.PageAsync(evening.Circle);
        var form = Regex.Match(page, """name="ronde" value="(\d+)"><input type="hidden" name="tour" value="(\d+)">\s*<button class="button" name="geste" value="revient">Le galet revient<""");
        Assert.True(form.Success, page);
        return (form.Groups[2].Value, form.Groups[1].Value);
    }
}
