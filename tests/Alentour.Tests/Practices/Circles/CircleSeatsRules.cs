using Alentour.Community.People;
using Alentour.Practices.Circles;
using Alentour.Practices.Circles.Seats;
using static Alentour.Tests.Practices.Circles.Evening;

namespace Alentour.Tests.Practices.Circles;

/// <summary>Who comes into a circle and who goes, and who may press for somebody else.</summary>
public sealed class CircleSeatsRules
{
    [Fact]
    public void At_the_second_member_who_asks_a_seat_ends_for_this_circle()
    {
        var evening = new Evening();
        var (maude, luc, ana) = (evening.Sits("Maude"), evening.Sits("Luc"), evening.Sits("Ana", SeatKind.Visitor));
        Assert.False(evening.Circle.AskOut(maude, ana, evening.Now));
        Assert.False(evening.Circle.AskOut(maude, ana, evening.Now));
        Assert.True(ana.IsHere);
        Assert.True(evening.Circle.AskOut(luc, ana, evening.Now));
        Assert.Equal(SeatStay.Ended, ana.Stay);
        Assert.Null(ana.AskedOutBy);
        Assert.DoesNotContain(ana.Place, evening.Circle.Round.Places);
        // One of two who press at once ends it; the other reads that it cannot be asked of whoever is gone.
        Refused("round.refusal.gone", () => evening.Circle.AskOut(evening.Simone, ana, evening.Now));
    }

    [Fact]
    public void Whoever_goes_out_with_the_only_telephone_leaves_the_circle_to_those_without_one()
    {
        var evening = new Evening();
        evening.Circle.SitTablet(Guid.NewGuid(), new Sitter(null, "the room's"));
        var gilles = evening.ByHand("Gilles", SeatWay.Room);
        evening.Circle.Leave(evening.Simone, evening.Now);
        Assert.False(evening.Circle.IsEmpty);
        Assert.Null(evening.Circle.Keeper);
        // A member who comes keeps it at once; when nobody is left, the tablet alone is no circle.
        var maude = evening.Sits("Maude");
        evening.Circle.AskToKeep(maude, evening.Now);
        evening.Circle.TakeAway(maude, gilles, evening.Now);
        evening.Circle.Leave(maude, evening.Now);
        Assert.True(evening.Circle.IsEmpty);
    }

    [Fact]
    public void Whoever_was_asked_to_leave_does_not_come_back_that_evening()
    {
        var evening = new Evening();
        var maude = evening.Sits("Maude");
        var luc = Somebody("Luc", device: "his");
        evening.Circle.Sit(luc, evening.Now);
        evening.Circle.AskOut(maude, luc, evening.Now);
        evening.Circle.AskOut(evening.Simone, luc, evening.Now);
        Refused("circle.refusal.ended", () => evening.Circle.Sit(luc, evening.Now));
        Refused("circle.refusal.ended", () => evening.Circle.SitTablet(Guid.NewGuid(), new Sitter(null, "his")));
    }

    [Fact]
    public void Two_who_sit_there_have_to_ask()
    {
        var evening = new Evening();
        var (maude, luc, jean) = (evening.Sits("Maude"), evening.Sits("Luc"), evening.Sits("Jean-Guy"));
        evening.Circle.AskOut(maude, luc, evening.Now);
        evening.Circle.Leave(maude, evening.Now);
        Assert.False(evening.Circle.AskOut(jean, luc, evening.Now));
        Assert.True(luc.IsHere);
        Assert.True(evening.Circle.AskOut(evening.Simone, luc, evening.Now));
    }

    [Fact]
    public void Whoever_goes_out_and_comes_back_has_been_asked_as_before()
    {
        var evening = new Evening();
        var (maude, luc) = (evening.Sits("Maude"), evening.Sits("Luc"));
        evening.Circle.AskOut(maude, luc, evening.Now);
        evening.Circle.Leave(luc, evening.Now);
        evening.Circle.Sit(luc, evening.Now);
        Assert.True(evening.Circle.AskOut(evening.Simone, luc, evening.Now));
    }

    [Fact]
    public void Only_members_who_sit_there_may_ask_it_and_of_anybody()
    {
        var evening = new Evening();
        var maude = evening.Sits("Maude");
        Seat[] others = [evening.Sits("Zoé", SeatKind.NewMember), evening.Sits("Ana", SeatKind.Visitor), evening.Sits("Line", SeatKind.Guest, RoleKind.Coordinator), evening.Sits("Paul", SeatKind.Member, RoleKind.Volunteer), evening.ByHand("Rose", SeatWay.Room), evening.Circle.SitTablet(Guid.NewGuid(), new Sitter(null, "d"))];
        foreach (var other in others)
            Refused("circle.refusal.askOut", () => evening.Circle.AskOut(other, maude, evening.Now));
        Refused("circle.refusal.askOut", () => evening.Circle.AskOut(maude, maude, evening.Now));
        foreach (var other in others)
        {
            evening.Circle.AskOut(maude, other, evening.Now);
            Assert.True(evening.Circle.AskOut(evening.Simone, other, evening.Now));
        }
    }

