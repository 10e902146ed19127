using Alentour.Community.People;
using Alentour.Practices.Circles;
using Alentour.Practices.Circles.Seats;
using static Alentour.Tests.Practices.Circles.Evening;

namespace Alentour.Tests.Practices.Circles;

/// <summary>Who keeps the circle of an evening, who holds the time, who is there to talk aside.</summary>
public sealed class CircleKeepingRules
{
    [Fact]
    public void Whoever_asks_keeps_the_circle_when_the_keeper_gives_no_sign_for_two_minutes()
    {
        var evening = new Evening();
        var maude = evening.Sits("Maude");
        evening.Circle.AskToKeep(maude, evening.Now);
        evening.LaterBy(119.9);
        Assert.True(evening.Circle.IsKept(evening.Simone));
        evening.LaterBy(0.1);
        Assert.True(evening.Circle.IsKept(maude));
        Assert.Null(evening.Circle.Asked);
        Refused("circle.refusal.keeper", () => evening.Circle.AnswerAsked(evening.Simone, maude.Id, isYes: false));
    }

    [Fact]
    public void A_sign_of_the_keeper_gives_them_two_minutes_more_and_a_telephone_that_dies_then_blocks_nobody()
    {
        var evening = new Evening();
        var maude = evening.Sits("Maude");
        evening.Circle.AskToKeep(maude, evening.Now);
        evening.LaterBy(60);
        Assert.False(evening.Circle.Sign(maude, evening.Now));
        Assert.True(evening.Circle.Sign(evening.Simone, evening.Now));
        evening.LaterBy(119.9);
        Assert.True(evening.Circle.IsKept(evening.Simone));
        evening.LaterBy(0.1);
        Assert.True(evening.Circle.IsKept(maude));
    }

    [Fact]
    public void After_a_no_the_circle_stays_and_one_may_ask_again()
    {
        var evening = new Evening();
        var maude = evening.Sits("Maude");
        evening.Circle.AskToKeep(maude, evening.Now);
        evening.Circle.AnswerAsked(evening.Simone, maude.Id, isYes: false);
        evening.LaterBy(3600);
        Assert.True(evening.Circle.IsKept(evening.Simone));
        Refused("circle.refusal.askedGone", () => evening.Circle.AnswerAsked(evening.Simone, maude.Id, isYes: true));
        evening.Circle.AskToKeep(maude, evening.Now);
        evening.LaterBy(120);
        Assert.True(evening.Circle.IsKept(maude));
    }

    [Fact]
    public void Of_two_who_ask_the_first_is_answered()
    {
        var evening = new Evening();
        var (maude, luc) = (evening.Sits("Maude"), evening.Sits("Luc"));
        evening.Circle.AskToKeep(maude, evening.Now);
        Refused("circle.refusal.alreadyAsked", () => evening.Circle.AskToKeep(luc, evening.Now));
        Refused("circle.refusal.askedGone", () => evening.Circle.AnswerAsked(evening.Simone, luc.Id, isYes: true));
        evening.Circle.Leave(maude, evening.Now);
        evening.LaterBy(3600);
        Assert.True(evening.Circle.IsKept(evening.Simone));
        evening.Circle.AskToKeep(luc, evening.Now);
        Assert.Equal(luc.Id, evening.Circle.Asked?.Seat);
    }

    [Fact]
    public void When_the_keeper_leaves_whoever_asked_keeps_it_and_else_the_next_who_asks_does_at_once()
    {
        var evening = new Evening();
        var (maude, luc) = (evening.Sits("Maude"), evening.Sits("Luc"));
        evening.Circle.AskToKeep(maude, evening.Now);
        evening.Circle.Sign(evening.Simone, evening.Now);
        evening.Circle.Leave(evening.Simone, evening.Now);
        Assert.True(evening.Circle.IsKept(maude));
        evening.Circle.Leave(maude, evening.Now);
        Assert.Null(evening.Circle.Keeper);
        evening.Circle.AskToKeep(luc, evening.Now);
        Assert.True(evening.Circle.IsKept(luc));
    }

