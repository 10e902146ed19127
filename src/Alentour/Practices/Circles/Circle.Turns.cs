using Alentour.Community.Rounds;
using Alentour.Foundation.Texts;
using Alentour.Practices.Circles.Seats;

namespace Alentour.Practices.Circles;

/// <summary>The five choices while one waits, equals; and asking to speak, where turns go to who asks.</summary>
public enum Choice
{
    Pass,
    Later,
    Listen,
    Rest,
    TakePart,
    Ask,
}

/// <summary>What answers the turn there is.</summary>
public enum TurnAnswer
{
    Speak,
    Done,
    Object,
    ComeBack,
}

// Whose turn it is, and who may answer it.
public sealed partial class Circle
{
    /// <summary>Whether somebody may choose for a seat: its person, the keeper for whom they seated, the tablet for those in the room.</summary>
    public bool MayChooseFor(Seat by, Seat seat) =>
        by == seat && !by.IsTablet || seat.IsByHand && (IsKept(by) || by.IsTablet && seat.Way == SeatWay.Room);

    /// <param name="page">What the choice answers.</param>
    public void Choose(Seat by, Seat seat, Choice choice, AsOf page, DateTimeOffset now)
    {
        if (!seat.IsHere || !MayChooseFor(by, seat))
            throw new RefusalException("circle.refusal.notYours");
        Action act = choice switch
        {
            Choice.Pass => () => Round.Pass(seat.Id, page, now),
            Choice.Later => () => Round.Later(seat.Id, page, now),
            Choice.Listen => () => Round.Listen(seat.Id, page, now),
            Choice.Rest => () => Round.Rest(seat.Id, page, now),
            Choice.Ask => () => Round.Ask(seat.Id, page, now),
            _ => () => Round.TakePart(seat.Id, now),
        };
        act();
        if (choice is Choice.Rest or Choice.TakePart)
            LeaveAside(seat);
    }

    /// <param name="turn">The turn that is answered.</param>
    /// <param name="next">To whom the pebble is handed, where the group hands it on.</param>
    public void Answer(Seat by, TurnAnswer answer, int turn, Guid? next, DateTimeOffset now)
    {
        // First the turn: whoever comes late reads that it is over, and not that it was somebody else's.
        if (Holder is not { } holder || Round.Turn!.Number != turn)
            throw new RefusalException("round.refusal.turn");
        if (!MayAnswer(by, holder, answer))
            throw new RefusalException("circle.refusal.notYours");
        Action act = answer switch
        {
            TurnAnswer.Speak => () => Round.Speak(turn),
            TurnAnswer.Done => () => Round.Done(turn, next, now),
            TurnAnswer.Object => () => Round.Object(turn, now),
            _ => () => Round.ComeBack(turn, now),
        };
        act();
    }

    /// <summary>The keeper may also begin a turn for somebody whose screen sleeps, and ask the pebble back.</summary>
    bool MayAnswer(Seat by, Seat holder, TurnAnswer answer) => answer switch
    {
        TurnAnswer.ComeBack => IsKept(by),
        TurnAnswer.Speak => IsKept(by) || MayChooseFor(by, holder),
        _ => MayChooseFor(by, holder),
    };

    /// <summary>After a cut the keeper says where the room is, in one press.</summary>
    /// <param name="turn">The last turn the keeper's page knew.</param>
    public void SetWhere(Seat by, Seat speaks, int turn, DateTimeOffset now)
    {
        RefuseOthers(by);
        if (turn != Round.LastTurn)
            throw new RefusalException("round.refusal.turn");
        Round.SetWhere(speaks.Id, now);
    }

    /// <summary>Takes an objection back: whoever made it, or the keeper for those they seated.</summary>
    /// <param name="round">The round that the press answers: an objection to what is proposed now stays.</param>
    public void WithdrawObjection(Seat by, Seat seat, int round)
    {
        if (round != Round.Number)
            throw new RefusalException("round.refusal.round");
        if (!MayChooseFor(by, seat))
            throw new RefusalException("circle.refusal.notYours");
        Round.Withdraw(seat.Id);
    }

    /// <summary>An act of this seat, or a page its person asked for.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Sign(Seat seat, DateTimeOffset now)
    {
        var isHere = IsKept(seat) && Asked is not null;
        if (isHere)
            Asked = Asked! with { AnswersBy = now + SpeakingRound.Patience };
        return Round.Sign(seat.Id, now) || isHere;
    }

    /// <summary>Lets go on what waited too long for a sign.</summary>
    /// <returns>Whether anything went on.</returns>
    public bool Lapse(DateTimeOffset now)
    {
        var isHandedOn = Asked is { AnswersBy: var by } && now >= by;
        if (isHandedOn)
            GiveTo(Asked!.Seat);
        return Round.Lapse(now) || isHandedOn;
    }
}
