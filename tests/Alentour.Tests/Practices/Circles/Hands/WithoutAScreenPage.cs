using System.Net;
using Alentour.Tests.Cast;
using Alentour.Tests.Practices.Circles.Watching;
using static Alentour.Tests.Practices.Circles.CircleSteps;

namespace Alentour.Tests.Practices.Circles.Hands;

/// <summary>Whoever has no screen chooses as everybody does: by the keeper's page, or by the tablet of the room.</summary>
public sealed class WithoutAScreenPage
{
    const string Keeper = "keeper";
    const string Tablet = "tablet";
    const string Rose = WatchedEvening.Rosalie;

    [Theory, InlineData(Keeper), InlineData(Tablet)]
    public async Task Whoever_speaks_without_a_screen_hands_the_pebble_to_whom_they_wish(string by)
    {
        await using var evening = await WatchedEvening.OpenAsync();
        await Sql.RunAsync(evening.House, "UPDATE circle SET turn_order = 'Pebble'");
        var (maude, hand, rose) = (await evening.SeatedAsync("Maude"), await HandAsync(evening, by), await evening.SeatAsync(Rose));
        await evening.SeatedAsync("Luc");
        await ToRoseAsync(evening);
        Assert.Equal(HttpStatusCode.SeeOther, await hand.PressOfferedAsync(evening.Circle, "parler", rose));
        var luc = await evening.SeatAsync("Luc");
        Assert.True((await hand.OfferAsync(evening.Circle, "fini", rose)).Has("suite", luc));
        Assert.Equal(HttpStatusCode.SeeOther, await hand.PressOfferedAsync(evening.Circle, "fini", rose, ("suite", luc)));
        Assert.Equal("Le galet est chez Luc", Centre(await maude.PageAsync(evening.Circle)));
    }

