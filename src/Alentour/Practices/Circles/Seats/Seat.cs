using Alentour.Community.People;
using Alentour.Community.Rounds;

namespace Alentour.Practices.Circles.Seats;

public enum SeatKind
{
    Member,

    /// <summary>A member for less than a week: they leave what is done in the group's name to the others.</summary>
    NewMember,

    Visitor,

    /// <summary>Somebody who holds a role, invited by the group to this meeting and shown as such.</summary>
    Guest,

    /// <summary>Seated by the keeper, in the room or by telephone.</summary>
    ByHand,

    /// <summary>« Tablette de la salle »: a screen, and nobody's turn.</summary>
    Tablet,
}

/// <summary>How somebody takes part. A telephone makes no sign on a screen.</summary>
public enum SeatWay
{
    Screen,
    Room,
    Phone,
    Text,
}

public enum SeatStay
{
    Here,
    Left,

    /// <summary>Two seated members asked that it end, for this circle.</summary>
    Ended,
}

/// <summary>What somebody wishes for while they speak (R068).</summary>
public enum Wish
{
    Heard,
    Ideas,
}

/// <summary>One person in one circle. Whoever receives the circle has one, and all see it.</summary>
public sealed class Seat
{
    public required Guid Id { get; init; }
    public required SeatKind Kind { get; init; }
    public SeatWay Way { get; internal set; }

    /// <summary>The account; null for whoever has none here.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>What is kept of the cookie of a browser without an account.</summary>
    public string? Device { get; internal set; }

    /// <summary>The first visit whose words they brought; null for any other seat.</summary>
    public Guid? VisitId { get; init; }

    public required string Name { get; init; }
    public int QuiltSeed { get; init; }

    /// <summary>Roles of the organisation its person holds now, always shown (R086, R092).</summary>
    public IReadOnlyList<RoleKind> Roles { get; init; } = [];

    /// <summary>Its place in the round; the tablet takes no turn, and its place stays out.</summary>
    public required Place Place { get; init; }

    /// <summary>Until the turn goes on.</summary>
    public Wish? Wish { get; internal set; }
    public bool IsLight { get; internal set; }
    public bool IsAside { get; internal set; }
    public SeatStay Stay { get; internal set; }

    /// <summary>Who first asked that this seat leave; shown to nobody.</summary>
    public Guid? AskedOutBy { get; internal set; }

    /// <summary>The key of the form that seated them by hand.</summary>
    public string? FormKey { get; init; }

    public bool IsHere => Stay == SeatStay.Here;

    public bool IsTablet => Kind == SeatKind.Tablet;

    public bool IsByHand => Kind == SeatKind.ByHand;

    /// <summary>A member who may do what is done in the group's name: keep, let in, ask to leave. Whoever holds a role leaves it to the others (R085).</summary>
    public bool IsMember => IsHere && Kind == SeatKind.Member && Roles.Count == 0;

    /// <summary>Whether its person acts from a screen of their own.</summary>
    public bool HasScreen => IsHere && !IsTablet && !IsByHand;

    public bool Is(Sitter who) => who.Person is { } person && PersonId == person || who.Device is { } device && Device == device;
}

/// <summary>Who asks: an account, a browser that was given a seat, or both.</summary>
public readonly record struct Sitter(Guid? Person, string? Device)
{
    public bool IsSomebody => Person is not null || Device is not null;
}

/// <summary>Somebody at the threshold.</summary>
/// <param name="VisitId">The visit whose words they brought; null for whoever gave an announced name, which a seated person knows.</param>
public sealed record Arrival(Guid Id, Guid? PersonId, string Device, string Name, Guid? VisitId)
{
    /// <summary>Somebody said « pas cette fois »; whoever brought words reads it, and may still be let in.</summary>
    public bool IsRefused { get; init; }

    public bool HasWords => VisitId is not null;

    public bool Is(Sitter who) => who.Device is { } device && Device == device || who.Person is { } person && PersonId == person;
}

/// <summary>Somebody asks to keep the circle.</summary>
/// <param name="AnswersBy">Until when the keeper may stay silent; each sign moves it, so that nobody waits for good for a telephone that died.</param>
public sealed record KeepingAsked(Guid Seat, DateTimeOffset AnswersBy);

/// <summary>What a lot may fall on.</summary>
public enum DrawnRole
{
    Keeping,
    Time,
}

/// <summary>The lot fell on somebody, who says yes or no.</summary>
public sealed record RoleDrawn(DrawnRole Role, Guid Seat);
