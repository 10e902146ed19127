using Alentour.Community.Groups;
using Alentour.Community.Rounds;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;
using Alentour.Practices.Circles.Seats;

namespace Alentour.Practices.Circles.Sitting;

/// <summary>A circle as one seat sees it: whose turn it is, what stands under each name, what this seat may do.</summary>
public sealed class CircleSight(Seated seated, GatheredGroup? group, CircleWords say)
{
    /// <summary>More seats than this do not fit round a ring on a telephone.</summary>
    public const int MostInARing = 12;

    /// <summary>Nor do longer names, in letters.</summary>
    const int LongestInARing = 24;

    public Seated Seated => seated;

    public Circle Circle => seated.Circle;

    public Seat Mine => seated.Mine;

    public SpeakingRound Round => Circle.Round;

    public GatheredGroup? Group => group;

    public CircleWords Say => say;

    public GroupHearing? Hearing { get; init; }

    public IReadOnlyList<Seat> Here { get; } = [.. seated.Circle.Here];

    public bool IsRing => !Mine.IsLight && Here.Count is > 1 and <= MostInARing && Here.All(s => s.Name.Length <= LongestInARing);

    public bool Keeps => Circle.IsKept(Mine);

    public bool HasTurn => Circle.Holder == Mine;

    public bool Speaks => HasTurn && Round.Turn!.IsSpeaking;

    /// <summary>Somebody without a screen of their own holds the turn, and this seat may answer for them.</summary>
    public Seat? AnswersFor => Circle.Holder is { IsByHand: true } holder && Circle.MayChooseFor(Mine, holder) ? holder : null;

    /// <summary>To whom the one who speaks may hand the pebble on, in order.</summary>
    public IEnumerable<Seat> Next => Round.MayBeHandedTo.Select(p => Circle.Of(p.Seat)!).OfType<Seat>();

    /// <summary>Whoever speaks hands the pebble on: the group decided so, and there is somebody to hand it to.</summary>
    public bool IsHandedOn => Round.Order == TurnOrder.Pebble && Round.Form != RoundForm.Consent && Next.Any();

    /// <summary>What somebody typed, with the typography of the group's language.</summary>
    public string Said(string words) => group?.Spoken == Language.English ? Typography.English(words) : Typography.French(words);

    public string Step(CircleStep step) => step.Name is { } name ? Said(name) : say.Step(step);

    public string Path => $"/cercles/{Circle.Id}";

    public static string NewKey() => RetriedActs.NewKey();

    /// <summary>What the middle of the circle says; a screen reader hears it when it changes.</summary>
    public string Centre => (Circle.Holder, Round) switch
    {
        ({ } holder, _) when holder == Mine => say.Words[Round.Turn!.IsSpeaking ? "circle.centre.youSpeak" : "circle.centre.you"],
        ({ } holder, _) => say.Words[Round.Turn!.IsSpeaking ? "circle.centre.speaks" : "circle.centre.has", ("name", holder.Name)],
        (_, { Form: RoundForm.Open }) => say.Words["circle.centre.open"],
        (_, { IsConsented: true }) => say.Words["circle.centre.consented"],
        (_, { Form: RoundForm.Consent }) => say.Words[Round.Places.Any(p => p.Objects) ? "circle.centre.objections" : "circle.centre.onPause"],
        (_, { Form: RoundForm.WhoAsks }) => say.Words["circle.centre.whoAsks"],
        _ => say.Words["circle.centre.over"],
    };

    public string CentreSmall => say.Words[Circle.Holder is null ? "circle.centre.rest" : HasTurn ? "circle.centre.yours" : Round.LastTurn == 1 ? "circle.centre.whatIs" : "circle.centre.listen"];

    /// <summary>Where one's own turn stands, in a sentence.</summary>
    public string OwnTurn
    {
        get
        {
            var place = Mine.Place;
            if (place.IsAway || place.IsListening)
                return say.Words[Mine.IsAside ? "circle.own.aside" : place.IsAway ? "circle.own.away" : "circle.own.listening"];
            if (Before() is { } before)
                return say.Words[place.Standing == RoundStanding.Later ? "circle.own.laterAfter" : "circle.own.after", ("name", before.Name)];
            return say.Words[place.IsReady ? "circle.own.soon" : Round.Form == RoundForm.WhoAsks ? "circle.own.notAsked" : Round.Form == RoundForm.Open ? "circle.own.open" : "circle.own.through"];
        }
    }

    /// <summary>Roles of the organisation, shown wherever the person appears.</summary>
    public string RolesOf(Seat seat) => string.Join(", ", seat.Roles.Select(r => say.Words[$"circle.role.{r}"]));

    /// <summary>The words under a name: never whether somebody spoke or passed.</summary>
    public string Under(Seat seat)
    {
        var words = new List<string>();
        if (seat.Roles.Count > 0)
            words.Add(RolesOf(seat));
        words.Add(Turn(seat));
        if (seat.Id == Circle.Keeper)
            words.Add(say.Words["circle.under.keeper"]);
        if (seat.Id == Circle.TimeKeeper)
            words.Add(say.Words["circle.under.time"]);
        if (seat is { Way: not SeatWay.Screen, IsTablet: false })
            words.Add(say.Words[$"circle.under.way.{seat.Way}"]);
        return string.Join(", ", words.Where(w => w.Length > 0));
    }

    string Turn(Seat seat) => seat switch
    {
        _ when seat == Circle.Holder => say.Words[Round.Turn!.IsSpeaking ? "circle.under.speaks" : "circle.under.has"],
        { Place.IsAway: true } => say.Words["circle.under.away"],
        { Place.IsListening: true } => say.Words["circle.under.listens"],
        _ when Circle.Holder is not null && Round.MayBeHandedTo.Count == 0 && Round.Coming is [var next, ..] && next.Seat == seat.Id => say.Words["circle.under.next"],
        _ when seat == Mine && Before() is { } before && seat.Place.Standing == RoundStanding.Waiting => say.Words["circle.under.after", ("name", before.Name)],
        { Place.Standing: RoundStanding.Later } => say.Words["circle.under.later"],
        { Place.Objects: true } => say.Words["circle.under.objects"],
        _ when seat.Id == Circle.Support => say.Words["circle.under.support"],
        _ => "",
    };

    /// <summary>The seat right before this one in the order; null when this one comes next or not at all.</summary>
    Seat? Before()
    {
        var coming = Round.Coming;
        var at = coming.ToList().FindIndex(p => p.Seat == Mine.Id);
        return at switch { < 0 => null, 0 => Circle.Holder, _ => Circle.Of(coming[at - 1].Seat) };
    }

    /// <summary>What the time keeper reads: what is left of the evening for those who still wait. No turn is measured.</summary>
    public (string Now, string End, int Waiting, int Each)? SoftClock
    {
        get
        {
            if (Circle.TimeKeeper != Mine.Id)
                return null;
            var waiting = Round.Coming.Count + (Circle.Holder is null ? 0 : 1);
            var left = (int)Math.Max(0, (Circle.EndsAt - say.Instant).TotalMinutes);
            return (say.Hour(say.Instant), say.Hour(Circle.EndsAt), waiting, waiting == 0 ? left : left / waiting);
        }
    }
}
