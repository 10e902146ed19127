using Alentour.Community.Rounds;
using Alentour.Foundation.Texts;
using Alentour.Practices.Circles.Seats;

namespace Alentour.Practices.Circles;

/// <summary>
/// A circle that is open: its seats, its steps and whose turn it is. Everything in it goes when it closes. Who may do what stands here;
/// refusals are <see cref="RefusalException"/>s with the keys "circle.refusal.…", those of turns "round.refusal.…".
/// </summary>
public sealed partial class Circle
{
    /// <summary>How long after its planned end a circle that nobody closed stays open.</summary>
    public static readonly TimeSpan Overtime = TimeSpan.FromHours(2);

    public const int MostSeats = 40;

    /// <summary>Those who wait at the threshold with a name alone.</summary>
    public const int MostWithoutWords = 5;

    public required Guid Id { get; init; }
    public required Guid GroupId { get; init; }
    public required Guid SeriesId { get; init; }
    public required DateOnly Day { get; init; }
    public required IReadOnlyList<CircleStep> Steps { get; init; }
    public required SpeakingRound Round { get; init; }
    public required List<Seat> Seats { get; init; }
    public List<Arrival> Arrivals { get; init; } = [];

    /// <summary>The meeting's words: they open the tablet of the room until the circle closes.</summary>
    public required IReadOnlyList<string> Words { get; set; }

    public Threshold Threshold { get; init; }
    public bool AsksNumber { get; init; }
    public DateTimeOffset EndsAt { get; init; }
    public DateTimeOffset ClosesAt => EndsAt + Overtime;

    /// <summary>What is asked of everybody tonight, or null.</summary>
    public string? Question { get; internal set; }

    /// <summary>What is to be decided by consent, while it is.</summary>
    public string? Proposal { get; internal set; }

    /// <summary>Where the meeting is, from 0.</summary>
    public int Step { get; internal set; }

    public Guid? Keeper { get; internal set; }
    public Guid? TimeKeeper { get; internal set; }
    public Guid? Support { get; internal set; }
    public KeepingAsked? Asked { get; internal set; }

    public RoleDrawn? Drawn { get; internal set; }

    public CircleStep Now => Steps[Step];

    /// <summary>The question where it is asked: while people are welcomed, and in the round.</summary>
    public string? ShownQuestion => Now.Kind is StepKind.Welcome or StepKind.Round && Proposal is null ? Question : null;

    /// <summary>The seats that all see, in the order in which people sit.</summary>
    public IEnumerable<Seat> Here => Seats.Where(s => s.IsHere).OrderBy(s => s.IsTablet).ThenBy(s => s.Place.IsNewcomer).ThenBy(s => s.Place.Number);

    /// <summary>The seat of whoever asks: their own before that of a screen they lent to the room.</summary>
    public Seat? OfSitter(Sitter who) => Seats.Where(s => s.IsHere && s.Is(who)).OrderBy(s => s.IsTablet).FirstOrDefault();

    public Seat? Of(Guid? seat) => seat is { } id ? Seats.Find(s => s.Id == id) : null;

    public Seat? Holder => Of(Round.Turn?.Seat);

    public bool IsKept(Seat by) => Keeper == by.Id;

    /// <summary>
    /// Whether this seat may keep the circle: a member; and so that the pebble never stands still, anybody with a screen of their own and no
    /// role while no other member is seated. What is done in the group's name stays the group's.
    /// </summary>
    public bool MayKeep(Seat seat) => seat.IsMember || seat.HasScreen && seat.Kind != SeatKind.Guest && seat.Roles.Count == 0 && !Seats.Exists(s => s.IsMember && s.Id != Keeper);

    /// <summary>Nobody sits there any more. People without a screen do: whoever has one and goes out takes nobody's circle along.</summary>
    public bool IsEmpty => !Seats.Exists(s => s.IsHere && !s.IsTablet);

    /// <summary>The keeper goes to a step. Nothing of the one before remains.</summary>
    /// <param name="round">The round that the press answers.</param>
    public void GoTo(Seat by, int step, int round, DateTimeOffset now)
    {
        RefuseOthers(by);
        if (round != Round.Number)
            throw new RefusalException("round.refusal.round");
        if (step < 0 || step >= Steps.Count)
            return;
        (Step, Proposal) = (step, null);
        Round.Begin(Now.Form, now);
    }

    /// <summary>Asks everybody in turn whether they object; null goes back to the step.</summary>
    public void Propose(Seat by, string? proposal, int round, DateTimeOffset now)
    {
        RefuseAllButTheGroup(by);
        if (round != Round.Number)
            throw new RefusalException("round.refusal.round");
        Proposal = proposal;
        Round.Begin(proposal is null ? Now.Form : RoundForm.Consent, now);
    }

    public void Ask(Seat by, string? question)
    {
        RefuseOthers(by);
        Question = question;
    }

    internal void RefuseOthers(Seat by)
    {
        if (!IsKept(by))
            throw new RefusalException("circle.refusal.keeper");
    }

    /// <summary>What the keeper does in the group's name, and nobody who only moves the pebble on.</summary>
    internal void RefuseAllButTheGroup(Seat by)
    {
        RefuseOthers(by);
        if (!by.IsMember)
            throw new RefusalException("circle.refusal.group");
    }
}
