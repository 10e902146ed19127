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
}
