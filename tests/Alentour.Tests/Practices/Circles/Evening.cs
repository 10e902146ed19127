using Alentour.Community.People;
using Alentour.Community.Rounds;
using Alentour.Foundation.Texts;
using Alentour.Practices.Circles;
using Alentour.Practices.Circles.Seats;

namespace Alentour.Tests.Practices.Circles;

/// <summary>A circle that Simone keeps, in which people take seats; rules alone, without a house.</summary>
internal sealed class Evening
{
    // People sit in the order in which they come.
    static int s_number;

    public Evening(TurnOrder order = TurnOrder.BySeat, Threshold threshold = Threshold.Anyone)
    {
        Simone = Somebody("Simone");
        Circle = new Circle
        {
            Id = Guid.NewGuid(),
            GroupId = Guid.NewGuid(),
            SeriesId = Guid.NewGuid(),
            Day = new DateOnly(2026, 11, 26),
            Steps = [.. Enum.GetValues<StepKind>().Select(k => new CircleStep(k, null))],
            Words = ["un", "deux", "trois", "quatre"],
            Threshold = threshold,
            Round = new SpeakingRound(order, [Simone.Place]),
            Seats = [Simone],
        };
        Circle.AskToKeep(Simone, Now);
        Circle.GoTo(Simone, 0, Circle.Round.Number, Now);
    }

    public Circle Circle { get; }

    public Seat Simone { get; }

    public DateTimeOffset Now { get; set; } = new(2026, 11, 26, 19, 5, 0, TimeSpan.FromHours(-5));

    public AsOf Page => new(Circle.Round.Number, Circle.Round.LastTurn);

    public int Turn => Circle.Round.Turn!.Number;

    public static Seat Somebody(string name, SeatKind kind = SeatKind.Member, SeatWay way = SeatWay.Screen, string? device = null, string? key = null, params RoleKind[] roles)
    {
        var id = Guid.NewGuid();
        var seat = new Seat
        {
            Id = id,
            Kind = kind,
            Name = name,
            PersonId = kind is SeatKind.Member or SeatKind.NewMember or SeatKind.Guest ? Guid.NewGuid() : null,
            FormKey = key,
            Roles = roles,
            Place = new Place { Seat = id, Number = Interlocked.Increment(ref s_number), IsNewcomer = kind == SeatKind.Visitor, IsSeatedByHand = kind == SeatKind.ByHand },
        };
        typeof(Seat).GetProperty(nameof(Seat.Way))!.SetValue(seat, way);
        typeof(Seat).GetProperty(nameof(Seat.Device))!.SetValue(seat, device);
        return seat;
    }

    public Seat Sits(string name, SeatKind kind = SeatKind.Member, params RoleKind[] roles) => Circle.Sit(Somebody(name, kind, roles: roles), Now);

    public Seat ByHand(string name, SeatWay way)
    {
        var seat = Somebody(name, SeatKind.ByHand, way);
        Circle.SeatByHand(Simone, seat, Now);
        return seat;
    }

    /// <summary>Everybody speaks in turn, from the first seat.</summary>
    public void Round() => Circle.GoTo(Simone, 2, Circle.Round.Number, Now);

    public void Answer(Seat by, TurnAnswer answer) => Circle.Answer(by, answer, Turn, null, Now);

    public void LaterBy(double seconds)
    {
        Now += TimeSpan.FromSeconds(seconds);
        Circle.Lapse(Now);
    }

    public static void Refused(string key, Action act) => Assert.Equal(key, Assert.Throws<RefusalException>(act).TextKey);
}