    [Fact]
    public void The_keeper_may_be_asked_to_leave_and_then_nobody_keeps_it()
    {
        var evening = new Evening();
        var (maude, luc) = (evening.Sits("Maude"), evening.Sits("Luc"));
        evening.Circle.AskOut(maude, evening.Simone, evening.Now);
        Assert.True(evening.Circle.AskOut(luc, evening.Simone, evening.Now));
        Assert.Null(evening.Circle.Keeper);
        evening.Circle.AskToKeep(luc, evening.Now);
        Assert.True(evening.Circle.IsKept(luc));
    }

    [Fact]
    public void The_tablet_answers_for_those_in_the_room_without_a_screen_and_for_nobody_else()
    {
        var evening = new Evening();
        var (maude, rose, guy) = (evening.Sits("Maude"), evening.ByHand("Rose", SeatWay.Room), evening.ByHand("Guy", SeatWay.Phone));
        var tablet = evening.Circle.SitTablet(Guid.NewGuid(), new Sitter(null, "d"));
        evening.Round();
        Assert.Equal([false, false, true, false, false], new[] { evening.Simone, maude, rose, guy, tablet }.Select(s => evening.Circle.MayChooseFor(tablet, s)));
        Assert.DoesNotContain(tablet.Place, evening.Circle.Round.Places);
        Refused("circle.refusal.notYours", () => evening.Answer(tablet, TurnAnswer.Speak));
        foreach (var other in new[] { evening.Simone, maude, guy, tablet })
            Refused("circle.refusal.notYours", () => evening.Circle.Choose(tablet, other, Choice.Pass, evening.Page, evening.Now));
        evening.Circle.SetWhere(evening.Simone, rose, evening.Turn, evening.Now);
        evening.Answer(tablet, TurnAnswer.Done);
        Assert.NotEqual(rose, evening.Circle.Holder);
    }

    [Fact]
    public void One_screen_is_the_tablet_of_the_room_and_no_screen_has_two_seats()
    {
        var evening = new Evening();
        evening.Circle.SitTablet(Guid.NewGuid(), new Sitter(null, "d"));
        Assert.Same(evening.Circle.SitTablet(Guid.NewGuid(), new Sitter(null, "d")), Assert.Single(evening.Circle.Seats, s => s.IsTablet));
        var ana = evening.Circle.Sit(Somebody("Ana", SeatKind.Visitor, device: "hers"), evening.Now);
        Refused("circle.refusal.sameScreen", () => evening.Circle.SitTablet(Guid.NewGuid(), new Sitter(null, "hers")));
        evening.Circle.Leave(ana, evening.Now);
        evening.Circle.SitTablet(Guid.NewGuid(), new Sitter(null, "hers"));
        Assert.Single(evening.Circle.Seats, s => s.Device == "hers");
    }

    [Fact]
    public void The_keeper_alone_answers_for_those_they_seated_and_no_clock_waits_for_them()
    {
        var evening = new Evening();
        var rose = evening.ByHand("Rose", SeatWay.Phone);
        var maude = evening.Sits("Maude");
        evening.Round();
        evening.Answer(evening.Simone, TurnAnswer.Done);
        while (evening.Circle.Holder != rose)
            evening.Answer(evening.Circle.Holder!, TurnAnswer.Done);
        evening.LaterBy(36000);
        Assert.Equal(rose, evening.Circle.Holder);
        Refused("circle.refusal.notYours", () => evening.Answer(maude, TurnAnswer.Speak));
        Refused("circle.refusal.notYours", () => evening.Circle.Choose(maude, rose, Choice.Pass, evening.Page, evening.Now));
        evening.Circle.Choose(evening.Simone, rose, Choice.Pass, evening.Page, evening.Now);
        Assert.NotEqual(rose, evening.Circle.Holder);
        Refused("circle.refusal.ownSeat", () => evening.Circle.TakeAway(evening.Simone, maude, evening.Now));
        evening.Circle.TakeAway(evening.Simone, rose, evening.Now);
        Assert.False(rose.IsHere);
    }

    [Fact]
    public void The_same_form_sent_twice_seats_once_and_of_two_who_say_come_in_one_opens()
    {
        var evening = new Evening();
        evening.Circle.SeatByHand(evening.Simone, Somebody("Rose", SeatKind.ByHand, key: "k"), evening.Now);
        evening.Circle.SeatByHand(evening.Simone, Somebody("Rose", SeatKind.ByHand, key: "k"), evening.Now);
        Assert.Single(evening.Circle.Here, s => s.Name == "Rose");
        var (maude, ana) = (evening.Sits("Maude"), new Arrival(Guid.NewGuid(), null, "hers", "Ana", VisitId: Guid.NewGuid()));
        evening.Circle.Arrive(ana);
        evening.Circle.Arrive(ana with { Id = Guid.NewGuid() });
        evening.Circle.LetIn(maude, Assert.Single(evening.Circle.Arrivals).Id, evening.Now);
        Refused("circle.refusal.alreadyIn", () => evening.Circle.LetIn(evening.Simone, ana.Id, evening.Now));
        Assert.Single(evening.Circle.Here, s => s.Name == "Ana");
    }

    [Fact]
    public void Whoever_comes_back_from_outside_is_there_again()
    {
        var evening = new Evening();
        var maude = evening.Sits("Maude");
        evening.Circle.Choose(maude, maude, Choice.Rest, evening.Page, evening.Now);
        evening.Circle.Leave(maude, evening.Now);
        evening.Circle.Sit(maude, evening.Now);
        Assert.False(maude.Place.IsAway);
    }
}
