using FsCheck;
using FsCheck.Fluent;

namespace Alentour.Tests.Practices.Circles.Keeping;

/// <summary>What holds of who keeps a circle, whatever people do in it.</summary>
public sealed class CircleKeeperRules
{
    static readonly Config Thousands = Config.QuickThrowOnFailure.WithMaxTest(2000).WithStartSize(30).WithEndSize(150);

    [Fact]
    public void The_circle_is_kept_by_whom_the_plain_rules_say() => AfterEveryDeed((circle, simple, _) =>
        Assert.Equal((simple.Keeper, simple.Asks, simple.Drawn), (circle.Keeper, circle.Asks, circle.Drawn)));

    [Fact]
    public void One_seat_at_most_keeps_it_and_it_is_somebody_who_sits_there() => AfterEveryDeed((circle, simple, _) =>
    {
        var keepers = Enumerable.Range(0, AnyKeeping.People).Where(w => circle.Seat(w) is { } seat && circle.Circle.IsKept(seat)).ToList();
        Assert.InRange(keepers.Count, 0, 1);
        Assert.All(keepers, w => Assert.True(simple.IsHere(w) && circle.Seat(w)!.IsHere));
        if (circle.Asks is { } asks)
            Assert.True(simple.IsHere(asks) && circle.Keeper is not null && circle.Keeper != asks);
    });

    [Fact]
    public void Whoever_comes_to_keep_it_is_a_member_or_asked_while_no_member_but_the_keeper_sat_there() => BeforeAndAfter((before, circle, simple, deed) =>
    {
        if (circle.Asks is { } asks && asks != before.Asks)
            Assert.True(simple.MayKeep(asks), $"{asks} asks, and may not");
        if (circle.Keeper is { } keeper && keeper != before.Keeper)
            Assert.True(SimpleKeeping.IsMember(keeper) || keeper == before.Asks || deed.Act == Act.Ask && simple.MayKeep(keeper), $"{keeper} keeps it, and may not");
    });

    [Fact]
    public void It_passes_only_by_a_yes_by_two_quiet_minutes_by_the_keeper_s_hand_by_lot_or_by_the_keeper_s_leaving()
    {
        var quiet = DateTimeOffset.MinValue;
        BeforeAndAfter((before, circle, _, deed) =>
        {
            if (before.Asks is null && circle.Asks is not null || deed.Act == Act.Sign && deed.Who == before.Keeper)
                quiet = circle.Now;
            if (before.Keeper == circle.Keeper)
                return;
            var (from, to) = (before.Keeper, circle.Keeper);
            Assert.True(deed.Act switch
            {
                Act.Yes => deed.Who == from && deed.Whom == to && before.Asks == to,
                Act.HandOver => deed.Who == from && deed.Whom == to && SimpleKeeping.IsMember(deed.Whom),
                Act.Take => deed.Who == to && before.Drawn == to,
                Act.Leave => deed.Who == from && to == before.Asks,
                Act.Wait => to == before.Asks && circle.Now - quiet >= TimeSpan.FromMinutes(2),
                Act.Ask => deed.Who == to && (from is null || !SimpleKeeping.IsMember(from.Value) && SimpleKeeping.IsMember(deed.Who)),
                _ => false,
            }, $"{from} → {to} by {deed}");
        });
    }

    [Fact]
    public void Whoever_asks_waits_for_no_telephone_that_makes_no_sign()
    {
        var quiet = DateTimeOffset.MinValue;
        BeforeAndAfter((before, circle, _, deed) =>
        {
            if (before.Asks is null && circle.Asks is not null || deed.Act == Act.Sign && deed.Who == before.Keeper)
                quiet = circle.Now;
            if (deed.Act == Act.Wait && before.Asks is not null)
                Assert.Equal(circle.Now - quiet >= TimeSpan.FromMinutes(2), circle.Keeper == before.Asks);
        });
    }

    [Fact]
    public void The_lot_falls_on_another_member_who_sits_there_and_on_somebody_else_than_before_where_there_is() => BeforeAndAfter((before, circle, simple, deed) =>
    {
        if (deed.Act != Act.Draw || circle.Refusal is not null || circle.Drawn is not { } drawn)
            return;
        var others = Enumerable.Range(0, 3).Where(w => simple.IsHere(w) && w != circle.Keeper).ToList();
        Assert.Contains(drawn, others);
        Assert.False(drawn == before.Drawn && others.Count > 1 && circle.Keeper == deed.Who);
    });

    [Fact]
    public void What_is_refused_is_refused_in_both_and_changes_nothing() => BeforeAndAfter((before, circle, simple, _) =>
    {
        Assert.Equal(simple.IsRefused, circle.Refusal is not null);
        if (circle.Refusal is not null)
            Assert.Equal(before, (circle.Keeper, circle.Asks, circle.Drawn));
    });

    [Fact]
    public void Whose_turn_it_is_stays_when_the_keeper_changes() => Prop.ForAll(AnyKeeping.All(), any =>
    {
        var circle = new PlayedKeeping();
        foreach (var deed in any.Deeds)
        {
            var turn = circle.Circle.Round.Turn;
            circle.Do(deed);
            if (deed.Act is Act.Ask or Act.Yes or Act.No or Act.HandOver or Act.Draw or Act.Take)
                Assert.Equal(turn, circle.Circle.Round.Turn);
        }
    }).Check(Thousands);

    static void AfterEveryDeed(Action<PlayedKeeping, SimpleKeeping, Deed> holds) => BeforeAndAfter((_, circle, simple, deed) => holds(circle, simple, deed));

    static void BeforeAndAfter(Action<(int? Keeper, int? Asks, int? Drawn), PlayedKeeping, SimpleKeeping, Deed> holds) => Prop.ForAll(AnyKeeping.All(), any =>
    {
        var (circle, simple) = (new PlayedKeeping(), new SimpleKeeping());
        foreach (var deed in any.Deeds)
        {
            var before = (circle.Keeper, circle.Asks, circle.Drawn);
            circle.Do(deed);
            simple.Do(deed, circle.Drawn);
            holds(before, circle, simple, deed);
        }
    }).Check(Thousands);
}