    [Theory]
    [InlineData(Keeper, "ecouter", "écoute"), InlineData(Tablet, "ecouter", "écoute")]
    [InlineData(Keeper, "pause", "en pause"), InlineData(Tablet, "pause", "en pause")]
    [InlineData(Keeper, "tard", "plus tard"), InlineData(Tablet, "tard", "plus tard")]
    public async Task They_listen_rest_and_keep_their_turn_for_later(string by, string press, string under)
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var (hand, rose) = (await HandAsync(evening, by), await evening.SeatAsync(Rose));
        await evening.SeatedAsync("Maude");
        await evening.Simone.PressAsync(evening.Circle, "etape", ("valeur", "2"));
        Assert.Equal(HttpStatusCode.SeeOther, await hand.PressOfferedAsync(evening.Circle, press, rose));
        Assert.Contains(under, Under(await evening.Simone.PageAsync(evening.Circle))[Rose]);
        if (press == "tard")
            return;
        Assert.Equal(HttpStatusCode.SeeOther, await hand.PressOfferedAsync(evening.Circle, "reprendre", rose));
        Assert.DoesNotContain(under, Under(await evening.Simone.PageAsync(evening.Circle))[Rose]);
    }

    [Theory, InlineData(Keeper), InlineData(Tablet)]
    public async Task They_ask_for_the_pebble_where_it_goes_to_those_who_ask(string by)
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var hand = await HandAsync(evening, by);
        await evening.Simone.PressAsync(evening.Circle, "etape", ("valeur", "3"));
        Assert.Equal(HttpStatusCode.SeeOther, await hand.PressOfferedAsync(evening.Circle, "demander", await evening.SeatAsync(Rose)));
        Assert.Equal($"Le galet est chez {Rose}", Centre(await evening.Simone.PageAsync(evening.Circle)));
    }

    [Theory, InlineData(Keeper), InlineData(Tablet)]
    public async Task They_leave_as_anybody_leaves_and_whoever_pressed_stays(string by)
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var (maude, hand, rose) = (await evening.SeatedAsync("Maude"), await HandAsync(evening, by), await evening.SeatAsync(Rose));
        var form = await hand.OfferAsync(evening.Circle, "sortir", rose);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await form.SendAsync(maude, evening.Circle, ("geste", "sortir"), ("place", rose)));
        Assert.Contains(Rose, await evening.ShownAsync());
        var before = (await evening.ShownAsync()).Count;
        Assert.Equal(HttpStatusCode.SeeOther, await form.SendAsync(hand, evening.Circle, ("geste", "sortir"), ("place", rose)));
        Assert.DoesNotContain(Rose, await evening.ShownAsync());
        Assert.Equal(before - 1, (await evening.ShownAsync()).Count);
        Assert.Contains("data-circle", await hand.PageAsync(evening.Circle));
    }

    [Theory, InlineData(Keeper), InlineData(Tablet)]
    public async Task They_say_how_they_wish_to_be_listened_to_and_no_longer(string by)
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var (maude, hand, rose) = (await evening.SeatedAsync("Maude"), await HandAsync(evening, by), await evening.SeatAsync(Rose));
        await ToRoseAsync(evening);
        Assert.Equal(HttpStatusCode.SeeOther, await hand.PressOfferedAsync(evening.Circle, "souhait", rose, ("valeur", "Heard")));
        Assert.Contains($"{Rose} souhaite de l’écoute", await maude.PageAsync(evening.Circle));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await maude.PressAsync(evening.Circle, "souhait", ("place", rose), ("valeur", "Ideas")));
        Assert.True((await hand.OfferAsync(evening.Circle, "souhait", rose)).Has("valeur", ""));
        Assert.Equal(HttpStatusCode.SeeOther, await hand.PressOfferedAsync(evening.Circle, "souhait", rose, ("valeur", "")));
        Assert.DoesNotContain($"{Rose} souhaite", await maude.PageAsync(evening.Circle));
    }

    [Theory, InlineData(Keeper), InlineData(Tablet)]
    public async Task Their_objection_is_lifted_as_anybody_s(string by)
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var (hand, rose) = (await HandAsync(evening, by), await evening.SeatAsync(Rose));
        await evening.Simone.PressAsync(evening.Circle, "proposer", ("texte", "On change d'heure"));
        await evening.Simone.PressOfferedAsync(evening.Circle, "fini");
        Assert.Equal(HttpStatusCode.SeeOther, await hand.PressOfferedAsync(evening.Circle, "objection", rose));
        Assert.Contains("a une objection", Under(await evening.Simone.PageAsync(evening.Circle))[Rose]);
        Assert.Equal(HttpStatusCode.SeeOther, await hand.PressOfferedAsync(evening.Circle, "objection-levee", rose));
        Assert.Equal("Personne ne s’y oppose", Centre(await evening.Simone.PageAsync(evening.Circle)));
    }

    [Theory, InlineData(Keeper), InlineData(Tablet)]
    public async Task Nothing_is_offered_for_them_that_would_be_refused(string by)
    {
        await using var evening = await WatchedEvening.OpenAsync();
        await evening.Simone.PressAsync(evening.Circle, "asseoir", ("texte", "Gilles"), ("valeur", "Room"), ("cle", "gilles"));
        var (hand, rose, gilles) = (await HandAsync(evening, by), await evening.SeatAsync(Rose), await evening.SeatAsync("Gilles"));
        await evening.Simone.PressAsync(evening.Circle, "etape", ("valeur", "2"));
        await hand.PressOfferedAsync(evening.Circle, "tard", rose);
        var page = await hand.PageAsync(evening.Circle);
        Assert.Null(Offered.Find(page, "tard", rose));
        Assert.NotNull(Offered.Find(page, "passer", rose));
        Assert.NotNull(Offered.Find(page, "tard", gilles));
    }

    /// <summary>Whoever presses for Rosalie.</summary>
    static async Task<HttpClient> HandAsync(WatchedEvening evening, string by) => by == Keeper ? evening.Simone : await evening.TabletAsync();

    /// <summary>The pebble goes round from Simone, who lets it go by.</summary>
    static async Task ToRoseAsync(WatchedEvening evening)
    {
        await evening.Simone.PressAsync(evening.Circle, "etape", ("valeur", "2"));
        await evening.Simone.PressOfferedAsync(evening.Circle, "passer");
        Assert.Equal($"Le galet est chez {Rose}", Centre(await evening.Simone.PageAsync(evening.Circle)));
    }
}
