using System.Security.Cryptography;
using Alentour.Community.Rounds;
using Alentour.Foundation.Texts;
using Alentour.Practices.Circles.Seats;

namespace Alentour.Practices.Circles;

// The services of one evening: keeping the circle, holding the time, being there to talk aside. None of them reads more than the others.
public sealed partial class Circle
{
    /// <summary>The keeper hands the circle to another member.</summary>
    public void HandOver(Seat by, Seat to)
    {
        RefuseOthers(by);
        if (!to.IsMember)
            throw new RefusalException("circle.refusal.notAMember");
        GiveTo(to.Id);
    }

    /// <summary>
    /// Somebody seated asks to keep the circle; when nobody does, or no member, it is a member's at once. Of two who ask, the first is answered.
    /// </summary>
    public void AskToKeep(Seat by, DateTimeOffset now)
    {
        if (!MayKeep(by))
            throw new RefusalException("circle.refusal.notAMember");
        if (IsKept(by))
            return;
        if (MayTakeAtOnce(by))
            GiveTo(by.Id);
        else if (Asked?.Seat == by.Id)
            return;
        else if (Asked is null)
            Asked = new KeepingAsked(by.Id, now + SpeakingRound.Patience);
        else
            throw new RefusalException("circle.refusal.alreadyAsked");
    }

    /// <summary>Nobody keeps it whose yes a seat would wait for.</summary>
    public bool MayTakeAtOnce(Seat by) => Of(Keeper) is not { IsHere: true } keeper || by.IsMember && !keeper.IsMember;

    /// <summary>The keeper answers whoever asked.</summary>
    /// <param name="asked">The seat that the answer is for.</param>
    public void AnswerAsked(Seat by, Guid asked, bool isYes)
    {
        RefuseOthers(by);
        if (Asked?.Seat != asked)
            throw new RefusalException("circle.refusal.askedGone");
        if (isYes)
            GiveTo(asked);
        else
            Asked = null;
    }

    /// <summary>
    /// The keeper draws by lot who might take a role from here on; who answers no gives no reason, and the keeper draws again. Nothing says who kept
    /// other evenings, so that the lot is the turn.
    /// </summary>
    public void Draw(Seat by, DrawnRole role)
    {
        RefuseAllButTheGroup(by);
        var may = Seats.Where(s => s is { IsMember: true, HasScreen: true, Place.IsAway: false } && s != by && s.Id != (role == DrawnRole.Time ? TimeKeeper : null)).ToList();
        // Whoever has just said no, or not yet answered, only when nobody else is there.
        if (may.Where(s => s.Id != Drawn?.Seat).ToList() is { Count: > 0 } others)
            may = others;
        if (may.Count == 0)
            throw new RefusalException("circle.refusal.nobodyDrawn");
        Drawn = new RoleDrawn(role, may[RandomNumberGenerator.GetInt32(may.Count)].Id);
    }

    /// <summary>Whoever the lot fell on takes the role, or does not.</summary>
    public void AnswerDrawn(Seat by, bool isYes)
    {
        if (Drawn is not { } drawn || drawn.Seat != by.Id)
            throw new RefusalException("circle.refusal.drawnGone");
        Drawn = null;
        if (!isYes)
            return;
        if (drawn.Role == DrawnRole.Keeping)
            GiveTo(by.Id);
        else
            TimeKeeper = by.Id;
    }

    void GiveTo(Guid seat) => (Keeper, Asked, Drawn) = (seat, null, null);

    /// <summary>Takes the time, or gives it back: whoever has it sees a soft clock, nobody else.</summary>
    public void HoldTime(Seat by, bool holds) => TimeKeeper = Held(TimeKeeper, by, holds, "circle.refusal.timeTaken");

    /// <summary>Is there, tonight, for whoever wishes to talk aside.</summary>
    /// <exception cref="RefusalException">Somebody else is, or they are no member: whom one talks to aside is known to the group.</exception>
    public void BeThere(Seat by, bool isThere)
    {
        if (isThere && !by.IsMember)
            throw new RefusalException("circle.refusal.notAMember");
        if (!isThere && Support != by.Id)
            return;
        Support = Held(Support, by, isThere, "circle.refusal.supportTaken");
        if (!isThere)
            Seats.ForEach(s => s.IsAside = false);
    }

    /// <summary>Goes aside with whoever is there for it; the others see a pause.</summary>
    /// <param name="page">What the press answers.</param>
    public void GoAside(Seat by, AsOf page, DateTimeOffset now)
    {
        if (Of(Support) is not { IsHere: true } there || there == by || by.IsTablet)
            throw new RefusalException("circle.refusal.nobodyThere");
        Round.Rest(by.Id, page, now);
        // Nobody loses a turn because somebody else wishes to talk.
        if (Holder != there)
            Round.Rest(there.Id, new AsOf(Round.Number, Round.LastTurn), now);
        (by.IsAside, there.IsAside) = (true, true);
    }

    /// <summary>Whoever was there for the last one who was aside is there for nobody any more, and still on a pause.</summary>
    void LeaveAside(Seat seat)
    {
        seat.IsAside = false;
        if (!Here.Any(s => s.IsAside && s.Id != Support))
            Seats.ForEach(s => s.IsAside = false);
    }

    static Guid? Held(Guid? role, Seat by, bool holds, string taken)
    {
        if (by.IsTablet || by.IsByHand)
            throw new RefusalException("circle.refusal.notYours");
        if (role is { } other && other != by.Id)
            return holds ? throw new RefusalException(taken) : role;
        return holds ? by.Id : null;
    }
}
