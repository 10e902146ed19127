using System.Net;
using Alentour.Tests.Cast;
using static Alentour.Tests.Practices.Circles.CircleSteps;

namespace Alentour.Tests.Practices.Circles;

/// <summary>An evening in a circle, through its pages.</summary>
public sealed class CirclePage
{
    [Fact]
    public async Task A_member_opens_the_circle_of_tonight_and_the_pebble_goes_round()
    {
        await using var house = await EveningAsync();
        using var simone = await house.SignedInAsync("Simone");
        var circle = await simone.OpenCircleAsync("Qu'est-ce qui m'a fait du bien?");
        using var maude = await house.SeatedAsync("Maude", circle);
        using var luc = await house.SeatedAsync("Luc", circle);

        Assert.Contains("Qu’est-ce qui m’a fait du bien?", await maude.PageAsync(circle));
        Assert.Equal(HttpStatusCode.SeeOther, await simone.PressAsync(circle, "etape", ("valeur", "1")));
        Assert.Equal("Le galet est chez vous", Centre(await simone.PageAsync(circle)));
        Assert.Equal(HttpStatusCode.SeeOther, await simone.PressAsync(circle, "parler"));
        Assert.Equal("Simone a le galet", Centre(await luc.PageAsync(circle)));
        Assert.Equal("ensuite", Under(await luc.PageAsync(circle))["Maude"]);
        Assert.Equal(HttpStatusCode.SeeOther, await simone.PressAsync(circle, "fini"));
        Assert.Equal(HttpStatusCode.SeeOther, await maude.PressAsync(circle, "passer"));
        Assert.Equal("Le galet est chez vous", Centre(await luc.PageAsync(circle)));
        Assert.Equal(HttpStatusCode.SeeOther, await luc.PressAsync(circle, "passer"));
        Assert.Equal("La ronde est faite", Centre(await maude.PageAsync(circle)));
        Assert.Equal(HttpStatusCode.SeeOther, await simone.PressAsync(circle, "fermer"));
        Assert.Equal(HttpStatusCode.NotFound, (await maude.GetAsync(circle)).StatusCode);
    }

    [Fact]
    public async Task The_circle_outlives_the_telephone_of_its_keeper_and_closes_with_the_last_person()
    {
        await using var house = await EveningAsync();
        using var simone = await house.SignedInAsync("Simone");
        var circle = await simone.OpenCircleAsync();
        await simone.PressAsync(circle, "asseoir", ("texte", "Gilles"), ("valeur", "Room"), ("cle", "gilles"));
        var answer = await simone.SendAsync(circle, ("geste", "sortir"));
        Assert.StartsWith("/cercles/sorti", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        using var maude = await house.SeatedAsync("Maude", circle);
        Assert.Contains("Gilles", Under(await maude.PageAsync(circle)).Keys);
        Assert.Equal(HttpStatusCode.SeeOther, await maude.PressAsync(circle, "garder"));
        var gilles = (await Sql.TextsAsync(house, "SELECT id FROM circle_seat WHERE kind = 'ByHand'")).Single();
        Assert.Equal(HttpStatusCode.SeeOther, await maude.PressAsync(circle, "retirer", ("place", gilles)));
        answer = await maude.SendAsync(circle, ("geste", "sortir"));
        Assert.Equal("/cercles/ferme", answer.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, (await maude.GetAsync(circle)).StatusCode);
    }
}
