using Alentour.Foundation.Texts;

namespace Alentour.Community.Rounds;

// What a person chooses while they wait: five choices, equals, and none of them an outcome.
public sealed partial class SpeakingRound
{
    /// <summary>Lets one's turn go by, waiting for it or holding it.</summary>
    /// <param name="page">What the choice answers.</param>
    public void Pass(Guid seat, AsOf page, DateTimeOffset now)
    {
        var place = Answering(seat, page);
        if (place.Standing == RoundStanding.Through)
            throw new RefusalException("round.refusal.through");
        place.End();
        Free(place, now);
    }

    /// <summary>Once more at the end.</summary>
    public void Later(Guid seat, AsOf page, DateTimeOffset now)
    {
        var place = Answering(seat, page);
        if (place.Standing == RoundStanding.Through)
            throw new RefusalException("round.refusal.through");
        if (place.SaidLater || Turn is { IsSpeaking: true } turn && turn.Seat == seat)
            throw new RefusalException(place.SaidLater ? "round.refusal.laterOnce" : "round.refusal.speaking");
        (place.Standing, place.SaidLater, place.ComesNext) = (RoundStanding.Later, true, false);
        Free(place, now);
    }

    /// <summary>Only listens, until they say otherwise.</summary>
    public void Listen(Guid seat, AsOf page, DateTimeOffset now) => StepBack(Answering(seat, page), p => p.IsListening = true, now);

    /// <summary>A pause; the turn they kept comes when they are back.</summary>
    public void Rest(Guid seat, AsOf page, DateTimeOffset now) => StepBack(Answering(seat, page), p => p.IsAway = true, now);

    /// <summary>Takes part again, after listening or a pause.</summary>
    public void TakePart(Guid seat, DateTimeOffset now)
    {
        if (Of(seat) is not { } place)
            return;
        (place.IsListening, place.IsAway) = (false, false);
        Settle(now);
    }

    /// <summary>Asks to speak, where turns go to those who ask.</summary>
    public void Ask(Guid seat, AsOf page, DateTimeOffset now)
    {
        var place = Answering(seat, page);
        if (Form != RoundForm.WhoAsks)
            throw new RefusalException("round.refusal.notAsked");
        if (place.Standing == RoundStanding.Through)
            (place.Standing, place.Asked, place.Since) = (RoundStanding.Waiting, ++LastAsked, Turn?.Number ?? LastTurn + 1);
        (place.IsListening, place.IsAway) = (false, false);
        Settle(now);
    }

    // A speaking turn that is left is over; one that was offered is kept.
    void StepBack(Place place, Action<Place> how, DateTimeOffset now)
    {
        if (Turn is { IsSpeaking: true } turn && turn.Seat == place.Seat)
            place.End();
        how(place);
        Free(place, now);
    }
}
