using System.Text.Json;
using Alentour.Community.Rounds;
using FsCheck;
using FsCheck.Fluent;

namespace Alentour.Tests.Community.Rounds;

/// <summary>What holds in any round, whatever people do in it and in whatever order the group speaks.</summary>
public sealed class SpeakingRoundRules
{
    static readonly Config Thousands = Config.QuickThrowOnFailure.WithMaxTest(2000).WithStartSize(30).WithEndSize(150);

    [Fact]
    public void One_person_speaks_at_most_and_it_is_somebody_who_is_there_and_takes_part() => AfterEveryDeed((round, _) =>
    {
        Assert.Equal(round.Round.Places.Count, round.Round.Places.Select(p => p.Seat).Distinct().Count());
        if (round.Round.Turn is { } turn)
            Assert.Single(round.Round.Places, p => p.Seat == turn.Seat && p.IsReady);
    });

    [Fact]
    public void The_pebble_goes_from_one_to_the_next_as_the_group_decided() => Check(any =>
    {
        var (round, simple) = (new PlayedHistory(any.Order), new SimpleRound(any.Order));
        foreach (var deed in any.Deeds)
        {
            round.Do(deed);
            if (round is { Refusal: null, WentOn: true })
                simple.Do(deed);
            Assert.Equal((simple.Holder, simple.Holder is not null && simple.Speaks), (round.Holder, round.Round.Turn is { IsSpeaking: true }));
            Assert.Equal(simple.Line(simple.Holder), round.Round.Coming.Select(p => PlayedHistory.Who(p.Seat)));
            Assert.All(simple.People, p => Assert.Equal((int)p.Holds, round.Known(p.Who)!.Standing switch { RoundStanding.Waiting => 0, RoundStanding.Later => 1, _ => 2 }));
        }
    });

    [Fact]
    public void Everybody_who_keeps_their_turn_speaks_once_before_anybody_speaks_twice() => Check(any =>
    {
        var (round, turns) = (new PlayedHistory(any.Order), new Dictionary<int, int>());
        foreach (var deed in any.Deeds)
        {
            var (number, before) = (round.Round.Number, Through(round));
            round.Do(deed);
            // Whoever keeps the round may say that the room stands where somebody was thought to have been.
            if (round.Refusal is null && deed.Kind == Kind.SetWhere)
                turns.Remove(deed.Who);
            if (round.Round.Number != number)
                turns.Clear();
            else if (deed.Kind != Kind.Arrive)
                Through(round).Except(before).ToList().ForEach(w => turns[w] = turns.GetValueOrDefault(w) + 1);
            if (round.Round.Form is RoundForm.Everyone or RoundForm.Consent)
                Assert.DoesNotContain(turns.Values, t => t > 1);
            if (round.Holder is { } holder && round.Round.Turn!.Number != round.Before?.Number && turns.GetValueOrDefault(holder) > 0)
                Assert.All(round.Round.Coming, p => Assert.True(turns.GetValueOrDefault(PlayedHistory.Who(p.Seat)) > 0));
        }
    });

    [Fact]
    public void Nobody_who_is_ready_is_left_out() => Check(any =>
    {
        var round = new PlayedHistory(any.Order);
        foreach (var deed in any.Deeds)
        {
            round.Do(deed);
            if (round.Round.Form != RoundForm.Open)
                Assert.True(round.Round.Turn is not null || !round.Round.Places.Any(p => p.IsReady));
            Assert.False(round.Round.IsOver && round.Round.Places.Any(p => p.IsReady));
        }
        var ready = round.Round.Form == RoundForm.Open ? [] : round.Round.Places.Where(p => p.IsReady).Select(p => p.Seat).ToList();
        var spoke = new List<Guid>();
        while (round.Round is { Turn: { } turn, Form: not RoundForm.Open })
        {
            spoke.Add(turn.Seat);
            Assert.InRange(spoke.Count, 1, ready.Count);
            round.Do(new Deed(Kind.Done, 0, 0));
        }
        Assert.Equal(ready.Order(), spoke.Order());
    });

    [Fact]
    public void What_comes_late_or_is_refused_changes_nothing_and_says_a_sentence() => Check(any =>
    {
        var (round, sentences) = (new PlayedHistory(any.Order), Sentences());
        foreach (var deed in any.Deeds)
        {
            var (before, isOld) = (round.Whole(), deed.IsAnswer && deed.Late > 0 || deed.IsChoice && deed.Late % 2 == 1);
            round.Do(deed);
            if (isOld)
                Assert.NotNull(round.Refusal);
            if (round.Refusal is null)
                continue;
            Assert.Contains(round.Refusal, sentences);
            Assert.Equal(before, round.Whole());
        }
    });

