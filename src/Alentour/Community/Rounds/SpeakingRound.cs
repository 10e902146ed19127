using Alentour.Foundation.Texts;

namespace Alentour.Community.Rounds;

/// <summary>
/// A round of speaking turns: one speaker at most, everybody who keeps their turn once before anybody twice, nobody left out.
/// Time is given, never asked. Refusals are <see cref="RefusalException"/>s with the keys "round.refusal.…".
/// </summary>
public sealed partial class SpeakingRound
{
    /// <summary>How long an offered turn waits for a sign.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    readonly List<Place> _places;

    public SpeakingRound(TurnOrder order, IEnumerable<Place> places) => (Order, _places) = (order, [.. places]);

    public TurnOrder Order { get; }

    public RoundForm Form { get; internal set; }

    /// <summary>Rises with each round; a choice made while waiting names it.</summary>
    public int Number { get; internal set; }

    public int LastTurn { get; internal set; }

    /// <summary>Rises with each person who asks to speak in this round; those who went out meanwhile keep their number.</summary>
    public int LastAsked { get; internal set; }

    public SpeakingTurn? Turn { get; internal set; }

    public IReadOnlyList<Place> Places => _places;

    /// <summary>Everybody who wished to has had their turn.</summary>
    public bool IsOver => Form != RoundForm.Open && Turn is null && !_places.Any(p => p.IsReady);

    /// <summary>Somebody on a pause kept their turn, and has not answered.</summary>
    public bool IsAwaited => _places.Any(p => p is { IsAway: true, Standing: not RoundStanding.Through });

    /// <summary>A round of consent that is over and in which no objection stands.</summary>
    public bool IsConsented => Form == RoundForm.Consent && IsOver && !IsAwaited && !_places.Any(p => p.Objects);

    public Place? Holder => Turn is { } turn ? _places.Find(p => p.Seat == turn.Seat) : null;

    public Place? Of(Guid seat) => _places.Find(p => p.Seat == seat);

    /// <summary>Those whose turn comes, in order, without the one whose turn it is.</summary>
    public IReadOnlyList<Place> Coming => [.. _places.Where(p => p.IsReady && p.Seat != Turn?.Seat).Sort(Order, Form, Holder)];

    /// <summary>To whom the pebble may be handed on: those whose turn comes, before those who wait for the end or ask again.</summary>
    public IReadOnlyList<Place> MayBeHandedTo =>
        Order == TurnOrder.Pebble && Coming is [var first, ..] coming ? [.. coming.TakeWhile(p => (p.HadThisRound, p.Standing) == (first.HadThisRound, first.Standing))] : [];

    /// <summary>Begins a round; what was under way ends.</summary>
    public void Begin(RoundForm form, DateTimeOffset now)
    {
        (Form, Number, Turn, LastAsked) = (form, Number + 1, null, 0);
        _places.ForEach(p => p.Begin(form));
        Settle(now);
    }

    /// <summary>
    /// Somebody takes a place while the round is under way: nobody is left out because they came late. Whoever left during this round comes
    /// back to where they stood in it, so that nobody speaks twice by going out.
    /// </summary>
    public void Arrive(Place place, DateTimeOffset now)
    {
        if (Of(place.Seat) is not null)
            return;
        var comesBack = place.LeftIn > 0 && place.LeftIn == Number;
        if (!comesBack)
            place.Begin(Form);
        (place.LeftIn, place.IsAway) = (0, false);
        place.ComesNext = !comesBack && Order == TurnOrder.NewcomersFirst && place.IsNewcomer && Form == RoundForm.Everyone;
        _places.Add(place);
        Settle(now);
    }

    /// <summary>Gives a place up.</summary>
    public void Leave(Guid seat, DateTimeOffset now)
    {
        if (Of(seat) is not { } place)
            return;
        place.LeftIn = Number;
        if (Turn is { IsSpeaking: true } && Turn.Seat == seat)
            place.End();
        _places.Remove(place);
        Free(place, now);
    }

    Place Answering(Guid seat, AsOf page)
    {
        if (Number != page.Round)
            throw new RefusalException("round.refusal.round");
        var place = Of(seat) ?? throw new RefusalException("round.refusal.gone");
        return page.Turn < place.Since ? throw new RefusalException("round.refusal.turn") : place;
    }

    SpeakingTurn Answered(int turn) => Turn is { } now && now.Number == turn ? now : throw new RefusalException("round.refusal.turn");

    Place HolderOf(SpeakingTurn turn) => _places.Find(p => p.Seat == turn.Seat) ?? throw new RefusalException("round.refusal.gone");

    void Free(Place place, DateTimeOffset now)
    {
        if (Turn?.Seat == place.Seat)
            Turn = null;
        Settle(now, place);
    }

    void Settle(DateTimeOffset now, Place? after = null)
    {
        if (Turn is null && Form != RoundForm.Open && _places.Where(p => p.IsReady).Sort(Order, Form, after).FirstOrDefault() is { } next)
            Offer(next, now);
    }

    void Offer(Place place, DateTimeOffset now)
    {
        place.ComesNext = false;
        Turn = new SpeakingTurn(++LastTurn, place.Seat, IsSpeaking: false, place.IsSeatedByHand ? null : now + Patience);
    }
}
