using Alentour.Foundation.Texts;
using Alentour.Practices.Circles.Seats;

namespace Alentour.Practices.Circles;

// Text mode, and signs to whoever speaks.
public sealed partial class Circle
{
    /// <summary>A word or a sign was kept, which stands in no row of the circle itself: those who listen are told.</summary>
    internal bool HasNews { get; set; }

    /// <summary>To whom a seat may write now: null for everybody, while it speaks; aside, the seat it talks with.</summary>
    /// <param name="turn">The turn in which it was written: words for everybody land in no other.</param>
    /// <exception cref="RefusalException">It is not their turn, and they are not aside with that seat.</exception>
    public Guid? MayWrite(Seat by, Guid? to, int turn)
    {
        if (to is null && (Holder != by || !Round.Turn!.IsSpeaking))
            throw new RefusalException("circle.refusal.notSpeaking");
        if (to is null)
            return Round.Turn!.Number == turn ? null : throw new RefusalException("round.refusal.turn");
        return Of(to) is { } other && other != by && AsideWith(by).Contains(other) ? to : throw new RefusalException("circle.refusal.nobodyThere");
    }

    /// <summary>Those with whom a seat is aside now.</summary>
    public IEnumerable<Seat> AsideWith(Seat seat) =>
        !seat.IsAside ? [] : seat.Id == Support ? Here.Where(s => s.IsAside && s != seat) : Here.Where(s => s.IsAside && s.Id == Support);

    /// <summary>What somebody wished for goes with the turn, like signs: a wish that stayed would tell who had the pebble.</summary>
    internal void ForgetWishes() => Seats.ForEach(s => s.Wish = null);

    /// <summary>How somebody wishes to be listened to (R068), said by them or by whoever chooses for them; null takes it back.</summary>
    public void SetWish(Seat by, Seat seat, Wish? wish)
    {
        if (!seat.IsHere || !MayChooseFor(by, seat))
            throw new RefusalException("circle.refusal.notYours");
        seat.Wish = wish;
    }

    /// <summary>A sign goes to whoever speaks; it carries the turn.</summary>
    public void RefuseSign(Seat by, int turn)
    {
        if (Holder is not { } speaker || Round.Turn!.Number != turn || speaker == by || by.IsTablet)
            throw new RefusalException("round.refusal.turn");
    }
}