    [Fact]
    public void What_was_pressed_before_a_turn_began_or_went_by_does_not_touch_what_came_of_it() => Check(any =>
    {
        var (round, since) = (new PlayedHistory(any.Order), new Dictionary<int, int>());
        foreach (var deed in any.Deeds)
        {
            var (was, page, number) = (round.Round.Turn, round.Round.LastTurn - deed.Late / 2, round.Round.Number);
            var mayAsk = round.Known(deed.Who) is { Standing: RoundStanding.Through };
            round.Do(deed);
            if (deed.IsChoice && round.Refusal is null && since.TryGetValue(deed.Who, out var from) && round.Known(deed.Who)!.Standing != RoundStanding.Through | deed.Kind == Kind.Pass)
                Assert.InRange(page, from, int.MaxValue);
            if (deed.IsChoice && deed.Late < 2)
                Assert.NotEqual("round.refusal.turn", round.Refusal);
            if (round.Round.Number != number)
                since.Clear();
            Through(round).ForEach(w => since.Remove(w));
            if (deed.Kind == Kind.Ask && round.Refusal is null && mayAsk)
                since[deed.Who] = was?.Number ?? page + deed.Late / 2 + 1;
            if (round.Round.Turn is { IsSpeaking: true } turn)
                since[round.Holder!.Value] = turn.Number;
            if (was is { IsSpeaking: false } && round is { Refusal: null, WentOn: true } && deed.Kind is Kind.Wait or Kind.ComeBack && Late(round, was.Seat))
                since[PlayedHistory.Who(was.Seat)] = was.Number + 1;
        }
    });

    [Fact]
    public void A_turn_that_is_offered_is_spoken_by_a_press_alone() => AfterEveryDeed((round, deed) =>
    {
        if (round.Round.Turn is { IsSpeaking: true } && (round.Refusal is not null || deed.Kind is not (Kind.Speak or Kind.SetWhere)))
            Assert.Equal(round.Round.Turn, round.Before);
    });

    [Fact]
    public void A_speaking_turn_ends_by_its_person_or_by_whoever_keeps_the_round() => AfterEveryDeed((round, deed) =>
    {
        if (round.Before is { IsSpeaking: true } && round.Round.Turn != round.Before)
            Assert.True(deed.Kind is Kind.Done or Kind.Object or Kind.ComeBack or Kind.SetWhere or Kind.Begin
                || PlayedHistory.Who(round.Before.Seat) == deed.Who && deed.Kind is Kind.Pass or Kind.Listen or Kind.Rest or Kind.Leave);
    });

    [Fact]
    public void Without_a_sign_for_two_minutes_a_turn_comes_later_and_the_second_time_it_ends() => Check(any =>
    {
        var (round, missed) = (new PlayedHistory(any.Order), new HashSet<int>());
        DateTimeOffset? sign = null;
        foreach (var deed in any.Deeds)
        {
            var (before, number) = (round.Round.Turn, round.Round.Number);
            round.Do(deed);
            var isDue = before is { IsSpeaking: false } && PlayedHistory.Who(before.Seat) is not (1 or 4) && round.Now - sign >= TimeSpan.FromMinutes(2);
            if (deed.Kind == Kind.Wait)
                Assert.Equal(isDue, round.WentOn);
            if (round.Refusal is null && (deed.Kind == Kind.Wait && round.WentOn || deed.Kind == Kind.ComeBack && !before!.IsSpeaking))
                Assert.Equal(missed.Add(PlayedHistory.Who(before!.Seat)) ? RoundStanding.Later : RoundStanding.Through, round.Round.Of(before.Seat)!.Standing);
            if (round.Round.Number != number)
                missed.Clear();
            missed.ExceptWith(Through(round));
            if (round.Round.Turn?.Number != before?.Number || deed.Kind == Kind.Sign && round.Holder == deed.Who)
                sign = round.Now;
        }
    });

    [Fact]
    public void A_turn_that_was_passed_leaves_the_same_as_one_that_was_spoken() => Check(any =>
    {
        var (passed, spoken) = (Play(any), Play(any));
        if (passed.Round.Turn is not { } turn)
            return;
        passed.Do(new Deed(Kind.Pass, passed.Holder!.Value, 0));
        spoken.Do(new Deed(Kind.Speak, 0, 0));
        // Handed to nobody in particular, as whoever passes does.
        spoken.Round.Done(turn.Number, null, spoken.Now);
        Assert.Equal((null, null), (passed.Refusal, spoken.Refusal));
        Assert.Equal(passed.Whole(), spoken.Whole());
    });

    static bool Late(PlayedHistory round, Guid seat) => round.Round.Of(seat) is { Standing: RoundStanding.Later };

    static List<int> Through(PlayedHistory round) => [.. Enumerable.Range(0, AnyHistory.People).Where(w => round.Known(w) is { Standing: RoundStanding.Through })];

    static PlayedHistory Play(AnyHistory any)
    {
        var round = new PlayedHistory(any.Order);
        foreach (var deed in any.Deeds)
            round.Do(deed);
        return round;
    }

    static void AfterEveryDeed(Action<PlayedHistory, Deed> holds) => Check(any =>
    {
        var round = new PlayedHistory(any.Order);
        foreach (var deed in any.Deeds)
        {
            round.Do(deed);
            holds(round, deed);
        }
    });

    static void Check(Action<AnyHistory> holds) => Prop.ForAll(AnyHistory.All(), any => holds(any)).Check(Thousands);

    static HashSet<string> Sentences() =>
        [.. JsonSerializer.Deserialize<Dictionary<string, string>>(typeof(SpeakingRound).Assembly.GetManifestResourceStream("Alentour.Community.Rounds.Texts.fr.json")!)!.Keys];
}
