namespace Alentour.Community.Rounds;

/// <summary>Where somebody stands in the present round.</summary>
public enum RoundStanding
{
    /// <summary>Their turn comes.</summary>
    Waiting,

    /// <summary>Their turn comes once more, after the others.</summary>
    Later,

    /// <summary>Nothing comes: they had their turn, whatever they did with it, or have not asked for one.</summary>
    Through,
}

/// <summary>Somebody's place in a round. Nothing in it tells a turn that was passed from one that was spoken.</summary>
public sealed class Place
{
    public required Guid Seat { get; init; }

    /// <summary>As people sit.</summary>
    public required int Number { get; init; }

    public bool IsNewcomer { get; init; }

    /// <summary>Seated by whoever keeps the round, in the room or by telephone: they make no sign on a screen.</summary>
    public bool IsSeatedByHand { get; init; }

    public RoundStanding Standing { get; internal set; }

    /// <summary>The pebble came to them in this circle.</summary>
    public bool HasComeRound { get; internal set; }

    /// <summary>It came to them in this round.</summary>
    public bool HadThisRound { get; internal set; }

    public bool IsListening { get; internal set; }

    public bool IsAway { get; internal set; }

    public bool SaidLater { get; internal set; }

    /// <summary>An offered turn went on without them once.</summary>
    public bool HasMissed { get; internal set; }

    /// <summary>A newcomer who arrived during the round.</summary>
    public bool ComesNext { get; internal set; }

    /// <summary>In which order they asked to speak; 0 for not.</summary>
    public int Asked { get; internal set; }

    /// <summary>The turn from which on a press counts: what was pressed before it answers something that is over.</summary>
    public int Since { get; internal set; }

    /// <summary>In a round of consent: something must be improved first.</summary>
    public bool Objects { get; internal set; }

    /// <summary>The round in which they left; 0 while they are here.</summary>
    public int LeftIn { get; internal set; }

    public bool IsReady => Standing != RoundStanding.Through && !IsListening && !IsAway;

    /// <summary>The turn is behind them; spoken, passed or gone by leave the same.</summary>
    internal void End()
    {
        (Standing, HadThisRound, HasComeRound) = (RoundStanding.Through, true, true);
        (SaidLater, HasMissed, ComesNext, Asked, Since) = (false, false, false, 0, 0);
    }

    internal void Begin(RoundForm form)
    {
        Standing = form is RoundForm.Everyone or RoundForm.Consent ? RoundStanding.Waiting : RoundStanding.Through;
        (HadThisRound, SaidLater, HasMissed, ComesNext, Objects, Asked, Since) = (false, false, false, false, false, 0, 0);
    }
}

/// <summary>The one turn there is.</summary>
/// <param name="Number">Rises with each turn; an answer names it.</param>
/// <param name="IsSpeaking">False while it is offered.</param>
/// <param name="LapsesAt">When an offered turn goes on without a sign; null when no clock waits.</param>
public sealed record SpeakingTurn(int Number, Guid Seat, bool IsSpeaking, DateTimeOffset? LapsesAt);

/// <summary>What a press answers: the round and the turn that its page showed.</summary>
/// <param name="Turn">The turn there was, or the last one.</param>
public readonly record struct AsOf(int Round, int Turn);
