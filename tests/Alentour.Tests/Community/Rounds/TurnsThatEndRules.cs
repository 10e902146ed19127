using Alentour.Community.Rounds;
using FsCheck;
using FsCheck.Fluent;

namespace Alentour.Tests.Community.Rounds;

/// <summary>What is left of a turn, of a sign and of an objection.</summary>
public sealed class TurnsThatEndRules
{
    [Fact]
    public void Nothing_tells_how_a_turn_went_that_is_over() => Prop.ForAll(AnyHistory.All(), any =>
    {
        var round = new PlayedHistory(any.Order);
        foreach (var deed in any.Deeds)
        {
            round.Do(deed);
            Assert.All(round.Round.Places.Where(p => p.Standing == RoundStanding.Through), p =>
                Assert.Equal((false, false, false, 0, 0), (p.SaidLater, p.HasMissed, p.ComesNext, p.Asked, p.Since)));
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithStartSize(30).WithEndSize(150));

    [Fact]
    public void A_sign_of_the_person_whose_turn_it_is_lets_it_wait_anew()
    {
        var round = Begun(RoundForm.Everyone, 0, 2);
        var first = round.Holder!.Value;
        round.Do(new Deed(Kind.Wait, 5, 0));
        round.Do(new Deed(Kind.Sign, first == 0 ? 2 : 0, 0));
        Assert.False(round.WentOn);
        round.Do(new Deed(Kind.Sign, first, 0));
        Assert.True(round.WentOn);
        round.Do(new Deed(Kind.Wait, 5, 0));
        Assert.Equal(first, round.Holder);
        round.Do(new Deed(Kind.Wait, 1, 0));
        Assert.NotEqual(first, round.Holder);
    }

    [Fact]
    public void A_proposal_is_consented_to_when_all_have_had_their_turn_and_no_objection_stands()
    {
        var round = Begun(RoundForm.Consent, 0, 2, 3);
        var objects = round.Holder!.Value;
        round.Do(new Deed(Kind.Object, 0, 0));
        round.Do(new Deed(Kind.Done, 0, 0));
        Assert.False(round.Round.IsConsented);
        round.Do(new Deed(Kind.Pass, round.Holder!.Value, 0));
        Assert.True(round.Round is { IsOver: true, IsConsented: false });
        Assert.True(round.Known(objects)!.Objects);
        round.Do(new Deed(Kind.Withdraw, objects, 0));
        Assert.True(round.Round.IsConsented);
    }

    [Fact]
    public void Nobody_has_consented_while_somebody_on_a_pause_keeps_their_turn()
    {
        var round = Begun(RoundForm.Consent, 0, 2, 3);
        var away = new[] { 0, 2, 3 }.First(s => s != round.Holder);
        round.Do(new Deed(Kind.Rest, away, 0));
        while (round.Holder is { } next)
            round.Do(new Deed(Kind.Pass, next, 0));
        Assert.True(round.Round is { IsOver: true, IsAwaited: true, IsConsented: false });
        round.Do(new Deed(Kind.TakePart, away, 0));
        round.Do(new Deed(Kind.Pass, away, 0));
        Assert.True(round.Round.IsConsented);
    }

    [Fact]
    public void Whoever_said_later_and_spoke_may_say_so_again_where_turns_go_to_who_asks()
    {
        var round = Begun(RoundForm.WhoAsks, 0, 2);
        foreach (var deed in new[] { Kind.Ask, Kind.Later, Kind.Done, Kind.Ask, Kind.Later })
        {
            round.Do(new Deed(deed, 0, 0));
            Assert.Null(round.Refusal);
        }
        round.Do(new Deed(Kind.Later, 0, 0));
        Assert.Equal("round.refusal.laterOnce", round.Refusal);
    }

    [Fact]
    public void Whoever_asked_and_went_out_for_a_moment_comes_before_those_who_asked_later()
    {
        var round = Begun(RoundForm.WhoAsks, 0, 2, 3);
        foreach (var (kind, who) in new[] { (Kind.Ask, 2), (Kind.Ask, 0), (Kind.Leave, 0), (Kind.Ask, 3), (Kind.Arrive, 0) })
            round.Do(new Deed(kind, who, 0));
        Assert.Equal([0, 3], round.Round.Coming.Select(p => PlayedHistory.Who(p.Seat)));
    }

    static PlayedHistory Begun(RoundForm form, params int[] people)
    {
        var round = new PlayedHistory(TurnOrder.BySeat);
        foreach (var who in people)
            round.Do(new Deed(Kind.Arrive, who, 0));
        round.Do(new Deed(Kind.Begin, (int)form, 0));
        return round;
    }
}
