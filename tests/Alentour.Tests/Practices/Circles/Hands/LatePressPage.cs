using System.Net;
using Alentour.Tests.Cast;
using Alentour.Tests.Practices.Circles.Watching;
using static Alentour.Tests.Practices.Circles.CircleSteps;

namespace Alentour.Tests.Practices.Circles.Hands;

/// <summary>A press that comes late is refused with a sentence, and never does something elsewhere.</summary>
public sealed class LatePressPage
{
    [Theory, InlineData("Maude"), InlineData(WatchedEvening.Rosalie)]
    public async Task An_objection_to_what_was_proposed_before_is_not_lifted_from_what_is_proposed_now(string name)
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var maude = await evening.SeatedAsync("Maude");
        var (by, seat) = name == "Maude" ? (maude, null) : (evening.Simone, await evening.SeatAsync(name));
        await ObjectAsync(evening, by, seat, "On change d'heure");
        var late = await by.OfferAsync(evening.Circle, "objection-levee", seat);
        await evening.Simone.PressAsync(evening.Circle, "proposition-close");
        await ObjectAsync(evening, by, seat, "On change de salle");
        (string, string)[] pressed = [("geste", "objection-levee"), .. seat is null ? [] : new[] { ("place", seat) }];
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await late.SendAsync(by, evening.Circle, pressed));
        Assert.Contains("a une objection", Under(await evening.Simone.PageAsync(evening.Circle))[name]);
        Assert.Equal(HttpStatusCode.SeeOther, await (await by.OfferAsync(evening.Circle, "objection-levee", seat)).SendAsync(by, evening.Circle, pressed));
        Assert.DoesNotContain("a une objection", Under(await evening.Simone.PageAsync(evening.Circle))[name]);
    }

    [Fact]
    public async Task Words_written_in_one_turn_do_not_land_in_another()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        await SpeakAsync(evening, "1");
        var late = await evening.Simone.OfferAsync(evening.Circle, "ecrire");
        await SpeakAsync(evening, "2");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await late.SendAsync(evening.Simone, evening.Circle, ("geste", "ecrire"), ("texte", "canarimots")));
        Assert.Equal(0, await Sql.NumberAsync(evening.House, "SELECT count(*) FROM circle_word"));
        Assert.Equal(HttpStatusCode.SeeOther, await evening.Simone.PressOfferedAsync(evening.Circle, "ecrire", null, ("texte", "canarimots")));
        Assert.Equal(1, await Sql.NumberAsync(evening.House, "SELECT count(*) FROM circle_word"));
    }

    [Fact]
    public async Task Coming_back_is_possible_whatever_turn_it_is_and_twice_is_once()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var maude = await evening.SeatedAsync("Maude");
        await maude.PressOfferedAsync(evening.Circle, "pause");
        var old = await maude.OfferAsync(evening.Circle, "reprendre");
        await evening.Simone.PressAsync(evening.Circle, "etape", ("valeur", "2"));
        await evening.Simone.PressOfferedAsync(evening.Circle, "passer");
        Assert.Equal(HttpStatusCode.SeeOther, await old.SendAsync(maude, evening.Circle, ("geste", "reprendre")));
        Assert.DoesNotContain("en pause", Under(await evening.Simone.PageAsync(evening.Circle))["Maude"]);
        var once = await evening.RowsAsync();
        Assert.Equal(HttpStatusCode.SeeOther, await old.SendAsync(maude, evening.Circle, ("geste", "reprendre")));
        Assert.Equal(once, await evening.RowsAsync());
    }

    [Fact]
    public async Task A_wish_that_was_said_is_taken_back_by_pressing_it_again()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var maude = await evening.SeatedAsync("Maude");
        await evening.Simone.PressAsync(evening.Circle, "etape", ("valeur", "2"));
        Assert.Equal(HttpStatusCode.SeeOther, await evening.Simone.PressOfferedAsync(evening.Circle, "souhait", null, ("valeur", "Ideas")));
        Assert.Contains("Simone accueille des idées", await maude.PageAsync(evening.Circle));
        var again = await evening.Simone.OfferAsync(evening.Circle, "souhait");
        Assert.Matches("name=\"valeur\" value=\"\" aria-pressed=\"true\"", again.Whole);
        Assert.Equal(HttpStatusCode.SeeOther, await again.SendAsync(evening.Simone, evening.Circle, ("valeur", "")));
        Assert.DoesNotContain("Simone accueille des idées", await maude.PageAsync(evening.Circle));
    }

    static async Task SpeakAsync(WatchedEvening evening, string step)
    {
        await evening.Simone.PressAsync(evening.Circle, "etape", ("valeur", step));
        Assert.Equal(HttpStatusCode.SeeOther, await evening.Simone.PressAsync(evening.Circle, "parler"));
    }

    /// <summary>Something is proposed, and when the pebble is there somebody has an objection.</summary>
    static async Task ObjectAsync(WatchedEvening evening, HttpClient by, string? seat, string proposal)
    {
        await evening.Simone.PressAsync(evening.Circle, "proposer", ("texte", proposal));
        await evening.Simone.PressOfferedAsync(evening.Circle, "fini");
        if (seat is null)
            await evening.Simone.PressOfferedAsync(evening.Circle, "passer", await evening.SeatAsync(WatchedEvening.Rosalie));
        Assert.Equal(HttpStatusCode.SeeOther, await by.PressOfferedAsync(evening.Circle, "objection", seat));
    }
}
