using Alentour.Foundation.Texts;

namespace Alentour.Community.Rounds;

// What answers the one turn there is. Each answer names it: one that comes late is refused, and changes nothing.
public sealed partial class SpeakingRound
{
    /// <summary>The offered turn is taken, by a press of its person or of whoever keeps the round.</summary>
    public void Speak(int turn)
    {
        var offered = Answered(turn);
        HolderOf(offered).Since = turn;
        Turn = offered with { IsSpeaking = true, LapsesAt = null };
    }

    /// <summary>The turn is over; where the pebble is handed on, to <paramref name="next"/>, if their turn still comes.</summary>
    public void Done(int turn, Guid? next, DateTimeOffset now)
    {
        var holder = HolderOf(Answered(turn));
        holder.End();
        Turn = null;
        if (MayBeHandedTo.FirstOrDefault(p => p.Seat == next) is { } chosen)
            Offer(chosen, now);
        Settle(now, holder);
    }

    /// <summary>« Le galet revient »: whoever keeps the round ends a turn. One that was only offered comes again at the end.</summary>
    public void ComeBack(int turn, DateTimeOffset now)
    {
        if (Answered(turn).IsSpeaking)
            Done(turn, null, now);
        else
            Miss(now);
    }

    /// <summary>In a round of consent: the turn is over, and something must be improved first.</summary>
    public void Object(int turn, DateTimeOffset now)
    {
        var holder = HolderOf(Answered(turn));
        if (Form != RoundForm.Consent)
            throw new RefusalException("round.refusal.noConsent");
        holder.Objects = true;
        Done(turn, null, now);
    }

    /// <summary>Takes an objection back, heard or improved.</summary>
    public void Withdraw(Guid seat)
    {
        if (Of(seat) is { } place)
            place.Objects = false;
    }

    /// <summary>An act or a page asked for by a person: an offered turn of theirs waits anew.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Sign(Guid seat, DateTimeOffset now)
    {
        if (Turn is not { LapsesAt: not null } offered || offered.Seat != seat)
            return false;
        Turn = offered with { LapsesAt = now + Patience };
        return true;
    }

    /// <summary>Lets an offered turn go on when nobody made a sign for too long.</summary>
    /// <returns>Whether it went on.</returns>
    public bool Lapse(DateTimeOffset now)
    {
        if (Turn is not { LapsesAt: { } at } || now < at)
            return false;
        Miss(now);
        return true;
    }

    /// <summary>After a cut, whoever keeps the round says where the room is: this person speaks, and those before them had their turn.</summary>
    public void SetWhere(Guid seat, DateTimeOffset now)
    {
        var place = Of(seat) ?? throw new RefusalException("round.refusal.gone");
        if (Holder is { } holder && holder != place)
            holder.End();
        if (Turn is not null && Turn.Seat != seat && place.IsReady)
            Coming.TakeWhile(p => p != place).Where(p => p.Standing == RoundStanding.Waiting).ToList().ForEach(p => p.End());
        (place.Standing, place.IsListening, place.IsAway) = (RoundStanding.Waiting, false, false);
        Offer(place, now);
        Speak(LastTurn);
    }

    void Miss(DateTimeOffset now)
    {
        var holder = Holder!;
        if (holder.HasMissed)
            holder.End();
        else
            (holder.Standing, holder.HasMissed, holder.Since) = (RoundStanding.Later, true, LastTurn + 1);
        Free(holder, now);
    }
}
