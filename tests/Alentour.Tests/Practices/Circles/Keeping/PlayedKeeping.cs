using Alentour.Community.People;
using Alentour.Community.Rounds;
using Alentour.Foundation.Texts;
using Alentour.Practices.Circles;
using Alentour.Practices.Circles.Seats;

namespace Alentour.Tests.Practices.Circles.Keeping;

/// <summary>The circle of an evening, in the middle of a round, as a history goes through it.</summary>
internal sealed class PlayedKeeping
{
    readonly Dictionary<int, Seat> _seats = [];

    public PlayedKeeping()
    {
        var opener = SeatOf(0);
        _seats[0] = opener;
        Circle = new Circle
        {
            Id = Guid.NewGuid(),
            GroupId = Guid.NewGuid(),
            SeriesId = Guid.NewGuid(),
            Day = new DateOnly(2026, 11, 26),
            Steps = [.. Enum.GetValues<StepKind>().Select(k => new CircleStep(k, null))],
            Words = ["un", "deux", "trois", "quatre"],
            Round = new SpeakingRound(TurnOrder.BySeat, [opener.Place]),
            Seats = [opener],
        };
        Circle.AskToKeep(opener, Now);
        Circle.GoTo(opener, 2, Circle.Round.Number, Now);
    }

    public Circle Circle { get; }

    public DateTimeOffset Now { get; private set; } = new(2026, 11, 26, 19, 5, 0, TimeSpan.FromHours(-5));

    /// <summary>The text key with which the last deed was refused; null when it was done.</summary>
    public string? Refusal { get; private set; }

    public int? Keeper => Who(Circle.Keeper);

    public int? Asks => Who(Circle.Asked?.Seat);

    public int? Drawn => Who(Circle.Drawn?.Seat);

    public Seat? Seat(int who) => _seats.GetValueOrDefault(who);

    /// <summary>Does it; whoever never sat there does nothing but sit down.</summary>
    public void Do(Deed deed)
    {
        Refusal = null;
        var (by, whom) = (Seat(deed.Who), Seat(deed.Whom));
        Action? act = deed.Act switch
        {
            Act.Sit => () => Sit(deed.Who),
            Act.Wait => () => Wait(TimeSpan.FromSeconds(30 * deed.Who)),
            _ when by is null || !by.IsHere => null,
            Act.Leave => () => Circle.Leave(by, Now),
            Act.Ask => () => Circle.AskToKeep(by, Now),
            Act.Sign => () => Circle.Sign(by, Now),
            Act.Draw => () => Circle.Draw(by, DrawnRole.Keeping),
            Act.Take or Act.Decline => () => Circle.AnswerDrawn(by, deed.Act == Act.Take),
            _ when whom is null => () => throw new RefusalException("round.refusal.gone"),
            Act.Yes or Act.No => () => Circle.AnswerAsked(by, whom.Id, deed.Act == Act.Yes),
            _ => () => Circle.HandOver(by, whom),
        };
        try
        {
            act?.Invoke();
        }
        catch (RefusalException refusal)
        {
            Refusal = refusal.TextKey;
        }
    }

    void Wait(TimeSpan time)
    {
        Now += time;
        Circle.Lapse(Now);
    }

    void Sit(int who)
    {
        if (Seat(who) is not { IsHere: true })
            _seats[who] = who == 9 ? Circle.SitTablet(Guid.NewGuid(), new Sitter(null, "tablet")) : Circle.Sit(Seat(who) ?? SeatOf(who), Now);
    }

    static Seat SeatOf(int who) => who switch
    {
        3 => Evening.Somebody("3", SeatKind.NewMember),
        4 or 5 => Evening.Somebody($"{who}", SeatKind.Visitor, device: $"{who}"),
        6 => Evening.Somebody("6", SeatKind.Guest, roles: RoleKind.Staff),
        7 => Evening.Somebody("7", SeatKind.Member, roles: RoleKind.Volunteer),
        8 => Evening.Somebody("8", SeatKind.ByHand, SeatWay.Phone, device: "8"),
        _ => Evening.Somebody($"{who}"),
    };

    int? Who(Guid? seat) => seat is { } id ? _seats.Single(s => s.Value.Id == id).Key : null;
}
