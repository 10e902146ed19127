using Alentour.Community.People;
using Alentour.Community.Rounds;
using Alentour.Practices.Circles;
using Alentour.Practices.Circles.Seats;
using static Alentour.Tests.Practices.Circles.Evening;

namespace Alentour.Tests.Practices.Circles;

/// <summary>A circle that every member has left does not stand still, and nobody else acts in the group's name.</summary>
public sealed class CircleStandInRules
{
    [Theory]
    [InlineData(SeatKind.Visitor)]
    [InlineData(SeatKind.NewMember)]
    public void Where_no_member_is_left_anybody_with_a_screen_moves_the_pebble_on_and_does_nothing_in_the_group_s_name(SeatKind kind)
    {
        var evening = new Evening();
        var (alex, rose) = (evening.Sits("Alex", kind), evening.ByHand("Rose", SeatWay.Phone));
        evening.Round();
        evening.Answer(evening.Simone, TurnAnswer.Done);
        evening.Circle.Leave(evening.Simone, evening.Now);
        while (evening.Circle.Holder == alex)
            evening.Circle.Choose(alex, alex, Choice.Later, evening.Page, evening.Now);
        Assert.Equal(rose, evening.Circle.Holder);
        Refused("circle.refusal.notYours", () => evening.Answer(alex, TurnAnswer.ComeBack));
        evening.Circle.AskToKeep(alex, evening.Now);
        Assert.True(evening.Circle.IsKept(alex));
        evening.Answer(alex, TurnAnswer.ComeBack);
        Assert.Equal(alex, evening.Circle.Holder);
        Refused("circle.refusal.group", () => evening.Circle.SeatByHand(alex, Somebody("Guy", SeatKind.ByHand), evening.Now));
        Refused("circle.refusal.group", () => evening.Circle.Propose(alex, "Changer l'heure?", evening.Circle.Round.Number, evening.Now));
        Refused("circle.refusal.letIn", () => evening.Circle.LetIn(alex, Guid.NewGuid(), evening.Now));
        var maude = evening.Sits("Maude");
        evening.Circle.AskToKeep(maude, evening.Now);
        Assert.True(evening.Circle.IsKept(maude));
    }

    [Fact]
    public void While_a_member_is_seated_or_whoever_asks_holds_a_role_nobody_else_keeps_it()
    {
        var evening = new Evening();
        var (alex, maude, line) = (evening.Sits("Alex", SeatKind.Visitor), evening.Sits("Maude"), evening.Sits("Line", SeatKind.Guest, RoleKind.Staff));
        evening.Circle.Leave(evening.Simone, evening.Now);
        Refused("circle.refusal.notAMember", () => evening.Circle.AskToKeep(alex, evening.Now));
        evening.Circle.Leave(maude, evening.Now);
        Refused("circle.refusal.notAMember", () => evening.Circle.AskToKeep(line, evening.Now));
        evening.Circle.AskToKeep(alex, evening.Now);
        Assert.True(evening.Circle.IsKept(alex));
    }
}