    [Fact]
    public void The_circle_is_handed_to_a_seated_member_and_to_nobody_else()
    {
        var evening = new Evening();
        var (maude, luc) = (evening.Sits("Maude"), evening.Sits("Luc"));
        evening.Circle.Leave(luc, evening.Now);
        foreach (var other in new[] { luc, evening.Sits("Zoé", SeatKind.NewMember), evening.Sits("Ana", SeatKind.Visitor), evening.Sits("Line", SeatKind.Guest, RoleKind.Staff), evening.Sits("Paul", SeatKind.Member, RoleKind.Volunteer), evening.ByHand("Rose", SeatWay.Room), evening.Circle.SitTablet(Guid.NewGuid(), new Sitter(null, "d")) })
        {
            Refused("circle.refusal.notAMember", () => evening.Circle.HandOver(evening.Simone, other));
            Refused("circle.refusal.notAMember", () => evening.Circle.AskToKeep(other, evening.Now));
        }
        evening.Circle.HandOver(evening.Simone, maude);
        Assert.True(evening.Circle.IsKept(maude));
        Refused("circle.refusal.keeper", () => evening.Circle.HandOver(evening.Simone, evening.Simone));
    }

    [Fact]
    public void What_the_keeper_does_nobody_else_does()
    {
        var evening = new Evening();
        var maude = evening.Sits("Maude");
        var rose = evening.ByHand("Rose", SeatWay.Phone);
        evening.Round();
        foreach (var act in new Action[]
        {
            () => evening.Circle.GoTo(maude, 3, evening.Page.Round, evening.Now), () => evening.Circle.Propose(maude, "On change d'heure", evening.Page.Round, evening.Now),
            () => evening.Circle.Ask(maude, "?"), () => evening.Circle.SeatByHand(maude, Somebody("Guy", SeatKind.ByHand), evening.Now), () => evening.Circle.TakeAway(maude, rose, evening.Now),
            () => evening.Circle.SetWhere(maude, rose, evening.Turn, evening.Now), () => evening.Circle.HandOver(maude, maude), () => evening.Circle.AnswerAsked(maude, maude.Id, isYes: true),
        })
            Refused("circle.refusal.keeper", act);
        Refused("circle.refusal.notYours", () => evening.Circle.Answer(maude, TurnAnswer.ComeBack, evening.Turn, null, evening.Now));
    }

    [Fact]
    public void Of_two_who_take_the_time_or_are_there_to_talk_one_does()
    {
        var evening = new Evening();
        var (maude, luc) = (evening.Sits("Maude"), evening.Sits("Luc"));
        evening.Circle.HoldTime(maude, holds: true);
        evening.Circle.BeThere(luc, isThere: true);
        Refused("circle.refusal.timeTaken", () => evening.Circle.HoldTime(luc, holds: true));
        Refused("circle.refusal.supportTaken", () => evening.Circle.BeThere(maude, isThere: true));
        evening.Circle.HoldTime(luc, holds: false);
        Assert.Equal(maude.Id, evening.Circle.TimeKeeper);
        evening.Circle.HoldTime(maude, holds: false);
        evening.Circle.HoldTime(luc, holds: true);
        evening.Circle.Leave(luc, evening.Now);
        Assert.Equal((null, null), (evening.Circle.TimeKeeper, evening.Circle.Support));
    }

    [Fact]
    public void Somebody_who_is_there_to_talk_loses_no_turn_when_they_are_asked_aside()
    {
        var evening = new Evening();
        var maude = evening.Sits("Maude");
        evening.Circle.BeThere(evening.Simone, isThere: true);
        evening.Round();
        evening.Answer(evening.Simone, TurnAnswer.Speak);
        evening.Circle.GoAside(maude, evening.Page, evening.Now);
        Assert.Equal(evening.Simone, evening.Circle.Holder);
        Assert.True(evening.Circle.Round.Turn!.IsSpeaking && maude.Place.IsAway && !evening.Simone.Place.IsAway);
        Assert.Equal(evening.Simone.Id, evening.Circle.MayWrite(maude, evening.Simone.Id, 0));
        evening.Circle.Choose(maude, maude, Choice.TakePart, evening.Page, evening.Now);
        Refused("circle.refusal.nobodyThere", () => evening.Circle.MayWrite(maude, evening.Simone.Id, 0));
    }

    [Fact]
    public void Nobody_stays_aside_with_somebody_who_came_after()
    {
        var evening = new Evening();
        var (maude, luc, jean) = (evening.Sits("Maude"), evening.Sits("Luc"), evening.Sits("Jean-Guy"));
        evening.Circle.BeThere(maude, isThere: true);
        evening.Circle.GoAside(luc, evening.Page, evening.Now);
        Assert.Equal([maude], evening.Circle.AsideWith(luc));
        evening.Circle.Leave(maude, evening.Now);
        evening.Circle.BeThere(jean, isThere: true);
        evening.Circle.GoAside(evening.Simone, evening.Page, evening.Now);
        Assert.Empty(evening.Circle.AsideWith(luc));
        Assert.Equal([evening.Simone], evening.Circle.AsideWith(jean));
    }
}
