using Alentour.Community.Rounds;
using Alentour.Foundation.Texts;
using Alentour.Practices.Circles.Seats;

namespace Alentour.Practices.Circles.Sitting;

/// <summary>One press on the page of a circle.</summary>
/// <param name="Place">The seat it is about; without one, that of whoever presses.</param>
/// <param name="Tour">The turn it answers, <paramref name="Ronde"/> the round: one that comes late is refused.</param>
/// <param name="Premiere">"oui" when whoever is seated by hand is there for the first time.</param>
/// <param name="Cle">The key of the form, where pressing twice would do twice.</param>
public sealed record CircleForm(string? Geste, Guid? Place, int Tour, int Ronde, Guid? Suite, string? Texte, string? Cle, string? Valeur, string? Premiere = null)
{
    const int LongestQuestion = 200;
    const int LongestProposal = 500;
    const int LongestKey = 64;

    /// <summary>What the press does to the circle. Presses that keep words or signs are in <see cref="CircleActs"/>.</summary>
    /// <exception cref="RefusalException">It may not, or it comes too late.</exception>
    public void Do(Circle circle, Seat mine, DateTimeOffset now)
    {
        var seat = Place is null ? mine : circle.Of(Place) ?? throw new RefusalException("round.refusal.gone");
        if (!Turns(circle, mine, seat, now) && !Seats(circle, mine, seat, now) && !Keeping(circle, mine, seat, now))
            throw new RefusalException("circle.refusal.unknown");
    }

    bool Turns(Circle circle, Seat mine, Seat seat, DateTimeOffset now)
    {
        if (ChoiceOf(Geste) is { } choice)
            circle.Choose(mine, seat, choice, new AsOf(Ronde, Tour), now);
        else if (AnswerOf(Geste) is { } answer)
            circle.Answer(mine, answer, Tour, Suite, now);
        else if (Geste == "ou")
            circle.SetWhere(mine, seat, Tour, now);
        else if (Geste == "objection-levee")
            circle.WithdrawObjection(mine, seat, Ronde);
        else
            return false;
        return true;
    }

    bool Seats(Circle circle, Seat mine, Seat seat, DateTimeOffset now)
    {
        Action? act = Geste switch
        {
            "sortir" => () => circle.Leave(mine, seat, now),
            "eteindre" => () => circle.Leave(mine, now),
            "retirer" => () => circle.TakeAway(mine, seat, now),
            "depart" => () => circle.AskOut(mine, seat, now),
            "depart-repris" => () => circle.TakeBackAskingOut(mine, seat),
            "facon" => () => mine.Way = WayOf(Valeur) ?? mine.Way,
            "souhait" => () => circle.SetWish(mine, seat, Enum.TryParse<Wish>(Valeur, out var wish) && Enum.IsDefined(wish) ? wish : null),
            "alleger" => () => mine.IsLight = Valeur == "oui",
            _ => null,
        };
        act?.Invoke();
        return act is not null;
    }

    bool Keeping(Circle circle, Seat mine, Seat seat, DateTimeOffset now)
    {
        Action? act = Geste switch
        {
            "etape" => () => circle.GoTo(mine, int.TryParse(Valeur, out var step) ? step : -1, Ronde, now),
            "question" => () => circle.Ask(mine, Said(LongestQuestion)),
            "proposer" => () => circle.Propose(mine, Said(LongestProposal) ?? throw new RefusalException("circle.refusal.noWords"), Ronde, now),
            "proposition-close" => () => circle.Propose(mine, null, Ronde, now),
            "garder" => () => circle.AskToKeep(mine, now),
            "confier" => () => circle.HandOver(mine, seat),
            "reponse" => () => circle.AnswerAsked(mine, seat.Id, Valeur == "oui"),
            "tirer" => () => circle.Draw(mine, Valeur == "temps" ? DrawnRole.Time : DrawnRole.Keeping),
            "sort" => () => circle.AnswerDrawn(mine, Valeur == "oui"),
            "temps" => () => circle.HoldTime(mine, Valeur == "oui"),
            "soutien" => () => circle.BeThere(mine, Valeur == "oui"),
            "a-part" => () => circle.GoAside(mine, new AsOf(Ronde, Tour), now),
            _ => null,
        };
        act?.Invoke();
        return act is not null;
    }

    /// <summary>What was typed, as it may be shown, its lines kept; null for nothing. Fields stop at the same length: only a forged form is cut.</summary>
    public string? Said(int longest) =>
        string.Join('\n', (Texte ?? "").ReplaceLineEndings("\n").Split('\n').Select(VisibleText.WithoutHidden)).Trim() is { Length: > 0 } said ? VisibleText.Cut(said, longest) : null;

    /// <summary>The key of the form; one that no form of ours bears is none.</summary>
    public string? Key => Cle is { Length: > 0 and <= LongestKey } ? Cle : null;

    public static SeatWay? WayOf(string? value) => Enum.TryParse<SeatWay>(value, out var way) && Enum.IsDefined(way) ? way : null;

    static Choice? ChoiceOf(string? geste) => geste switch
    {
        "passer" => Choice.Pass,
        "tard" => Choice.Later,
        "ecouter" => Choice.Listen,
        "pause" => Choice.Rest,
        "reprendre" => Choice.TakePart,
        "demander" => Choice.Ask,
        _ => null,
    };

    static TurnAnswer? AnswerOf(string? geste) => geste switch
    {
        "parler" => TurnAnswer.Speak,
        "fini" => TurnAnswer.Done,
        "objection" => TurnAnswer.Object,
        "revient" => TurnAnswer.ComeBack,
        _ => null,
    };
}
