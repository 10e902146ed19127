using System.Reflection;
using Alentour.Community.Rounds;
using Alentour.Foundation.Texts;

namespace Alentour.Tests.Community.Rounds;

/// <summary>A round as a history goes through it, deed by deed.</summary>
internal sealed class PlayedHistory
{
    static readonly PropertyInfo[] OfAPlace = typeof(Place).GetProperties();

    readonly Dictionary<int, Place> _known = [];

    public PlayedHistory(TurnOrder order) => Round = new SpeakingRound(order, []);

    public SpeakingRound Round { get; }

    public DateTimeOffset Now { get; private set; } = new(2026, 11, 26, 19, 5, 0, TimeSpan.FromHours(-5));

    /// <summary>The text key with which the last deed was refused; null when it was done.</summary>
    public string? Refusal { get; private set; }

    /// <summary>The turn there was before the last deed.</summary>
    public SpeakingTurn? Before { get; private set; }

    /// <summary>Whether the last deed found what it was about: one cannot arrive twice, nor be let go on without having waited.</summary>
    public bool WentOn { get; private set; }

    public static Guid Seat(int who) => new(who + 1, 0, 0, new byte[8]);

    public static int Who(Guid seat) => BitConverter.ToInt32(seat.ToByteArray()) - 1;

    public int? Holder => Round.Turn is { } turn ? Who(turn.Seat) : null;

    public Place? Known(int who) => _known.GetValueOrDefault(who);

    /// <summary>Everything there is, field by field.</summary>
    public string Whole() => string.Join('\n', [$"{Round.Form} {Round.Number} {Round.LastTurn} {Round.LastAsked} {Round.Turn}", .. _known.Values.OrderBy(p => p.Number).Select(p => $"{Round.Places.Contains(p)} {Fields(p)}")]);

    public static string Fields(Place place) => string.Join(' ', OfAPlace.Select(f => $"{f.Name}={f.GetValue(place)}"));

    public void Do(Deed deed)
    {
        (Refusal, WentOn, Before) = (null, true, Round.Turn);
        try
        {
            Act(deed, Seat(deed.Who), new AsOf(Round.Number - deed.Late % 2, Round.LastTurn - deed.Late / 2), Round.LastTurn - deed.Late);
        }
        catch (RefusalException refusal)
        {
            Refusal = refusal.TextKey;
        }
    }

    void Act(Deed deed, Guid seat, AsOf page, int turn)
    {
        Action act = deed.Kind switch
        {
            Kind.Arrive => () => Arrive(deed.Who),
            Kind.Leave => () => Round.Leave(seat, Now),
            Kind.Pass => () => Round.Pass(seat, page, Now),
            Kind.Later => () => Round.Later(seat, page, Now),
            Kind.Listen => () => Round.Listen(seat, page, Now),
            Kind.Rest => () => Round.Rest(seat, page, Now),
            Kind.TakePart => () => Round.TakePart(seat, Now),
            Kind.Ask => () => Round.Ask(seat, page, Now),
            Kind.Sign => () => WentOn = Round.Sign(seat, Now),
            Kind.Speak => () => Round.Speak(turn),
            Kind.Done => () => Round.Done(turn, seat, Now),
            Kind.Object => () => Round.Object(turn, Now),
            Kind.Withdraw => () => Round.Withdraw(seat),
            Kind.ComeBack => () => Round.ComeBack(turn, Now),
            Kind.SetWhere => () => Round.SetWhere(seat, Now),
            Kind.Begin => () => Round.Begin((RoundForm)(deed.Who % 4), Now),
            _ => () => Wait(TimeSpan.FromSeconds(20 * deed.Who)),
        };
        act();
    }

    void Wait(TimeSpan time)
    {
        Now += time;
        WentOn = Round.Lapse(Now);
    }

    void Arrive(int who)
    {
        WentOn = Round.Of(Seat(who)) is null;
        if (!_known.TryGetValue(who, out var place))
            _known[who] = place = new Place { Seat = Seat(who), Number = _known.Count + 1, IsNewcomer = who % 2 == 0, IsSeatedByHand = who is 1 or 4 };
        Round.Arrive(place, Now);
    }
}
