using System.Net;
using Alentour.Practices.Circles.Seats;
using Alentour.Tests.Cast;
using static Alentour.Tests.Practices.Circles.CircleSteps;
using static Alentour.Tests.Practices.Circles.Evening;

namespace Alentour.Tests.Practices.Circles;

/// <summary>A service of the evening by lot, with a no that asks for no reason (R055).</summary>
public sealed class CircleDrawPage
{
    const string Asked = "Le sort vous propose de garder le cercle";

    [Fact]
    public async Task The_lot_is_read_by_whoever_it_fell_on_and_by_the_keeper_and_the_role_goes_with_a_yes()
    {
        await using var house = await EveningAsync();
        using var simone = await house.SignedInAsync("Simone");
        var circle = await simone.OpenCircleAsync();
        Assert.DoesNotContain("Tirer un rôle au sort", await simone.PageAsync(circle));
        using var maude = await house.SeatedAsync("Maude", circle);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await maude.PressAsync(circle, "tirer", ("valeur", "garde")));
        Assert.Equal(HttpStatusCode.SeeOther, await simone.PressAsync(circle, "tirer", ("valeur", "garde")));
        Assert.Contains(Asked, await maude.PageAsync(circle));
        Assert.Contains("Le sort est tombé sur Maude.", await simone.PageAsync(circle));
        using var luc = await house.SeatedAsync("Luc", circle);
        Assert.DoesNotContain(" sort ", await luc.PageAsync(circle));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await luc.PressAsync(circle, "sort", ("valeur", "oui")));
        Assert.Equal(HttpStatusCode.SeeOther, await maude.PressAsync(circle, "sort", ("valeur", "non")));
        Assert.DoesNotContain("tombé sur", await simone.PageAsync(circle));
        await luc.PressAsync(circle, "sortir");
        Assert.Equal(HttpStatusCode.SeeOther, await simone.PressAsync(circle, "tirer", ("valeur", "garde")));
        Assert.Equal(HttpStatusCode.SeeOther, await maude.PressAsync(circle, "sort", ("valeur", "oui")));
        Assert.Contains("id=\"keeping\"", await maude.PageAsync(circle));
        Assert.DoesNotContain(Asked, await maude.PageAsync(circle));
    }

    [Fact]
    public void A_lot_falls_on_another_member_with_a_screen_who_may_say_no()
    {
        var evening = new Evening();
        Refused("circle.refusal.nobodyDrawn", () => evening.Circle.Draw(evening.Simone, DrawnRole.Keeping));
        var (maude, luc) = (evening.Sits("Maude"), evening.Sits("Luc"));
        evening.ByHand("Gilles", SeatWay.Room);
        evening.Sits("Ana", SeatKind.Visitor);
        Refused("circle.refusal.keeper", () => evening.Circle.Draw(maude, DrawnRole.Keeping));
        var fell = new HashSet<Guid>();
        for (var i = 0; i < 4; i++)
        {
            evening.Circle.Draw(evening.Simone, DrawnRole.Keeping);
            var drawn = evening.Circle.Of(evening.Circle.Drawn!.Seat)!;
            fell.Add(drawn.Id);
            Refused("circle.refusal.drawnGone", () => evening.Circle.AnswerDrawn(evening.Simone, isYes: true));
            // Who says no, or has not answered yet, is not drawn at once again.
            evening.Circle.Draw(evening.Simone, DrawnRole.Keeping);
            Assert.NotEqual(drawn.Id, evening.Circle.Drawn!.Seat);
            Refused("circle.refusal.drawnGone", () => evening.Circle.AnswerDrawn(drawn, isYes: true));
        }
        Assert.Subset(new HashSet<Guid> { maude.Id, luc.Id }, fell);
        var last = evening.Circle.Of(evening.Circle.Drawn!.Seat)!;
        evening.Circle.AnswerDrawn(last, isYes: true);
        Assert.True(evening.Circle.IsKept(last));
        Assert.Null(evening.Circle.Drawn);
    }

    [Fact]
    public void A_lot_for_the_time_gives_the_time_and_nothing_else_and_goes_with_whoever_leaves()
    {
        var evening = new Evening();
        var maude = evening.Sits("Maude");
        evening.Circle.Draw(evening.Simone, DrawnRole.Time);
        evening.Circle.AnswerDrawn(maude, isYes: false);
        Assert.True(evening.Circle is { TimeKeeper: null, Drawn: null });
        evening.Circle.Draw(evening.Simone, DrawnRole.Time);
        evening.Circle.AnswerDrawn(maude, isYes: true);
        Assert.Equal(maude.Id, evening.Circle.TimeKeeper);
        Assert.True(evening.Circle.IsKept(evening.Simone));
        evening.Circle.Draw(evening.Simone, DrawnRole.Keeping);
        evening.Circle.Leave(maude, evening.Now);
        Assert.Null(evening.Circle.Drawn);
    }
}
